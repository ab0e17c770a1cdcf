/// The numbers of SVD: `scaledNonNegativeInteger` and the values of enumerations.
enum SVDNumber {
  /// `[+](0x|0X|#|0b)digits[kmgtKMGT]`.
  ///
  /// - Parameter text: without blanks around it.
  /// - Returns: the number, or `nil` where the text is none, or has more than 64 bits.
  static func number(_ text: ArraySlice<UInt8>) -> UInt64? {
    var digits = text
    if digits.first == UInt8(ascii: "+") { digits.removeFirst() }
    var radix: UInt64 = 10
    if digits.first == UInt8(ascii: "#") {
      radix = 2
      digits.removeFirst()
    } else if let prefix = prefix(of: digits) {
      radix = prefix
      digits.removeFirst(2)
    }
    var scale: UInt64 = 1
    switch digits.last {
    case UInt8(ascii: "k"), UInt8(ascii: "K"): scale = 1 << 10
    case UInt8(ascii: "m"), UInt8(ascii: "M"): scale = 1 << 20
    case UInt8(ascii: "g"), UInt8(ascii: "G"): scale = 1 << 30
    case UInt8(ascii: "t"), UInt8(ascii: "T"): scale = 1 << 40
    default: break
    }
    if scale > 1 { digits.removeLast() }
    guard !digits.isEmpty else { return nil }
    var number: UInt64 = 0
    for byte in digits {
      guard let digit = digit(byte), digit < radix else { return nil }
      let (product, lost) = number.multipliedReportingOverflow(by: radix)
      let (sum, carried) = product.addingReportingOverflow(digit)
      if lost || carried { return nil }
      number = sum
    }
    let (scaled, lost) = number.multipliedReportingOverflow(by: scale)
    return lost ? nil : scaled
  }

  /// The value of an enumeration: a number, or binary digits of which some are `x`.
  static func pattern(_ text: ArraySlice<UInt8>) -> SVDEnumeratedValue.Pattern? {
    if let number = number(text) { return .init(value: number, anyBits: 0) }
    var digits = text
    if digits.first == UInt8(ascii: "+") { digits.removeFirst() }
    if digits.first == UInt8(ascii: "#") {
      digits.removeFirst()
    } else if prefix(of: digits) == 2 {
      digits.removeFirst(2)
    } else {
      return nil
    }
    guard !digits.isEmpty, digits.count <= 64 else { return nil }
    var pattern = SVDEnumeratedValue.Pattern(value: 0, anyBits: 0)
    for byte in digits {
      pattern.value <<= 1
      pattern.anyBits <<= 1
      switch byte {
      case UInt8(ascii: "0"): break
      case UInt8(ascii: "1"): pattern.value |= 1
      case UInt8(ascii: "x"), UInt8(ascii: "X"): pattern.anyBits |= 1
      default: return nil
      }
    }
    return pattern
  }

  /// `0`, `1`, `true` or `false`.
  static func boolean(_ text: ArraySlice<UInt8>) -> Bool? {
    switch String(decoding: text, as: UTF8.self) {
    case "true", "1": true
    case "false", "0": false
    default: nil
    }
  }

  /// The labels of an array: `0-3`, `A-D`, or `a,b,c`.
  ///
  /// - Parameters:
  ///   - text: without blanks around it.
  ///   - limit: the most labels that are made.
  /// - Returns: the labels, or `nil` where the text is none of the forms.
  static func labels(_ text: String, limit: Int) -> [String]? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
      .map { $0.filter { !$0.isWhitespace } }
    if parts.count == 1, let dash = parts[0].firstIndex(of: "-") {
      let (first, last) = (parts[0][..<dash], parts[0][parts[0].index(after: dash)...])
      if let low = UInt32(first), let high = UInt32(last) {
        guard low <= high, Int(high - low) < limit else { return nil }
        return (low...high).map { "\($0)" }
      }
      guard let low = first.utf8.first, let high = last.utf8.first, first.utf8.count == 1,
        last.utf8.count == 1,
        low <= high, isLetter(low), isLetter(high)
      else { return nil }
      return (low...high).map { String(Unicode.Scalar($0)) }
    }
    guard
      parts.allSatisfy({
        !$0.isEmpty && $0.utf8.allSatisfy { isLetter($0) || 0x30...0x39 ~= $0 || $0 == 0x5f }
      })
    else { return nil }
    return parts
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    0x41...0x5a ~= byte || 0x61...0x7a ~= byte
  }

  private static func prefix(of digits: ArraySlice<UInt8>) -> UInt64? {
    guard digits.count > 2, digits[digits.startIndex] == UInt8(ascii: "0") else { return nil }
    return switch digits[digits.startIndex + 1] {
    case UInt8(ascii: "x"), UInt8(ascii: "X"): 16
    case UInt8(ascii: "b"), UInt8(ascii: "B"): 2
    default: nil
    }
  }

  private static func digit(_ byte: UInt8) -> UInt64? {
    switch byte {
    case 0x30...0x39: UInt64(byte - 0x30)
    case 0x41...0x46: UInt64(byte - 0x41 + 10)
    case 0x61...0x66: UInt64(byte - 0x61 + 10)
    default: nil
    }
  }
}
