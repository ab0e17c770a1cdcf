/// A field whose values have names in the manual: the generated type has one static member for each.
///
/// Values without a name are kept as they are read.
public protocol NamedFieldValue: FieldValue {
  /// The integer of the field's width.
  associatedtype Number: FieldInteger

  /// The value as a number.
  var number: Number { get }

  /// The value of a number, named or not.
  init(_ number: Number)
}

extension NamedFieldValue {
  /// The value of a field's bits.
  @inline(__always)
  public init<Raw: RegisterWord>(fieldBits bits: Raw) { self.init(Number(fieldBits: bits)) }

  /// The bits of the value.
  @inline(__always)
  public func fieldBits<Raw: RegisterWord>() -> Raw { number.fieldBits() }

  /// Whether two values are the same.
  @inline(__always)
  public static func == (left: Self, right: Self) -> Bool { left.number.word == right.number.word }

  /// Whether two values differ.
  @inline(__always)
  public static func != (left: Self, right: Self) -> Bool { !(left == right) }

  /// Whether a value is one of a `switch`.
  @inline(__always)
  public static func ~= (pattern: Self, value: Self) -> Bool { pattern == value }
}

/// A field that takes nothing but the values that have names; what is read may be any.
public protocol OnlyNamedFieldValue: FieldValue {
  /// The integer of the field's width.
  associatedtype Number: FieldInteger

  /// The value as a number.
  var number: Number { get }

  /// A value that a device gave, named or not.
  init(read number: Number)

  /// Whether it is one of those that have names.
  var isNamed: Bool { get }
}

extension OnlyNamedFieldValue {
  /// The value of a field's bits.
  @inline(__always)
  public init<Raw: RegisterWord>(fieldBits bits: Raw) { self.init(read: Number(fieldBits: bits)) }

  /// The bits of the value.
  @inline(__always)
  public func fieldBits<Raw: RegisterWord>() -> Raw { number.fieldBits() }

  /// Whether two values are the same.
  @inline(__always)
  public static func == (left: Self, right: Self) -> Bool { left.number.word == right.number.word }

  /// Whether two values differ.
  @inline(__always)
  public static func != (left: Self, right: Self) -> Bool { !(left == right) }

  /// Whether a value is one of a `switch`.
  @inline(__always)
  public static func ~= (pattern: Self, value: Self) -> Bool { pattern == value }
}

/// A field that takes some numbers of its width only; what is read may be any.
///
/// The generated type checks a literal at compile time, and any other number where it is made:
/// `LEVELValue(exactly: level)` is `nil` outside the range.
public protocol RangedFieldValue: FieldValue, ExpressibleByIntegerLiteral
where IntegerLiteralType == Number.Word {
  /// The integer of the field's width.
  associatedtype Number: FieldInteger

  /// What the device takes.
  static var range: ClosedRange<Number.Word> { get }

  /// The value as a number.
  var number: Number { get }

  /// A value that a device gave, or that was checked.
  init(read number: Number)
}

extension RangedFieldValue {
  /// A number, if the field takes it.
  @inline(__always)
  public init?(exactly number: some RegisterWord) {
    guard let number = Number(exactly: number), Self.range.contains(number.word) else { return nil }
    self.init(read: number)
  }

  /// The value of a field's bits.
  @inline(__always)
  public init<Raw: RegisterWord>(fieldBits bits: Raw) { self.init(read: Number(fieldBits: bits)) }

  /// The bits of the value.
  @inline(__always)
  public func fieldBits<Raw: RegisterWord>() -> Raw { number.fieldBits() }

  /// Whether two values are the same.
  @inline(__always)
  public static func == (left: Self, right: Self) -> Bool { left.number.word == right.number.word }

  /// Whether two values differ.
  @inline(__always)
  public static func != (left: Self, right: Self) -> Bool { !(left == right) }

  /// Whether a value is one of a `switch`.
  @inline(__always)
  public static func ~= (pattern: Self, value: Self) -> Bool { pattern == value }
}
