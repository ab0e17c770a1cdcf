/// What a field holds: a flag, a number, or one of the names that the manual gives.
public protocol FieldValue {
  /// The value of a field's bits, shifted down to bit 0.
  init<Raw: RegisterWord>(fieldBits bits: Raw)

  /// The bits of the value, from bit 0 up; no more than the field has.
  func fieldBits<Raw: RegisterWord>() -> Raw
}

extension FieldValue {
  /// The bits of the value, from bit 0 up.
  @inline(__always)
  public var bits: UInt64 { fieldBits() }
}

extension Bool: FieldValue {
  /// A field of one bit: set or not.
  @inline(__always)
  public init<Raw: RegisterWord>(fieldBits bits: Raw) { self = bits != 0 }

  /// 1 where set.
  @inline(__always)
  public func fieldBits<Raw: RegisterWord>() -> Raw { self ? 1 : 0 }
}

extension UInt8: FieldInteger {
  /// The value.
  @inline(__always) public var word: UInt8 { self }
  /// 8 bits.
  @inline(__always) public static var bitCount: Int { 8 }
  /// The low 8 bits of a word: all of it.
  @inline(__always) public init(truncating word: UInt8) { self = word }
}

extension UInt16: FieldInteger {
  /// The value.
  @inline(__always) public var word: UInt16 { self }
  /// 16 bits.
  @inline(__always) public static var bitCount: Int { 16 }
  /// The low 16 bits of a word: all of it.
  @inline(__always) public init(truncating word: UInt16) { self = word }
}

extension UInt32: FieldInteger {
  /// The value.
  @inline(__always) public var word: UInt32 { self }
  /// 32 bits.
  @inline(__always) public static var bitCount: Int { 32 }
  /// The low 32 bits of a word: all of it.
  @inline(__always) public init(truncating word: UInt32) { self = word }
}

extension UInt64: FieldInteger {
  /// The value.
  @inline(__always) public var word: UInt64 { self }
  /// 64 bits.
  @inline(__always) public static var bitCount: Int { 64 }
  /// The low 64 bits of a word: all of it.
  @inline(__always) public init(truncating word: UInt64) { self = word }
}
