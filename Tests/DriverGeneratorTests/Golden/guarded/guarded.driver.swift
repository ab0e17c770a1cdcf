// Do not edit: generated from guarded.driver.yaml (digest ca14ccbb904cff48) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// What the driver of a GUARD needs of the machine, and all that it gets.
struct GUARDResources<Bus: RegisterBus>: ~Copyable {
  /// Memory 0 of the device, 0x100 bytes. (guarded.driver.yaml:6)
  let registers: GUARDRegisters<Bus>

  /// Takes what a system gives; a parameter that it does not set has its default.
  init(registers: Bus) {
    self.registers = GUARDRegisters(on: registers)
  }
}

extension GUARDResources where Bus == DeviceBus {
  /// Takes the resources out of what the component was granted.
  init(from grants: borrowing some DriverGrants & ~Copyable) throws(DriverError) {
    try self.init(registers: grants.bus(0, holding: 0x100, alignedTo: 4))
  }
}

/// Drives a GUARD.
///
/// (guarded.driver.yaml:3)
struct GUARDDriver<Bus: RegisterBus>: ~Copyable {
  private let resources: GUARDResources<Bus>

  /// A driver that holds its device; nothing is touched yet.
  init(_ resources: consuming GUARDResources<Bus>) { self.resources = resources }

  /// The device's registers.
  var registers: GUARDRegisters<Bus> { resources.registers }
}

extension GUARDDriver: Driver {
  static var deviceName: StaticString { "GUARD" }

  /// Nothing to do: the spec has no sequence `probe`.
  mutating func probe() throws(DriverError) {}

  /// Brings the device from any state to work, with its interrupts masked. (guarded.driver.yaml:20)
  mutating func start() throws(DriverError) {
    registers.LOAD.write(0x3e8)
    registers.CONTROL.writeFromZero {
      $0.EN = true
      $0.RATE = 5
    }
    registers.QUEUE[1].write(3)
    registers.barrier()
    registers.BELL.write(1)
  }

  /// Nothing to do: the spec has no sequence `stop`.
  mutating func stop() throws(DriverError) {}

  /// Stops the device at once, whatever it does. (guarded.driver.yaml:26)
  mutating func quiesce() throws(DriverError) {
    registers.CONTROL.modify { $0.EN = false }
  }
}

extension GUARDDriver: InterruptDriver {
  /// Finds an interrupt's causes, clears them in the device, and serves each.
  mutating func serve(_ interrupt: consuming PendingInterrupt) -> ClearedInterrupt {
    interrupt.cleared {}
  }
}
