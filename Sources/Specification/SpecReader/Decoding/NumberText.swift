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
    var digits = Array(text.utf8)[...]
    var radix: UInt64 = 10
    if digits.starts(with: [UInt8(ascii: "0"), UInt8(ascii: "x")]) { radix = 16 }
    if digits.starts(with: [UInt8(ascii: "0"), UInt8(ascii: "b")]) { radix = 2 }
    if radix != 10 { digits = digits.dropFirst(2) }
    guard let first = digits.first, let last = digits.last, digit(first) != nil, digit(last) != nil else {
      throw .notANumber
    }
    var value: UInt64 = 0
    var isTooLarge = false
    for byte in digits where byte != UInt8(ascii: "_") {
      guard let digit = digit(byte), digit < radix else { throw .notANumber }
      let (product, first) = value.multipliedReportingOverflow(by: radix)
      let (sum, second) = product.addingReportingOverflow(digit)
      if first || second { isTooLarge = true }
      value = sum
    }
    if radix == 10, digits.count > 1, first == UInt8(ascii: "0") { throw .leadingZero }
    if isTooLarge { throw .tooLarge }
    return value
  }

  private static func digit(_ byte: UInt8) -> UInt64? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(byte - UInt8(ascii: "A")) + 10
    default: nil
    }
  }
}
