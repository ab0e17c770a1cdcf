/// Why a driver ended, with what it saw: the last that a component says in its life.
///
/// A driver has little room, so it sends numbers and names, and the supervisor makes a sentence of them.
public struct DriverFailure: BitwiseCopyable, Sendable, Equatable {
  /// What went wrong, and what ``values`` are then.
  public enum Reason: UInt8, BitwiseCopyable, Sendable {
    /// ``subject`` was not as awaited: what its register read last, and after how many polls.
    case timeout = 1
    /// A calculation left the unsigned 64-bit numbers.
    case arithmetic = 2
    /// A value is not one that the device takes: the value, the smallest and the largest allowed.
    case outOfRange = 3
    /// A loop came to its bound: the bound.
    case tooManyRounds = 4
    /// The registers do not fit their region: its address, its bytes, and the bytes that they need.
    case unusableRegion = 5
    /// The registers do not fit their I/O ports: the first port, how many there are, and how many they need.
    case unusablePorts = 6
    /// The component was not given a resource of its spec: its index among its kind, and the ``Resource``.
    case missingResource = 7
  }

  /// What a spec can ask for.
  public enum Resource: UInt64, BitwiseCopyable, Sendable {
    /// A region of registers.
    case region = 0
    /// An interrupt.
    case interrupt = 1
    /// A clock whose rate is known.
    case clock = 2
  }

  /// What went wrong.
  public var reason: Reason
  /// The line of the spec that it comes from; 0 where it comes from none.
  public var specLine: UInt32
  /// The evidence; what a reason has no use for is 0.
  public var values: [3 of UInt64]
  /// The register and field that it is about, as `FR.BUSY`; empty where it is about none.
  ///
  /// A message has room for 472 bytes of it.
  public var subject: LogText

  /// Where ``subject`` begins in a message: its count, and its bytes from the next word on.
  public static let subjectWord = 4

  /// A failure with all its parts.
  public init(reason: Reason, specLine: UInt32, values: [3 of UInt64], subject: LogText = LogText()) {
    self.reason = reason
    self.specLine = specLine
    self.values = values
    self.subject = subject
  }

  /// Adds the failure to a message: reason and line in one word, the values, the subject.
  func append(to message: inout SupervisorMessage) {
    message.append(UInt64(reason.rawValue) | UInt64(specLine) &<< 32)
    for index in 0..<3 { message.append(values[index]) }
    subject.append(to: &message)
  }

  /// The failure in a request of which it is all; throws ``SupervisorError/malformed``.
  init(_ message: SupervisorMessage) throws(SupervisorError) {
    guard let first = message.word(0), let value0 = message.word(1), let value1 = message.word(2),
      let value2 = message.word(3), let code = UInt8(exactly: first & 0xffff_ffff),
      let reason = Reason(rawValue: code)
    else { throw .malformed }
    self.init(
      reason: reason, specLine: UInt32(truncatingIfNeeded: first &>> 32), values: [value0, value1, value2],
      subject: try LogText(message, from: Self.subjectWord))
  }

  /// Whether both say the same.
  public static func == (left: DriverFailure, right: DriverFailure) -> Bool {
    left.reason == right.reason && left.specLine == right.specLine && left.values[0] == right.values[0]
      && left.values[1] == right.values[1] && left.values[2] == right.values[2]
      && left.subject == right.subject
  }
}
