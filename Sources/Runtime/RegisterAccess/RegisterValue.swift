/// The contents of one register of a device: a word, with a property for each field.
///
/// The generated types say what the manual says; their access kinds decide what compiles: `read()` is there for a
/// ``ReadableRegister``, `write` for a ``WritableRegister``. It asks for little, so that thousands of registers
/// compile quickly: what is known of a register besides stands where it is used, in its ``Register``. A kind is there
/// only where code that a person writes asks for it, since each costs each register of that kind.
public protocol RegisterValue {
  /// The integer of the register's width.
  associatedtype Word: RegisterWord

  /// All fields. The protocol reads them only: a setter would be four functions more to compile for each register.
  var word: Word { get }

  /// The contents as one number.
  init(word: Word)
}

extension RegisterValue {
  /// Whether all fields are the same.
  @inline(__always)
  public static func == (left: Self, right: Self) -> Bool { left.word == right.word }

  /// Whether any field differs.
  @inline(__always)
  public static func != (left: Self, right: Self) -> Bool { left.word != right.word }
}

/// A register whose contents can be read, any number of times: reading changes nothing.
public protocol ReadableRegister: RegisterValue {}

/// A register that changes the device when it is read: takes a character, clears a flag.
public protocol EffectfulRegister: RegisterValue {}

/// A register that can be written without knowing what is in it.
public protocol WritableRegister: RegisterValue {}

/// A register of which some fields can be changed: it can be read, and there is a way to write what changes nothing.
public protocol ModifiableRegister: ReadableRegister {}

/// A register whose value after reset the manual states.
public protocol ResettableRegister: RegisterValue {}
