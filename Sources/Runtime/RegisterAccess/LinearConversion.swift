/// What a field's number comes to in a unit: number × `numerator` ÷ `denominator` + `offset`, rounded to nearest.
///
/// Integers alone, 128 bits wide in between; a result that 64 bits do not hold is the nearest that they do.
public struct LinearConversion: Sendable {
  let numerator: Int64
  let denominator: Int64
  let offset: Int64

  /// A conversion; the denominator is not 0.
  @inline(__always)
  public init(_ numerator: Int64, over denominator: Int64, offset: Int64) {
    precondition(denominator != 0, "a conversion by nothing")
    self.numerator = numerator
    self.denominator = denominator
    self.offset = offset
  }

  /// The value in the unit.
  public func value(of raw: Int64) -> Int64 {
    guard let scaled = Self.quotient(raw, numerator, by: denominator) else {
      return (raw < 0) != ((numerator < 0) != (denominator < 0)) ? .min : .max
    }
    let (sum, isLost) = scaled.addingReportingOverflow(offset)
    return isLost ? (offset < 0 ? .min : .max) : sum
  }

  /// The number whose value is nearest; `nil` where 64 bits do not hold it.
  public func raw(of value: Int64) -> Int64? {
    let (difference, isLost) = value.subtractingReportingOverflow(offset)
    guard !isLost, numerator != 0 else { return nil }
    return Self.quotient(difference, denominator, by: numerator)
  }

  /// `left` × `right` ÷ `divisor`, rounded to nearest, halves away from 0; `nil` where 64 bits do not hold it.
  static func quotient(_ left: Int64, _ right: Int64, by divisor: Int64) -> Int64? {
    let product = left.magnitude.multipliedFullWidth(by: right.magnitude)
    let by = divisor.magnitude
    guard product.high < by else { return nil }
    let (quotient, remainder) = by.dividingFullWidth(product)
    let rounded = quotient.addingReportingOverflow(remainder >= by - remainder ? 1 : 0)
    guard !rounded.overflow else { return nil }
    let isNegative = ((left < 0) != (right < 0)) != (divisor < 0)
    if isNegative {
      return rounded.partialValue <= Int64.min.magnitude ? 0 &- Int64(bitPattern: rounded.partialValue) : nil
    }
    return Int64(exactly: rounded.partialValue)
  }
}
