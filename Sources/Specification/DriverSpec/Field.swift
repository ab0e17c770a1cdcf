public import Diagnostics

/// Some bits of a register under one name.
public struct Field: Sendable, Equatable {
  /// The manual's name.
  public var name: Located<String>
  /// One line that says what it is for.
  public var summary: Located<String>?
  /// The manual's section.
  public var section: Located<String>?
  /// Where it lies in its register: one range, or several of which the first is the most significant part.
  public var bits: Located<FieldBits>
  /// `nil` where it is the register's.
  public var access: Located<Access>?
  /// What a read changes in the device; `nil` where it is what the register says.
  public var readEffect: Located<ReadEffect>?
  /// Names for its values, in both directions; none where it is a number.
  public var values: [EnumeratedValue]
  /// Names for the values that are read, where they differ from those that are written.
  public var readValues: [EnumeratedValue]
  /// Names for the values that are written, where they differ from those that are read.
  public var writeValues: [EnumeratedValue]
  /// Whether nothing but a named value may be written.
  public var onlyNamedValues: Located<Bool>?
  /// The values that may be written, both ends included.
  public var range: Located<ClosedRange<UInt64>>?
  /// Whether the bits are two's complement.
  public var isSigned: Located<Bool>?
  /// How many of the bits are below the binary point.
  public var fractionBits: Located<Int>?
  /// What the value is counted in, and how a count comes from the bits.
  public var quantity: FieldQuantity?
  /// Rules that do not hold for it.
  public var waivers: [Waiver]

  /// Takes each part as it is.
  public init(
    name: Located<String>, summary: Located<String>? = nil, section: Located<String>? = nil,
    bits: Located<FieldBits>, access: Located<Access>? = nil, readEffect: Located<ReadEffect>? = nil,
    values: [EnumeratedValue] = [], readValues: [EnumeratedValue] = [], writeValues: [EnumeratedValue] = [],
    onlyNamedValues: Located<Bool>? = nil, range: Located<ClosedRange<UInt64>>? = nil,
    isSigned: Located<Bool>? = nil, fractionBits: Located<Int>? = nil, quantity: FieldQuantity? = nil,
    waivers: [Waiver] = []
  ) {
    self.name = name
    self.summary = summary
    self.section = section
    self.bits = bits
    self.access = access
    self.readEffect = readEffect
    self.values = values
    self.readValues = readValues
    self.writeValues = writeValues
    self.onlyNamedValues = onlyNamedValues
    self.range = range
    self.isSigned = isSigned
    self.fractionBits = fractionBits
    self.quantity = quantity
    self.waivers = waivers
  }

  /// The names that a read value may have.
  public var namesWhenRead: [EnumeratedValue] { values.isEmpty ? readValues : values }
  /// The names that a written value may have.
  public var namesWhenWritten: [EnumeratedValue] { values.isEmpty ? writeValues : values }
}

/// A name for one value of a field, or for several.
public struct EnumeratedValue: Sendable, Equatable {
  /// The name.
  public var name: Located<String>
  /// What it stands for.
  public var pattern: Located<Pattern>
  /// One line that says what it does.
  public var summary: Located<String>?

  /// What a name stands for.
  public enum Pattern: Sendable, Hashable {
    /// One value; or all that differ from it in no bit but those of `dontCare`, which are 0 in `value`: `0b1xx`.
    case bits(value: UInt64, dontCare: UInt64)
    /// Every value that has no other name: `default`.
    case otherwise

    /// One value.
    public static func value(_ value: UInt64) -> Self { .bits(value: value, dontCare: 0) }
  }

  /// Takes each part as it is.
  public init(name: Located<String>, pattern: Located<Pattern>, summary: Located<String>? = nil) {
    self.name = name
    self.pattern = pattern
    self.summary = summary
  }

  /// The value that is written for the name; `nil` for `default`.
  public var value: UInt64? {
    if case .bits(let value, _) = pattern.value { value } else { nil }
  }
}

extension [EnumeratedValue] {
  /// The name of a value: the first whose pattern it fits, or else `default`.
  ///
  /// - Parameter value: a field's value.
  /// - Returns: the name, or `nil` where it has none.
  public func name(of value: UInt64) -> EnumeratedValue? {
    first {
      if case .bits(let bits, let dontCare) = $0.pattern.value { value & ~dontCare == bits } else { false }
    } ?? first { $0.pattern.value == .otherwise }
  }
}

/// What a field counts.
public struct FieldQuantity: Sendable, Equatable {
  /// The unit: `baud`, `Hz`, `m°C`.
  public var unit: Located<String>
  /// How the value in the unit comes from the bits.
  public var conversion: Conversion

  /// How the value in the unit comes from the bits.
  public enum Conversion: Sendable, Equatable {
    /// value = raw × `scale` + `offset`.
    case linear(scale: Located<Ratio>, offset: Located<Int64>)
    /// value = `dividend` ÷ raw; the dividend is made of clocks and parameters.
    case divides(Located<Expression>)
  }

  /// Takes each part as it is.
  public init(unit: Located<String>, conversion: Conversion) {
    self.unit = unit
    self.conversion = conversion
  }
}

/// A ratio of whole numbers: `125/2`, or `10`.
public struct Ratio: Sendable, Hashable {
  /// Above the line.
  public var numerator: Int64
  /// Below the line; a rule refuses 0.
  public var denominator: Int64

  /// Takes each part as it is.
  public init(_ numerator: Int64, over denominator: Int64 = 1) {
    self.numerator = numerator
    self.denominator = denominator
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

/// The bits of a field: one range, or several.
public struct FieldBits: Sendable, Hashable {
  /// At least one; the first is the most significant part of the value.
  public var ranges: [BitRange]

  /// Takes the ranges as they are.
  public init(_ ranges: [BitRange]) { self.ranges = ranges }

  /// One range.
  public init(high: Int, low: Int) { ranges = [BitRange(high: high, low: low)] }

  /// How many bits in all.
  public var width: Int { ranges.reduce(0) { $0 &+ $1.width } }
  /// The lowest bit of all.
  public var low: Int { ranges.lazy.map(\.low).min() ?? 0 }
  /// The highest bit of all.
  public var high: Int { ranges.lazy.map(\.high).max() ?? 0 }
  /// Whether it is in one piece.
  public var isContiguous: Bool { ranges.count == 1 }
  /// The field's bits, set in a register's value.
  public var mask: UInt64 { ranges.reduce(0) { $0 | $1.mask } }
  /// The largest value that the bits hold.
  public var largestValue: UInt64 { width >= 64 ? .max : width <= 0 ? 0 : (1 << UInt64(width)) - 1 }
}
