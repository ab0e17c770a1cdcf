public import Diagnostics

/// A register of the device.
public struct Register: Sendable, Equatable {
  /// The manual's name.
  public var name: Located<String>
  public var summary: Located<String>?
  /// The manual's section.
  public var section: Located<String>?
  /// The MMIO resource that it stands in: the only one where the spec names none.
  public var region: Located<String>?
  /// Bytes from the start of its region.
  public var offset: Located<UInt64>
  /// Bits: 8, 16, 32 or 64.
  public var width: Located<Int>
  public var access: Located<Access>
  /// The value after reset, where the manual states one.
  public var reset: Located<UInt64>?
  /// What a read changes in the device, in words; `nil` where a read has no side effect.
  public var readEffect: Located<String>?
  public var fields: [Field]
}

/// Some bits of a register under one name.
public struct Field: Sendable, Equatable {
  public var name: Located<String>
  public var summary: Located<String>?
  public var bits: Located<BitRange>
  /// `nil` where it is the register's.
  public var access: Located<Access>?
  public var values: [EnumeratedValue]
}

/// A name for one value of a field.
public struct EnumeratedValue: Sendable, Equatable {
  public var name: Located<String>
  public var value: Located<UInt64>
  public var summary: Located<String>?
}

/// Bits `high` down to `low` of a register, both included, as manuals write them: `6:5`.
public struct BitRange: Sendable, Hashable {
  public var high: Int
  public var low: Int

  public init(high: Int, low: Int) {
    self.high = high
    self.low = low
  }

  /// How many bits.
  public var width: Int { high - low + 1 }
}
