public import Diagnostics

/// One thing that the driver needs of the machine, and that the broker grants.
public struct Resource: Sendable, Equatable {
  /// The name by which the rest of the spec speaks of it.
  public var name: Located<String>
  /// What it is.
  public var kind: Kind

  /// The kinds of resource.
  public enum Kind: Sendable, Equatable {
    /// Registers: memory, I/O ports, or both ways to the same.
    case registers(RegisterWindow)
    /// Entry `index` of the node's interrupts. A missing trigger is refused by a rule.
    case irq(index: Located<Int>, trigger: Located<Trigger>?, isShared: Located<Bool>?)
    /// Message-signalled interrupt `index` of the device.
    case msi(index: Located<Int>)
    /// Entry `index` of the node's `clocks`; its rate is known to sequences in Hz under the resource's name.
    case clock(index: Located<Int>)
    /// Memory that driver and device share.
    case dma(DMAPool)
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

  /// The window, where it is one of registers.
  public var window: RegisterWindow? { if case .registers(let window) = kind { window } else { nil } }
  /// The pool, where it is one of memory.
  public var pool: DMAPool? { if case .dma(let pool) = kind { pool } else { nil } }
  /// Whether interrupts come from it.
  public var isInterrupt: Bool {
    switch kind {
    case .irq, .msi: true
    case .registers, .clock, .dma: false
    }
  }
}

/// A stretch of registers, and the ways in which a machine may give access to it.
public struct RegisterWindow: Sendable, Equatable {
  /// Entry of the node's `reg`, where registers may be memory.
  public var mmio: Located<Int>?
  /// Entry of the device's I/O port ranges, where registers may be ports.
  public var port: Located<Int>?
  /// Base address register of the PCI function, where registers may be behind one.
  public var bar: Located<Int>?
  /// Where the spec says that the registers are the PCI function's configuration space, which each has once.
  public var configurationSpace: SourcePlace?
  /// Bytes, as the registers' offsets count them: before `shift`.
  public var size: Located<UInt64>
  /// By how many bits a register's offset is shifted up to its address (`reg-shift`); 0 where the spec says none.
  public var shift: Located<Setting>?
  /// Bytes of every access (`reg-io-width`); each register's own width where the spec says none.
  public var accessWidth: Located<Setting>?

  /// A number, or the parameter that holds it.
  public enum Setting: Sendable, Hashable {
    case number(UInt64)
    case parameter(String)
  }

  /// Takes each part as it is.
  public init(
    mmio: Located<Int>? = nil, port: Located<Int>? = nil, bar: Located<Int>? = nil,
    configurationSpace: SourcePlace? = nil, size: Located<UInt64>, shift: Located<Setting>? = nil,
    accessWidth: Located<Setting>? = nil
  ) {
    self.mmio = mmio
    self.port = port
    self.bar = bar
    self.configurationSpace = configurationSpace
    self.size = size
    self.shift = shift
    self.accessWidth = accessWidth
  }
}

/// Memory that driver and device share.
public struct DMAPool: Sendable, Equatable {
  /// Bytes.
  public var size: Located<UInt64>
  /// Bytes, a power of two; a page where the spec says none.
  public var alignment: Located<UInt64>?
  /// How many bits of an address the device has; 64 where the spec says none.
  public var addressBits: Located<Int>?

  /// Takes each part as it is.
  public init(size: Located<UInt64>, alignment: Located<UInt64>? = nil, addressBits: Located<Int>? = nil) {
    self.size = size
    self.alignment = alignment
    self.addressBits = addressBits
  }
}

/// A number that a system may set for a driver: `baud-rate: {default: 115200, unit: baud, range: 50...4000000}`.
public struct Parameter: Sendable, Equatable {
  /// The name by which sequences speak of it.
  public var name: Located<String>
  /// One line that says what it sets.
  public var summary: Located<String>?
  /// Its value where neither the system nor the device tree sets one.
  public var defaultValue: Located<UInt64>
  /// The property of the device tree node that sets it, a cell or two.
  public var property: Located<String>?
  /// What it is counted in, for documentation.
  public var unit: Located<String>?
  /// The values that are allowed, both ends included.
  public var range: Located<ClosedRange<UInt64>>?

  /// Takes each part as it is.
  public init(
    name: Located<String>, summary: Located<String>? = nil, defaultValue: Located<UInt64>,
    property: Located<String>? = nil, unit: Located<String>? = nil, range: Located<ClosedRange<UInt64>>? = nil
  ) {
    self.name = name
    self.summary = summary
    self.defaultValue = defaultValue
    self.property = property
    self.unit = unit
    self.range = range
  }
}
