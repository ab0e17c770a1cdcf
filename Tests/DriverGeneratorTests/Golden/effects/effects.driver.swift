// Do not edit: generated from effects.driver.yaml (digest 8c5c48975665db24) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// What the driver of a EFFECTS needs of the machine, and all that it gets.
struct EFFECTSResources<Bus: RegisterBus>: ~Copyable {
  /// Memory 0 of the device, 0x100 bytes. (effects.driver.yaml:6)
  let registers: EFFECTSRegisters<Bus>

  /// Takes what a system gives; a parameter that it does not set has its default.
  init(registers: Bus) {
    self.registers = EFFECTSRegisters(on: registers)
  }
}

extension EFFECTSResources where Bus == DeviceBus {
  /// Takes the resources out of what the component was granted.
  init(from grants: borrowing some DriverGrants & ~Copyable) throws(DriverError) {
    try self.init(registers: grants.bus(0, holding: 0x100, alignedTo: 4))
  }
}

/// Drives a EFFECTS.
///
/// (effects.driver.yaml:3)
struct EFFECTSDriver<Bus: RegisterBus>: ~Copyable {
  private let resources: EFFECTSResources<Bus>

  /// A driver that holds its device; nothing is touched yet.
  init(_ resources: consuming EFFECTSResources<Bus>) { self.resources = resources }

  /// The device's registers.
  var registers: EFFECTSRegisters<Bus> { resources.registers }
}

extension EFFECTSDriver: Driver {
  static var deviceName: StaticString { "EFFECTS" }

  /// Nothing to do: the spec has no sequence `probe`.
  mutating func probe() throws(DriverError) {}

  /// Brings the device from any state to work, with its interrupts masked. (effects.driver.yaml:32)
  mutating func start() throws(DriverError) {
    registers.MIXED.modify { $0.PLAIN = 9 }
    registers.PENDING.writeFromZero { $0.A = true }
    registers.FORCED.writeFromZero { $0.MODE = 2 }
    registers.KICK.write(1)
    _ = registers.TAKEN.readWithEffect()
  }

  /// Nothing to do: the spec has no sequence `stop`.
  mutating func stop() throws(DriverError) {}
}

extension EFFECTSDriver: InterruptDriver {
  /// Finds an interrupt's causes, clears them in the device, and serves each.
  mutating func serve(_ interrupt: consuming PendingInterrupt) -> ClearedInterrupt {
    interrupt.cleared {}
  }
}
