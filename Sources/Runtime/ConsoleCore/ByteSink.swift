/// Where text goes, byte by byte: a serial line, or a test's buffer.
public protocol ByteSink: ~Copyable {
  /// Takes a byte; returns when there is room for it.
  mutating func write(_ byte: UInt8)
}

extension ByteSink where Self: ~Copyable {
  /// Writes text.
  public mutating func write(_ text: StaticString) {
    // Safety: the pointer is to the text's own bytes, of which there are `utf8CodeUnitCount`.
    for index in 0..<text.utf8CodeUnitCount { write(unsafe text.utf8Start[index]) }
  }

  /// Writes bytes.
  public mutating func write(_ bytes: borrowing Span<UInt8>) {
    for index in 0..<bytes.count { write(bytes[index]) }
  }

  /// Ends a line as a terminal wants it.
  public mutating func newLine() { write("\r\n") }

  /// Writes a number in decimal digits, padded with spaces on the left.
  public mutating func write(decimal number: UInt64, width: Int = 0) {
    var digits: [20 of UInt8] = InlineArray(repeating: 0)
    var count = 0
    var rest = number
    repeat {
      digits[count] = UInt8(truncatingIfNeeded: rest % 10) + 0x30
      rest /= 10
      count += 1
    } while rest > 0
    pad(width - count)
    while count > 0 {
      count -= 1
      write(digits[count])
    }
  }

  /// Writes a number as `0x` and hexadecimal digits, without leading zeroes.
  public mutating func write(hexadecimal number: UInt64) {
    write("0x")
    var shift: UInt64 = 60
    while shift > 0, number &>> shift == 0 { shift -= 4 }
    while true {
      let digit = UInt8(truncatingIfNeeded: number &>> shift & 0xf)
      write(digit < 10 ? digit + 0x30 : digit - 10 + 0x61)
      if shift == 0 { return }
      shift -= 4
    }
  }

  /// Writes spaces; none for a count below 1.
  public mutating func pad(_ count: Int) {
    for _ in 0..<max(0, count) { write(0x20) }
  }
}
