/// Bytes of the log that travel in one message.
public struct LogText: BitwiseCopyable, Sendable, Equatable {
  /// The most bytes that one message carries.
  public static let capacity = 480

  /// How many of ``bytes`` count.
  public private(set) var count: Int
  /// The bytes.
  public private(set) var bytes: [480 of UInt8]

  /// No bytes.
  public init() {
    count = 0
    bytes = InlineArray(repeating: 0)
  }

  /// Adds a byte; says false, and adds nothing, when the text is full.
  @discardableResult
  public mutating func append(_ byte: UInt8) -> Bool {
    guard count < Self.capacity else { return false }
    bytes[count] = byte
    count += 1
    return true
  }

  /// Adds text; what does not fit is cut off.
  public mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { source in
      // Safety: `index` is below the buffer's count, and the buffer does not leave the closure.
      for index in 0..<source.count { unsafe append(source[index]) }
    }
  }

  /// Adds a number in decimal digits.
  public mutating func append(decimal number: UInt64) {
    var divisor: UInt64 = 1
    while number / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      append(UInt8(truncatingIfNeeded: number / divisor % 10) + 0x30)
      divisor /= 10
    }
  }

  /// Adds a number as `0x` and hexadecimal digits, without leading zeroes.
  public mutating func append(hexadecimal number: UInt64) {
    append("0x")
    var shift: UInt64 = 60
    while shift > 0, number &>> shift == 0 { shift -= 4 }
    while true {
      let digit = UInt8(truncatingIfNeeded: number &>> shift & 0xf)
      append(digit < 10 ? digit + 0x30 : digit - 10 + 0x61)
      if shift == 0 { return }
      shift -= 4
    }
  }

  /// Adds the count and the bytes to a message.
  func append(to message: inout SupervisorMessage) {
    message.append(UInt64(count))
    message.append(bytes: bytes.span.extracting(0..<count))
  }

  /// The text in a request of which it is all; throws ``SupervisorError/malformed``.
  init(_ message: SupervisorMessage) throws(SupervisorError) {
    try self.init(message, from: 0)
  }

  /// The count and the bytes from word `firstWord` on; throws ``SupervisorError/malformed``.
  init(_ message: SupervisorMessage, from firstWord: Int) throws(SupervisorError) {
    self.init()
    guard let length = message.word(firstWord), length <= UInt64(Self.capacity) else { throw .malformed }
    for index in 0..<Int(length) {
      guard let byte = message.byte(index, from: firstWord + 1) else { throw .malformed }
      append(byte)
    }
  }

  /// Whether both hold the same bytes.
  public static func == (left: LogText, right: LogText) -> Bool {
    guard left.count == right.count else { return false }
    for index in 0..<left.count where left.bytes[index] != right.bytes[index] { return false }
    return true
  }
}
