/// A field that is a number, with a sign or without one.
public protocol NumericFieldValue: FieldValue {
  /// How many bits the field has.
  static var bitCount: Int { get }
  /// The field's value; unsigned fields of 64 bits wrap.
  var signedNumber: Int64 { get }
  /// A number, if the field holds it.
  init?(signedNumber: Int64)
}

/// A field that counts parts of one: `fractionBits` of its bits are below the binary point.
///
/// There is no floating point on the target; ``times(_:)`` gives the value in a unit of the caller's choice.
public struct FixedPoint<Number: NumericFieldValue, let fractionBits: Int>: FieldValue {
  /// The field's number: the value times 2 to the power of `fractionBits`.
  public let number: Number

  /// The value of a field's number.
  @inline(__always)
  public init(_ number: Number) { self.number = number }

  /// The value that is nearest to `numerator` ÷ `denominator`; `nil` where the field does not hold it.
  public init?(_ numerator: Int64, over denominator: Int64) {
    let conversion = LinearConversion(denominator, over: 1 &<< Int64(fractionBits), offset: 0)
    guard let raw = conversion.raw(of: numerator), let number = Number(signedNumber: raw) else { return nil }
    self.number = number
  }

  /// The value times a factor, rounded to nearest: `gain.times(1000)` is in thousandths.
  public func times(_ factor: Int64) -> Int64 {
    LinearConversion(factor, over: 1 &<< Int64(fractionBits), offset: 0).value(of: number.signedNumber)
  }

  /// The value of a field's bits.
  @inline(__always)
  public init<Raw: RegisterWord>(fieldBits bits: Raw) { number = Number(fieldBits: bits) }

  /// The bits of the value.
  @inline(__always)
  public func fieldBits<Raw: RegisterWord>() -> Raw { number.fieldBits() }
}
