import ComponentInterface
import SeL4

/// A line for the supervisor's log that is written straight into message words: what a driver has room for.
///
/// The same message as ``SupervisorRequest/writeLog(_:)``, without the code that a general request takes. What does
/// not fit is cut off.
struct LogLine: ~Copyable {
  /// The most bytes of a line.
  static let capacity = 184

  private var words: [24 of UInt] = InlineArray(repeating: 0)
  private var count = 0

  init() {}

  @inline(never)
  mutating func append(_ byte: UInt8) {
    guard count < Self.capacity else { return }
    words[1 + count / 8] |= UInt(byte) &<< UInt(count % 8 * 8)
    count += 1
  }

  @inline(never)
  mutating func append(_ text: StaticString) {
    // Safety: the pointer is to the text's own bytes, of which there are `utf8CodeUnitCount`.
    for index in 0..<text.utf8CodeUnitCount { append(unsafe text.utf8Start[index]) }
  }

  /// Adds a number in decimal digits, or as `0x` and hexadecimal ones.
  @inline(never)
  mutating func append(_ number: UInt64, radix: UInt64 = 10) {
    if radix == 16 { append("0x") }
    var divisor: UInt64 = 1
    while number / divisor >= radix { divisor *= radix }
    while divisor > 0 {
      let digit = UInt8(truncatingIfNeeded: number / divisor % radix)
      append(digit < 10 ? digit + 0x30 : digit + 0x57)
      divisor /= radix
    }
  }

  /// Sends the line; whether the supervisor takes it is its affair.
  @inline(never)
  mutating func send() {
    words[0] = UInt(count)
    let length = 1 + (count + 7) / 8
    for index in 4..<max(4, length) { IPCBuffer.setWord(index, to: words[index]) }
    _ = Endpoint(CapabilityPointer(rawValue: ComponentSlot.supervisor)).call(
      Message(
        label: SupervisorRequest.writeLogLabel, length: length, word0: words[0], word1: words[1],
        word2: words[2], word3: words[3]))
  }
}
