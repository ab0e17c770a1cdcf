public import RegisterAccess

/// A number in a sequence's calculation: unsigned, 64 bits, and never wrong without a word.
///
/// An overflow, a subtraction below zero or a division by zero makes the result invalid, and all that is
/// calculated from it; taking the number out throws. So a calculation reads as the manual has it, cannot trap,
/// and is checked once.
public struct Quantity: Sendable, ExpressibleByIntegerLiteral {
  let number: UInt64
  let isValid: Bool

  @inline(__always)
  init(_ number: UInt64, isValid: Bool) {
    self.number = number
    self.isValid = isValid
  }

  /// A number to calculate with.
  @inline(__always)
  public init(_ number: UInt64) { self.init(number, isValid: true) }

  /// A number that the spec states.
  @inline(__always)
  public init(integerLiteral number: UInt64) { self.init(number, isValid: true) }

  /// The result of a calculation.
  ///
  /// - Throws: ``DriverError/arithmetic(specLine:)`` where the calculation left the numbers.
  public init(_ result: Quantity, specLine: Int) throws(DriverError) {
    guard result.isValid else { throw .arithmetic(specLine: specLine) }
    self = result
  }

  /// Makes sure that the number is one that the device takes.
  ///
  /// - Throws: ``DriverError/outOfRange(value:allowed:specLine:)``, or ``DriverError/arithmetic(specLine:)``.
  public func require(_ allowed: ClosedRange<UInt64>, specLine: Int) throws(DriverError) {
    guard isValid else { throw .arithmetic(specLine: specLine) }
    guard allowed.contains(number) else {
      throw .outOfRange(value: number, allowed: allowed, specLine: specLine)
    }
  }

  /// The number as a register or a field of `Value.bitCount` bits takes it.
  ///
  /// - Throws: ``DriverError/outOfRange(value:allowed:specLine:)``, or ``DriverError/arithmetic(specLine:)``.
  /// - Returns: The same number.
  @inline(__always)
  public func value<Value: FieldInteger>(specLine: Int) throws(DriverError) -> Value {
    let largest = UInt64.max &>> (64 &- UInt64(Value.bitCount))
    try require(0...largest, specLine: specLine)
    return Value(fieldBits: number)
  }

  /// The number itself.
  ///
  /// - Throws: ``DriverError/arithmetic(specLine:)`` where the calculation left the numbers.
  /// - Returns: The number.
  @inline(__always)
  public func number(specLine: Int) throws(DriverError) -> UInt64 {
    guard isValid else { throw .arithmetic(specLine: specLine) }
    return number
  }

  /// The number as the index of an element.
  ///
  /// - Throws: ``DriverError/outOfRange(value:allowed:specLine:)``, or ``DriverError/arithmetic(specLine:)``.
  /// - Returns: The same number, below `count`.
  @inline(__always)
  public func index(below count: Int, specLine: Int) throws(DriverError) -> Int {
    try require(0...UInt64(count - 1), specLine: specLine)
    return Int(number)
  }

  /// The number as a field takes it that has a sign: its bits are the field's.
  ///
  /// - Throws: ``DriverError/outOfRange(value:allowed:specLine:)``, or ``DriverError/arithmetic(specLine:)``.
  /// - Returns: The value.
  @inline(__always)
  public func signedValue<Value: SignedFieldInteger>(specLine: Int) throws(DriverError) -> Value {
    try require(0...(UInt64.max &>> (64 &- UInt64(Value.bitCount))), specLine: specLine)
    return Value(fieldBits: number)
  }

  /// The number as a field takes it that takes some numbers only.
  ///
  /// - Throws: ``DriverError/outOfRange(value:allowed:specLine:)``, or ``DriverError/arithmetic(specLine:)``.
  /// - Returns: The value.
  @inline(__always)
  public func rangedValue<Value: RangedFieldValue>(specLine: Int) throws(DriverError) -> Value {
    try require(UInt64(Value.range.lowerBound)...UInt64(Value.range.upperBound), specLine: specLine)
    return Value(fieldBits: number)
  }

  /// The number's bits as a field takes them that has some below the binary point.
  ///
  /// - Throws: ``DriverError/outOfRange(value:allowed:specLine:)``, or ``DriverError/arithmetic(specLine:)``.
  /// - Returns: The value.
  @inline(__always)
  public func fixedPoint<Number: NumericFieldValue, let fractionBits: Int>(
    specLine: Int
  ) throws(DriverError) -> FixedPoint<Number, fractionBits> {
    try require(0...(UInt64.max &>> (64 &- UInt64(Number.bitCount))), specLine: specLine)
    return FixedPoint(Number(fieldBits: number))
  }

