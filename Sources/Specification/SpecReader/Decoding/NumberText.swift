/// Numbers as specs write them: `115_200`, `0x1000`, `0b1010`.
enum NumberText {
  /// Why text is no number.
  enum Failure: Error, Equatable {
    case notANumber
    /// `010`: some would read eight.
    case leadingZero
    /// More than 64 bits.
    case tooLarge
  }

  /// The number that the text says, whole.
  static func number(_ text: some StringProtocol) throws(Failure) -> UInt64 {
    let digits = Array(text.utf8)
    let count = digits.count
    var radix: UInt64 = 10
    var start = 0
    if count > 2, digits[0] == UInt8(ascii: "0"), digits[1] == UInt8(ascii: "x") { radix = 16 }
    if count > 2, digits[0] == UInt8(ascii: "0"), digits[1] == UInt8(ascii: "b") { radix = 2 }
    if radix != 10 { start = 2 }
    guard start < count, digit(digits[start]) != nil, digit(digits[count - 1]) != nil else {
      throw .notANumber
    }
    var value: UInt64 = 0
    var isTooLarge = false
    var index = start
    while index < count {
      let byte = digits[index]
      index += 1
      if byte == UInt8(ascii: "_") { continue }
      guard let digit = digit(byte), digit < radix else { throw .notANumber }
      let (product, first) = value.multipliedReportingOverflow(by: radix)
      let (sum, second) = product.addingReportingOverflow(digit)
      if first || second { isTooLarge = true }
      value = sum
    }
    if radix == 10, count > 1, digits[0] == UInt8(ascii: "0") { throw .leadingZero }
    if isTooLarge { throw .tooLarge }
    return value
  }

  private static func digit(_ byte: UInt8) -> UInt64? {
    if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { return UInt64(byte - UInt8(ascii: "0")) }
    let letter = byte | 0x20
    if letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "f") {
      return UInt64(letter - UInt8(ascii: "a")) + 10
    }
    return nil
  }
}
