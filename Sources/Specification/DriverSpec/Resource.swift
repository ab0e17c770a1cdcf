public import Diagnostics

/// One thing that the driver needs of the machine, and that the broker grants.
public struct Resource: Sendable, Equatable {
  /// The name by which the rest of the spec speaks of it.
  public var name: Located<String>
  /// What it is.
  public var kind: Kind

  /// The kinds of resource.
  public enum Kind: Sendable, Equatable {
    /// Entry `index` of the node's `reg`, of which the driver uses `size` bytes.
    case mmio(index: Located<Int>, size: Located<UInt64>)
    /// Entry `index` of the node's interrupts. A missing trigger is refused by a rule.
    case irq(index: Located<Int>, trigger: Located<Trigger>?)
    /// Entry `index` of the node's `clocks`; its rate is known to sequences in Hz under the resource's name.
    case clock(index: Located<Int>)
  }

  /// How a line asks for attention.
  public enum Trigger: String, Sendable, CaseIterable {
    case level, edge
  }

  /// Takes each part as it is.
  public init(name: Located<String>, kind: Kind) {
    self.name = name
    self.kind = kind
  }
}

/// A number that a system may set for a driver: `baud-rate: {default: 115200, unit: baud, range: 50...4000000}`.
public struct Parameter: Sendable, Equatable {
  /// The name by which sequences speak of it.
  public var name: Located<String>
  /// One line that says what it sets.
  public var summary: Located<String>?
  /// Its value where the system sets none.
  public var defaultValue: Located<UInt64>
  /// What it is counted in, for documentation.
  public var unit: Located<String>?
  /// The values that are allowed, both ends included.
  public var range: Located<ClosedRange<UInt64>>?

  /// Takes each part as it is.
  public init(
    name: Located<String>, summary: Located<String>? = nil, defaultValue: Located<UInt64>,
    unit: Located<String>? = nil, range: Located<ClosedRange<UInt64>>? = nil
  ) {
    self.name = name
    self.summary = summary
    self.defaultValue = defaultValue
    self.unit = unit
    self.range = range
  }
}
