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
  /// The registers, in source order.
  public var registers: [Register]
  /// How each interrupt line is served.
  public var interrupts: [Interrupt]
  /// What the driver does, step by step.
  public var sequences: [Sequence]
  /// What the spec leaves to the author's Swift.
  public var hooks: [Hook]
  /// How the serial class is done on this device; present where `deviceClass` is `serial`.
  public var serial: SerialBinding?

  /// Takes each part as it is.
  public init(
    version: Located<Int>, name: Located<String>, summary: Located<String>? = nil,
    manual: Located<String>? = nil, deviceClass: Located<DeviceClass>? = nil, identity: Identity,
    resources: [Resource] = [], parameters: [Parameter] = [], registers: [Register] = [],
    interrupts: [Interrupt] = [], sequences: [Sequence] = [], hooks: [Hook] = [], serial: SerialBinding? = nil
  ) {
    self.version = version
    self.name = name
    self.summary = summary
    self.manual = manual
    self.deviceClass = deviceClass
    self.identity = identity
    self.resources = resources
    self.parameters = parameters
    self.registers = registers
    self.interrupts = interrupts
    self.sequences = sequences
    self.hooks = hooks
    self.serial = serial
  }
}

/// A class of device: the service that a driver offers to its clients.
public enum DeviceClass: String, Sendable, CaseIterable {
  case serial
}

/// How a machine names the device.
public struct Identity: Sendable, Equatable {
  /// Device tree `compatible` strings, best match first.
  public var compatible: [Located<String>]

  /// Takes each part as it is.
  public init(compatible: [Located<String>] = []) { self.compatible = compatible }
}
