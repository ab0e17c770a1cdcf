public import Diagnostics

/// A register of the device, or an array of registers that are all alike.
public struct Register: Sendable, Equatable {
  /// The manual's name.
  public var name: Located<String>
  /// One line that says what it is for.
  public var summary: Located<String>?
  /// The manual's section.
  public var section: Located<String>?
  /// The resource that it stands in, said only at the top; the only one where the spec names none.
  public var region: Located<String>?
  /// Bytes from the start of its region or block; of the first element in an array.
  public var offset: Located<UInt64>
  /// How many there are, where it is an array.
  public var repetition: Repetition?
  /// Bits: 8, 16, 32 or 64.
  public var width: Located<Int>
  /// The order of its bytes in the device; the spec's where it says none.
  public var byteOrder: Located<ByteOrder>?
  /// What reading and writing it does, where a field does not say otherwise.
  public var access: Located<Access>
  /// The value after reset, where the manual states one.
  public var reset: Located<UInt64>?
  /// The bits of `reset` that the manual states; all where it says none.
  public var resetMask: Located<UInt64>?
  /// What a read changes in the device; `nil` where a read has no side effect.
  public var readEffect: Located<ReadEffect>?
  /// How bits outside the fields are written.
  public var reserved: [ReservedBits]
  /// In source order; the file may put the highest bit first, as manuals do.
  public var fields: [Field]
  /// The register, in the same mapping, whose place it is meant to share.
  public var alternateOf: Located<String>?
  /// The field's value while the register is there at all.
  public var bank: Bank?
  /// The lock that is opened for a write.
  public var lockedBy: Located<String>?
  /// The register that is read after a write, so that the write has arrived.
  public var readBack: Located<ReadBack>?
  /// Where a barrier stands around each access.
  public var barrier: Located<Barrier>?
  /// The register that it was derived from, for documentation: everything taken from there stands here too.
  public var derivedFrom: Located<String>?
  /// Rules that do not hold for it.
  public var waivers: [Waiver]

  /// Takes each part as it is.
  public init(
    name: Located<String>, summary: Located<String>? = nil, section: Located<String>? = nil,
    region: Located<String>? = nil, offset: Located<UInt64>, repetition: Repetition? = nil,
    width: Located<Int>, byteOrder: Located<ByteOrder>? = nil, access: Located<Access>,
    reset: Located<UInt64>? = nil, resetMask: Located<UInt64>? = nil,
    readEffect: Located<ReadEffect>? = nil, reserved: [ReservedBits] = [], fields: [Field] = [],
    alternateOf: Located<String>? = nil, bank: Bank? = nil, lockedBy: Located<String>? = nil,
    readBack: Located<ReadBack>? = nil, barrier: Located<Barrier>? = nil,
    derivedFrom: Located<String>? = nil, waivers: [Waiver] = []
  ) {
    self.name = name
    self.summary = summary
    self.section = section
    self.region = region
    self.offset = offset
    self.repetition = repetition
    self.width = width
    self.byteOrder = byteOrder
    self.access = access
    self.reset = reset
    self.resetMask = resetMask
    self.readEffect = readEffect
    self.reserved = reserved
    self.fields = fields
    self.alternateOf = alternateOf
    self.bank = bank
    self.lockedBy = lockedBy
    self.readBack = readBack
    self.barrier = barrier
    self.derivedFrom = derivedFrom
    self.waivers = waivers
  }

  /// The register that is read after a posted write.
  public enum ReadBack: Sendable, Hashable {
    /// The register itself.
    case itself
    case other(RegisterReference)
  }

  /// Where a device memory barrier stands around each access of a register.
  public enum Barrier: String, Sendable, CaseIterable {
    case before, after, both
  }
}

/// How many of a thing there are, and how far apart.
public struct Repetition: Sendable, Hashable {
  /// At least 1.
  public var count: Located<Int>
  /// Bytes from one to the next.
  public var stride: Located<UInt64>

  /// Takes each part as it is.
  public init(count: Located<Int>, stride: Located<UInt64>) {
    self.count = count
    self.stride = stride
  }
}

/// The order of the bytes of a register, or of a word of a descriptor.
public enum ByteOrder: String, Sendable, CaseIterable {
  case little, big
}

/// How bits that belong to no field are written.
public struct ReservedBits: Sendable, Hashable {
  /// Which bits; `nil` stands for all outside the fields and outside what else is said.
  public var bits: Located<BitRange>?
  /// How they are written.
  public var rule: Located<Rule>

  /// How bits are written that have no meaning yet.
  public enum Rule: String, Sendable, CaseIterable {
    /// As they were read: the register can be modified, and not be written from zero.
    case preserve
    /// As 0.
    case zero = "0"
    /// As 1.
    case one = "1"
  }

  /// Takes each part as it is.
  public init(bits: Located<BitRange>? = nil, rule: Located<Rule>) {
    self.bits = bits
    self.rule = rule
  }
}

/// The condition under which a register or block is there: `LCR.DLAB == 1`.
///
/// The value that the field has after reset is the resting one; generated code selects another bank for one access at a
/// time and restores the resting one.
public struct Bank: Sendable, Hashable {
  /// The field that selects.
  public var field: FieldReference
  /// What it must be: a number, or the name of one of its values.
  public var value: Located<Value>

  /// A number, or the name of one of the field's values.
  public enum Value: Sendable, Hashable {
    case number(UInt64)
    case name(String)
  }

  /// Takes each part as it is.
  public init(field: FieldReference, value: Located<Value>) {
    self.field = field
    self.value = value
  }
}

/// A register whose values let other registers be written.
public struct Lock: Sendable, Equatable {
  /// The name by which registers speak of it.
  public var name: Located<String>
  /// One line that says what it guards.
  public var summary: Located<String>?
  /// The register that takes the values.
  public var register: RegisterReference
  /// Written one after the other before each guarded write.
  public var unlock: [Located<UInt64>]
  /// Written afterwards, where the device does not lock by itself.
  public var lock: Located<UInt64>?

  /// Takes each part as it is.
  public init(
    name: Located<String>, summary: Located<String>? = nil, register: RegisterReference,
    unlock: [Located<UInt64>], lock: Located<UInt64>? = nil
  ) {
    self.name = name
    self.summary = summary
    self.register = register
    self.unlock = unlock
    self.lock = lock
  }
}

/// A rule that the author waives for one thing, with the reason.
public struct Waiver: Sendable, Equatable {
  /// The rule's code.
  public var code: Located<String>
  /// Why the rule does not hold here.
  public var reason: Located<String>

  /// Takes each part as it is.
  public init(code: Located<String>, reason: Located<String>) {
    self.code = code
    self.reason = reason
  }
}
