/// The contents of one register of a device: a word, with a property for each field.
///
/// The generated types say what the manual says; their access kinds decide what compiles:
/// `read()` is there for a ``ReadableRegister``, `write` for a ``WritableRegister``.
public protocol RegisterValue: Equatable, Sendable {
  /// The integer of the register's width.
  associatedtype Word: RegisterWord

  /// The manual's name.
  static var name: StaticString { get }
  /// Bytes from the start of the region.
  static var offset: Int { get }
  /// Bits that a written 1 clears: `modify` writes 0 to those that it does not name.
  static var clearedByOnes: Word { get }

  /// All fields.
  var word: Word { get set }

  /// The contents as one number.
  init(word: Word)
}

extension RegisterValue {
  /// None, in most registers.
  @inline(__always) public static var clearedByOnes: Word { 0 }

  /// The field whose bits, shifted down by `shift`, are `mask`.
  @inline(__always)
  public func field<Value: FieldValue>(_ shift: Word, _ mask: Word) -> Value {
    Value(fieldBits: (word &>> shift) & mask)
  }

  /// Replaces the field whose bits, shifted down by `shift`, are `mask`.
  @inline(__always)
  public mutating func setField<Value: FieldValue>(_ shift: Word, _ mask: Word, _ value: Value) {
    word = (word & ~(mask &<< shift)) | (value.fieldBits() &<< shift)
  }
}

/// A register whose contents can be read.
public protocol ReadableRegister: RegisterValue {}

/// A register that can be written.
public protocol WritableRegister: RegisterValue {}

/// A register whose value after reset the manual states.
public protocol ResettableRegister: RegisterValue {
  /// The contents after reset.
  static var resetValue: Self { get }
}
