public import Diagnostics

/// A register of the device.
public struct Register: Sendable, Equatable {
  /// The manual's name.
  public var name: Located<String>
  /// One line that says what it is for.
  public var summary: Located<String>?
  /// The manual's section.
  public var section: Located<String>?
  /// The MMIO resource that it stands in: the only one where the spec names none.
  public var region: Located<String>?
  /// Bytes from the start of its region.
  public var offset: Located<UInt64>
  /// Bits: 8, 16, 32 or 64.
  public var width: Located<Int>
  /// What reading and writing it does, where a field does not say otherwise.
  public var access: Located<Access>
  /// The value after reset, where the manual states one.
  public var reset: Located<UInt64>?
  /// What a read changes in the device, in words; `nil` where a read has no side effect.
  public var readEffect: Located<String>?
  /// In source order; the file may put the highest bit first, as manuals do.
  public var fields: [Field]

  /// Takes each part as it is.
  public init(
    name: Located<String>, summary: Located<String>? = nil, section: Located<String>? = nil,
    region: Located<String>? = nil, offset: Located<UInt64>, width: Located<Int>, access: Located<Access>,
    reset: Located<UInt64>? = nil, readEffect: Located<String>? = nil, fields: [Field] = []
  ) {
    self.name = name
    self.summary = summary
    self.section = section
    self.region = region
    self.offset = offset
    self.width = width
    self.access = access
    self.reset = reset
    self.readEffect = readEffect
    self.fields = fields
  }
}

/// Some bits of a register under one name.
public struct Field: Sendable, Equatable {
  /// The manual's name.
  public var name: Located<String>
  /// One line that says what it is for.
  public var summary: Located<String>?
  /// Where it lies in its register.
  public var bits: Located<BitRange>
  /// `nil` where it is the register's.
  public var access: Located<Access>?
  /// Names for its values; none where it is a number.
  public var values: [EnumeratedValue]

  /// Takes each part as it is.
  public init(
    name: Located<String>, summary: Located<String>? = nil, bits: Located<BitRange>,
    access: Located<Access>? = nil, values: [EnumeratedValue] = []
  ) {
    self.name = name
    self.summary = summary
    self.bits = bits
    self.access = access
    self.values = values
  }
}

/// A name for one value of a field.
public struct EnumeratedValue: Sendable, Equatable {
  /// The name.
  public var name: Located<String>
  /// The value that it stands for.
  public var value: Located<UInt64>
  /// One line that says what it does.
  public var summary: Located<String>?

  /// Takes each part as it is.
  public init(name: Located<String>, value: Located<UInt64>, summary: Located<String>? = nil) {
    self.name = name
    self.value = value
    self.summary = summary
  }
}

/// Bits `high` down to `low` of a register, both included, as manuals write them: `6:5`.
public struct BitRange: Sendable, Hashable {
  /// The highest bit, from 0.
  public var high: Int
  /// The lowest bit, from 0.
  public var low: Int

  /// Takes each part as it is.
  public init(high: Int, low: Int) {
    self.high = high
    self.low = low
  }

  /// How many bits; 0 where the range is no part of a register.
  public var width: Int { low >= 0 && high >= low ? (high - low) &+ 1 : 0 }
}
