// Do not edit: generated from widths.driver.yaml (digest eb8cc37d37f73a12) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// What the driver of a WIDTHS needs of the machine, and all that it gets.
struct WIDTHSResources<Bus: RegisterBus>: ~Copyable {
  /// Memory 0 of the device, 0x20 bytes. (widths.driver.yaml:6)
  let registers: WIDTHSRegisters<Bus>

  /// Takes what a system gives; a parameter that it does not set has its default.
  init(registers: Bus) {
    self.registers = WIDTHSRegisters(on: registers)
  }
}

extension WIDTHSResources where Bus == DeviceBus {
  /// Takes the resources out of what the component was granted.
  init(from grants: borrowing some DriverGrants & ~Copyable) throws(DriverError) {
    try self.init(registers: grants.bus(0, holding: 0x20, alignedTo: 8))
  }
}

/// Drives a WIDTHS.
///
/// (widths.driver.yaml:3)
struct WIDTHSDriver<Bus: RegisterBus>: ~Copyable {
  private let resources: WIDTHSResources<Bus>

  /// A driver that holds its device; nothing is touched yet.
  init(_ resources: consuming WIDTHSResources<Bus>) { self.resources = resources }

  /// The device's registers.
  var registers: WIDTHSRegisters<Bus> { resources.registers }
}

extension WIDTHSDriver: Driver {
  static var deviceName: StaticString { "WIDTHS" }

  /// Nothing to do: the spec has no sequence `probe`.
  mutating func probe() throws(DriverError) {}

  /// Nothing to do: the spec has no sequence `start`.
  mutating func start() throws(DriverError) {}

  /// Nothing to do: the spec has no sequence `stop`.
  mutating func stop() throws(DriverError) {}
}

extension WIDTHSDriver: InterruptDriver {
  /// Finds an interrupt's causes, clears them in the device, and serves each.
  mutating func serve(_ interrupt: consuming PendingInterrupt) -> ClearedInterrupt {
    interrupt.cleared {}
  }
}
