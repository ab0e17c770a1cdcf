// Do not edit: generated from rings.driver.yaml (digest 729433225c569b0d) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// What the driver of a NIC needs of the machine, and all that it gets.
struct NICResources<Bus: RegisterBus>: ~Copyable {
  /// Memory 0 of the device, 0x100 bytes. (rings.driver.yaml:6)
  let registers: NICRegisters<Bus>

  /// Takes what a system gives; a parameter that it does not set has its default.
  init(registers: Bus) {
    self.registers = NICRegisters(on: registers)
  }
}

extension NICResources where Bus == DeviceBus {
  /// Takes the resources out of what the component was granted.
  init(from grants: borrowing some DriverGrants & ~Copyable) throws(DriverError) {
    try self.init(registers: grants.bus(0, holding: 0x100, alignedTo: 4))
  }
}

/// Drives a NIC.
///
/// (rings.driver.yaml:3)
struct NICDriver<Bus: RegisterBus>: ~Copyable {
  private let resources: NICResources<Bus>

  /// A driver that holds its device; nothing is touched yet.
  init(_ resources: consuming NICResources<Bus>) { self.resources = resources }

  /// The device's registers.
  var registers: NICRegisters<Bus> { resources.registers }
}

extension NICDriver: Driver {
  static var deviceName: StaticString { "NIC" }

  /// Nothing to do: the spec has no sequence `probe`.
  mutating func probe() throws(DriverError) {}

  /// Brings the device from any state to work, with its interrupts masked. (rings.driver.yaml:30)
  mutating func start() throws(DriverError) {
    registers.KICK.write(1)
  }

  /// Nothing to do: the spec has no sequence `stop`.
  mutating func stop() throws(DriverError) {}
}

extension NICDriver {
  /// Tells the device where ring `transmit` lies. (rings.driver.yaml:27)
  func attach<Memory: DMAMemory>(
    _ ring: borrowing DescriptorRing<NIC.TransmitRing<Memory>>
  ) throws(DriverError) {
    try registers.TXBASE.write(Quantity(ring.deviceAddress).value(specLine: 27))
  }
}

extension NICDriver: InterruptDriver {
  /// Finds an interrupt's causes, clears them in the device, and serves each.
  mutating func serve(_ interrupt: consuming PendingInterrupt) -> ClearedInterrupt {
    interrupt.cleared {}
  }
}
