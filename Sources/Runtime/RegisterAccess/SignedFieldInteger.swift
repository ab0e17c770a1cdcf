/// A field that is a number with a sign, in two's complement: as many bits as its type says.
public protocol SignedFieldInteger: NumericFieldValue, Equatable, Sendable, ExpressibleByIntegerLiteral
where IntegerLiteralType == Word {
  /// The integer that holds the field.
  associatedtype Word: FixedWidthInteger & SignedInteger & Sendable

  /// The field's value.
  var value: Word { get }

  /// The low `bitCount` bits of a number, the highest of them its sign.
  init(truncating value: Word)
}

extension SignedFieldInteger {
  /// A number, if it fits the field.
  @inline(__always)
  public init?<Number: FixedWidthInteger>(exactly number: Number) {
    guard let value = Word(exactly: number) else { return nil }
    self.init(truncating: value)
    guard self.value == value else { return nil }
  }

  /// The field's value.
  @inline(__always)
  public var signedNumber: Int64 { Int64(value) }

  /// A number, if the field holds it.
  @inline(__always)
  public init?(signedNumber: Int64) { self.init(exactly: signedNumber) }

  /// The field's bits, from a register's word that was shifted and masked.
  @inline(__always)
  public init<Raw: RegisterWord>(fieldBits bits: Raw) {
    self.init(truncating: Word(truncatingIfNeeded: bits))
  }

  /// The field's bits, to be shifted into a register's word.
  @inline(__always)
  public func fieldBits<Raw: RegisterWord>() -> Raw {
    let bits = Raw(truncatingIfNeeded: value)
    return Self.bitCount < Raw.bitWidth
      ? bits & ((1 as Raw &<< Raw(truncatingIfNeeded: Self.bitCount)) &- 1) : bits
  }
}

extension Int8: SignedFieldInteger {
  /// The value.
  @inline(__always) public var value: Int8 { self }
  /// 8 bits.
  @inline(__always) public static var bitCount: Int { 8 }
  /// All of it.
  @inline(__always) public init(truncating value: Int8) { self = value }
}

extension Int16: SignedFieldInteger {
  /// The value.
  @inline(__always) public var value: Int16 { self }
  /// 16 bits.
  @inline(__always) public static var bitCount: Int { 16 }
  /// All of it.
  @inline(__always) public init(truncating value: Int16) { self = value }
}

extension Int32: SignedFieldInteger {
  /// The value.
  @inline(__always) public var value: Int32 { self }
  /// 32 bits.
  @inline(__always) public static var bitCount: Int { 32 }
  /// All of it.
  @inline(__always) public init(truncating value: Int32) { self = value }
}

extension Int64: SignedFieldInteger {
  /// The value.
  @inline(__always) public var value: Int64 { self }
  /// 64 bits.
  @inline(__always) public static var bitCount: Int { 64 }
  /// All of it.
  @inline(__always) public init(truncating value: Int64) { self = value }
}
