public import Diagnostics

/// One thing that the driver needs of the machine, and that the broker grants.
public struct Resource: Sendable, Equatable {
  public var name: Located<String>
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
}

/// A number that a system may set for a driver: `baud-rate: {default: 115200, unit: baud, range: 50...4000000}`.
public struct Parameter: Sendable, Equatable {
  public var name: Located<String>
  public var summary: Located<String>?
  public var defaultValue: Located<UInt64>
  /// What it is counted in, for documentation.
  public var unit: Located<String>?
  /// The values that are allowed, both ends included.
  public var range: Located<ClosedRange<UInt64>>?
}