  /// The number as a field of one bit takes it.
  ///
  /// - Throws: ``DriverError/outOfRange(value:allowed:specLine:)``, or ``DriverError/arithmetic(specLine:)``.
  /// - Returns: Whether it is 1.
  public func flag(specLine: Int) throws(DriverError) -> Bool {
    try require(0...1, specLine: specLine)
    return number == 1
  }

  /// The number as a field takes it whose values have names; it need not have one.
  ///
  /// - Throws: ``DriverError/outOfRange(value:allowed:specLine:)``, or ``DriverError/arithmetic(specLine:)``.
  /// - Returns: The value.
  @inline(__always)
  public func namedValue<Value: NamedFieldValue>(specLine: Int) throws(DriverError) -> Value {
    Value(try value(specLine: specLine))
  }

  /// The number as a field takes it that takes named values only.
  ///
  /// - Throws: ``DriverError/outOfRange(value:allowed:specLine:)`` where it has no name, or
  ///   ``DriverError/arithmetic(specLine:)``.
  /// - Returns: The value.
  @inline(__always)
  public func onlyNamedValue<Value: OnlyNamedFieldValue>(specLine: Int) throws(DriverError) -> Value {
    let value = Value(read: try value(specLine: specLine))
    guard value.isNamed else {
      throw .outOfRange(
        value: number, allowed: 0...(UInt64.max &>> (64 &- UInt64(Value.Number.bitCount))), specLine: specLine
      )
    }
    return value
  }

  /// What the number comes to, divided by what a field holds, rounded to nearest.
  ///
  /// - Parameter divisor: The field's number.
  /// - Returns: The quotient; `nil` where the field is 0, or the number is none.
  public func nearestQuotient(by divisor: UInt64) -> UInt64? {
    guard isValid, divisor != 0 else { return nil }
    let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
    return remainder >= divisor - remainder ? quotient.addingReportingOverflow(1).partialValue : quotient
  }

  /// The number of a field by which this is divided to come nearest to a value.
  ///
  /// - Throws: ``FieldOutOfRange`` where the field has no such number.
  /// - Returns: The number, not 0.
  public func nearestDivisor<Number: FieldInteger>(for value: UInt64) throws(FieldOutOfRange) -> Number {
    guard let divisor = nearestQuotient(by: value), divisor != 0, let field = Number(exactly: divisor) else {
      throw FieldOutOfRange(Int64(clamping: value))
    }
    return field
  }

  /// The sum.
  @inline(__always)
  public static func + (left: Self, right: Self) -> Self {
    of(left.number.addingReportingOverflow(right.number), left, right)
  }

  /// The difference; invalid below zero.
  @inline(__always)
  public static func - (left: Self, right: Self) -> Self {
    of(left.number.subtractingReportingOverflow(right.number), left, right)
  }

  /// The product.
  @inline(__always)
  public static func * (left: Self, right: Self) -> Self {
    of(left.number.multipliedReportingOverflow(by: right.number), left, right)
  }

  /// The quotient, rounded down.
  @inline(__always)
  public static func / (left: Self, right: Self) -> Self {
    of(left.number.dividedReportingOverflow(by: right.number), left, right)
  }

  /// What a division leaves.
  @inline(__always)
  public static func % (left: Self, right: Self) -> Self {
    of(left.number.remainderReportingOverflow(dividingBy: right.number), left, right)
  }

  /// Shifted up; invalid where a set bit would be lost.
  @inline(__always)
  public static func << (left: Self, right: Self) -> Self {
    let shifted = left.number << right.number
    return Self(shifted, isValid: left.isValid && right.isValid && shifted >> right.number == left.number)
  }

  /// Shifted down; bits that fall out are gone.
  @inline(__always)
  public static func >> (left: Self, right: Self) -> Self {
    Self(left.number >> right.number, isValid: left.isValid && right.isValid)
  }

  /// The bits that both have.
  @inline(__always)
  public static func & (left: Self, right: Self) -> Self {
    Self(left.number & right.number, isValid: left.isValid && right.isValid)
  }

  /// The bits that either has.
  @inline(__always)
  public static func | (left: Self, right: Self) -> Self {
    Self(left.number | right.number, isValid: left.isValid && right.isValid)
  }

  @inline(__always)
  private static func of(
    _ result: (partialValue: UInt64, overflow: Bool), _ left: Self, _ right: Self
  ) -> Self {
    Self(result.partialValue, isValid: left.isValid && right.isValid && !result.overflow)
  }
}
