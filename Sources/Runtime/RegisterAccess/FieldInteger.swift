/// A field that is a number: as many bits as its type says, and no more.
///
/// Swift has integers of 8, 16, 32 and 64 bits; manuals have fields of any width. `UInt2` to `UInt63` fill the
/// gaps, so that a literal that is too wide for its field does not compile: the literal is moved up to the
/// end of the word that holds it, and the compiler sees it overflow.
public protocol FieldInteger: NumericFieldValue, Equatable, Sendable, ExpressibleByIntegerLiteral
where IntegerLiteralType == Word {
  /// The integer that holds the field.
  associatedtype Word: RegisterWord

  /// The field's value.
  var word: Word { get }

  /// The low `bitCount` bits of a word.
  init(truncating word: Word)
}

extension FieldInteger {
  /// A number, if it fits the field.
  @inline(__always)
  public init?<Number: RegisterWord>(exactly number: Number) {
    guard number == 0 || Number.bitWidth - number.leadingZeroBitCount <= Self.bitCount else { return nil }
    self.init(truncating: Word(truncatingIfNeeded: number))
  }

  /// The field's bits, from a register's word that was shifted and masked.
  @inline(__always)
  public init<Raw: RegisterWord>(fieldBits bits: Raw) {
    self.init(truncating: Word(truncatingIfNeeded: bits))
  }

  /// The field's bits, to be shifted into a register's word.
  @inline(__always)
  public func fieldBits<Raw: RegisterWord>() -> Raw { Raw(truncatingIfNeeded: word) }

  /// The field's value; one of 64 bits wraps.
  @inline(__always)
  public var signedNumber: Int64 { Int64(truncatingIfNeeded: word) }

  /// A number, if the field holds it.
  @inline(__always)
  public init?(signedNumber: Int64) {
    guard let number = UInt64(exactly: signedNumber) else { return nil }
    self.init(exactly: number)
  }
}
