public import Diagnostics

/// What one file says of one device: the datasheet's facts, and nothing of the machine it runs on.
///
/// A plain value: reading it from YAML is SpecReader's work, judging it is SpecRules'. Every list stands in source order.
public struct DriverSpec: Sendable, Equatable {
  /// The version of the spec language, `dddk: 1`.
  public var version: Located<Int>
  /// The device's name as its manual has it: `PL011`.
  public var name: Located<String>
  /// One line that says what the device is.
  public var summary: Located<String>?
  /// The manual that the facts come from, with its number and revision.
  public var manual: Located<String>?
  /// What the device does for others; `nil` where the driver only has its registers, causes and hooks.
  public var deviceClass: Located<DeviceClass>?
  /// How a machine says that it has this device.
  public var identity: Identity
  /// What the driver needs of the machine.
  public var resources: [Resource]
  /// Numbers that a system may set, with their defaults.
  public var parameters: [Parameter]
  /// The order of the bytes of registers and descriptors that do not say their own; little where the spec says none.
  public var byteOrder: Located<ByteOrder>?
  /// Registers and blocks of them, in source order.
  public var registers: [RegisterItem]
  /// Blocks that stand in several places.
  public var blocks: [BlockDefinition]
  /// Registers that let others be written.
  public var locks: [Lock]
  /// Layouts of entries in memory that is shared with the device.
  public var descriptors: [Descriptor]
  /// Rings of such entries.
  public var rings: [DescriptorRing]
  /// How each interrupt line is served.
  public var interrupts: [Interrupt]
  /// What the driver does, step by step.
  public var sequences: [Sequence]
  /// What the spec leaves to the author's Swift.
  public var hooks: [Hook]
  /// How the serial class is done on this device; present where `deviceClass` is `serial`.
  public var serial: SerialBinding?
  /// Rules that do not hold for the whole spec.
  public var waivers: [Waiver]

  /// Takes each part as it is.
  public init(
    version: Located<Int>, name: Located<String>, summary: Located<String>? = nil,
    manual: Located<String>? = nil, deviceClass: Located<DeviceClass>? = nil, identity: Identity,
    resources: [Resource] = [], parameters: [Parameter] = [], byteOrder: Located<ByteOrder>? = nil,
    registers: [RegisterItem] = [], blocks: [BlockDefinition] = [], locks: [Lock] = [],
    descriptors: [Descriptor] = [], rings: [DescriptorRing] = [], interrupts: [Interrupt] = [],
    sequences: [Sequence] = [], hooks: [Hook] = [], serial: SerialBinding? = nil, waivers: [Waiver] = []
  ) {
    self.version = version
    self.name = name
    self.summary = summary
    self.manual = manual
    self.deviceClass = deviceClass
    self.identity = identity
    self.resources = resources
    self.parameters = parameters
    self.byteOrder = byteOrder
    self.registers = registers
    self.blocks = blocks
    self.locks = locks
    self.descriptors = descriptors
    self.rings = rings
    self.interrupts = interrupts
    self.sequences = sequences
    self.hooks = hooks
    self.serial = serial
    self.waivers = waivers
  }
}

/// A class of device: the service that a driver offers to its clients.
public enum DeviceClass: String, Sendable, CaseIterable {
  case serial
}
