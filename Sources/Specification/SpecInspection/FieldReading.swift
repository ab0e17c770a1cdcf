public import DriverSpec

/// What a field's bits mean: the name of the value, or the number that they stand for.
public struct FieldReading: Sendable, Equatable {
  /// The field's value, its parts joined.
  public let raw: UInt64
  /// The name of the value, where it has one.
  public let name: String?
  /// The number as people say it, with its sign, its binary point and its unit; `nil` where it is just `raw`.
  public let number: String?

  /// Reads a field.
  ///
  /// - Parameters:
  ///   - field: the field.
  ///   - access: what may be done with it; a field that is only written has the names of writing.
  ///   - word: the register's value.
  public init(_ field: Field, access: Access, in word: UInt64) {
    raw = Self.value(of: field.bits.value, in: word)
    let names = access.isReadable ? field.namesWhenRead : field.namesWhenWritten
    name = names.name(of: raw)?.name.value
    number = Self.number(raw, field)
  }

  /// The value of a field's bits, the first range the most significant part.
  public static func value(of bits: FieldBits, in word: UInt64) -> UInt64 {
    var value: UInt64 = 0
    for range in bits.ranges where range.mask != 0 {
      let part = (word & range.mask) >> UInt64(range.low)
      value = range.width >= 64 ? part : value << UInt64(range.width) | part
    }
    return value
  }

  private static func number(_ raw: UInt64, _ field: Field) -> String? {
    let width = field.bits.width
    let fraction = field.fractionBits?.value ?? 0
    guard field.isSigned?.value == true || fraction != 0 || field.quantity != nil else { return nil }
    var whole = Int128(raw)
    if field.isSigned?.value == true, width >= 1, width <= 64, raw >> UInt64(width - 1) & 1 == 1 {
      whole -= Int128(1) << Int128(width)
    }
    guard (0...64).contains(fraction) else { return nil }
    let denominator = Int128(1) << Int128(fraction)
    guard let quantity = field.quantity else { return decimal(whole, over: denominator) }
    switch quantity.conversion {
    case .linear(let scale, let offset):
      guard scale.value.denominator != 0 else { return nil }
      let below = denominator * Int128(scale.value.denominator)
      let (product, isTooLarge) = whole.multipliedReportingOverflow(by: Int128(scale.value.numerator))
      let (shift, isFar) = Int128(offset.value).multipliedReportingOverflow(by: below)
      let (sum, isAbove) = product.addingReportingOverflow(shift)
      guard !isTooLarge, !isFar, !isAbove else { return nil }
      return "\(decimal(sum, over: below)) \(quantity.unit.value)"
    case .divides(let dividend):
      guard whole != 0 else { return "nothing: divided by 0" }
      if let constant = dividend.value.constantValue {
        return "\(decimal(Int128(constant) * denominator, over: whole)) \(quantity.unit.value)"
      }
      let divisor = decimal(whole, over: denominator)
      return "\(dividend.value.text) / \(divisor) \(quantity.unit.value)"
    }
  }

  /// The most digits after the point.
  private static let maximumDigits = 6

  /// A quotient in decimal, rounded towards zero after ``maximumDigits``.
  static func decimal(_ numerator: Int128, over denominator: Int128) -> String {
    guard denominator != 0, numerator != .min, denominator != .min else { return "?" }
    let isNegative = (numerator < 0) != (denominator < 0) && numerator != 0
    let (above, below) = (abs(numerator), abs(denominator))
    var (whole, rest) = above.quotientAndRemainder(dividingBy: below)
    var text = "\(whole)"
    var digits = ""
    while rest != 0, digits.count < maximumDigits, rest <= Int128.max / 10 {
      (whole, rest) = (rest * 10).quotientAndRemainder(dividingBy: below)
      digits += "\(whole)"
    }
    while digits.last == "0" { digits.removeLast() }
    if !digits.isEmpty { text += ".\(digits)" }
    return isNegative ? "-\(text)" : text
  }
}

extension Expression {
  /// As a step has it, in brackets where they are needed.
  var text: String {
    switch self {
    case .literal(let number): "\(number)"
    case .name(let name): name.value
    case .binary(let name, let left, let right): "(\(left.value.text) \(name.rawValue) \(right.value.text))"
    }
  }
}
