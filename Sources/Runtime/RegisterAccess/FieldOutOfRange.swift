/// A value in a field's unit for which the field has no number.
public struct FieldOutOfRange: Error, Equatable {
  /// What was asked for, in the unit; an unsigned value beyond `Int64.max` is that.
  public let value: Int64

  /// A value for which there is no number.
  public init(_ value: Int64) { self.value = value }
}

extension LinearConversion {
  /// The number of a field whose value is nearest to one in its unit.
  ///
  /// - Throws: ``FieldOutOfRange``.
  /// - Returns: The number.
  public func field<Number: NumericFieldValue>(for value: Int64) throws(FieldOutOfRange) -> Number {
    guard let raw = raw(of: value), let number = Number(signedNumber: raw) else {
      throw FieldOutOfRange(value)
    }
    return number
  }
}
