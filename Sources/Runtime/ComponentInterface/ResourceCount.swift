/// What the system has in use and what is left, for counting leaks.
public struct ResourceCount: BitwiseCopyable, Sendable, Equatable {
  /// Slots of the supervisor's CSpace in use.
  public var slotsUsed: UInt64
  /// Slots of the supervisor's CSpace, used or not.
  public var slotsTotal: UInt64
  /// Bytes of untyped memory that are not given out.
  public var untypedBytesFree: UInt64
  /// Bytes of untyped memory at boot.
  public var untypedBytesTotal: UInt64

  /// A count with all its parts.
  public init(slotsUsed: UInt64, slotsTotal: UInt64, untypedBytesFree: UInt64, untypedBytesTotal: UInt64) {
    self.slotsUsed = slotsUsed
    self.slotsTotal = slotsTotal
    self.untypedBytesFree = untypedBytesFree
    self.untypedBytesTotal = untypedBytesTotal
  }

  /// The count as a reply.
  public var message: SupervisorMessage {
    var message = SupervisorMessage(label: 0)
    message.append(slotsUsed)
    message.append(slotsTotal)
    message.append(untypedBytesFree)
    message.append(untypedBytesTotal)
    return message
  }

  /// The count in a reply; throws the supervisor's refusal or ``SupervisorError/malformed``.
  public init(_ message: SupervisorMessage) throws(SupervisorError) {
    try message.checkGranted()
    guard let slotsUsed = message.word(0), let slotsTotal = message.word(1), let free = message.word(2),
      let total = message.word(3)
    else { throw .malformed }
    self.init(
      slotsUsed: slotsUsed, slotsTotal: slotsTotal, untypedBytesFree: free, untypedBytesTotal: total)
  }
}
