// Do not edit: generated from own-name.driver.yaml (digest 7a2d286ecefd5ea1) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// What the driver of a TIMER needs of the machine, and all that it gets.
struct TIMERResources<Bus: RegisterBus>: ~Copyable {
  /// Memory 0 of the device, 0x100 bytes. (own-name.driver.yaml:6)
  let registers: TIMERRegisters<Bus>

  /// Takes what a system gives; a parameter that it does not set has its default.
  init(registers: Bus) {
    self.registers = TIMERRegisters(on: registers)
  }
}

extension TIMERResources where Bus == DeviceBus {
  /// Takes the resources out of what the component was granted.
  init(from grants: borrowing some DriverGrants & ~Copyable) throws(DriverError) {
    try self.init(registers: grants.bus(0, holding: 0x100, alignedTo: 4))
  }
}

/// Drives a TIMER.
///
/// (own-name.driver.yaml:3)
struct TIMERDriver<Bus: RegisterBus>: ~Copyable {
  private let resources: TIMERResources<Bus>

  /// A driver that holds its device; nothing is touched yet.
  init(_ resources: consuming TIMERResources<Bus>) { self.resources = resources }

  /// The device's registers.
  var registers: TIMERRegisters<Bus> { resources.registers }
}

extension TIMERDriver {
  /// How long to wait for TIMER.TIMER.VALUE: 1 ms, at no less than 10 ns a poll. (own-name.driver.yaml:22)
  private static var startPollsOfVALUE: UInt64 { 100_000 }
}

extension TIMERDriver: Driver {
  static var deviceName: StaticString { "TIMER" }

  /// Nothing to do: the spec has no sequence `probe`.
  mutating func probe() throws(DriverError) {}

  /// Brings the device from any state to work, with its interrupts masked. (own-name.driver.yaml:19)
  mutating func start() throws(DriverError) {
    registers.FINE.modify { $0.STEP = 3 }
    registers.TIMER[0].LOAD.write(0x64)
    try registers.TIMER[0].TIMER.wait(
      for: "VALUE",
      of: "TIMER.TIMER",
      polls: Self.startPollsOfVALUE,
      specLine: 22
    ) { $0.VALUE == 0 }
  }

  /// Quiesces the device. (own-name.driver.yaml:23)
  mutating func stop() throws(DriverError) {
    registers.TIMER[1].LOAD.write(0)
  }
}

extension TIMERDriver: InterruptDriver {
  /// Finds an interrupt's causes, clears them in the device, and serves each.
  mutating func serve(_ interrupt: consuming PendingInterrupt) -> ClearedInterrupt {
    interrupt.cleared {}
  }
}
