// Do not edit: generated from gate.driver.yaml (digest b5e84915bef70412) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// What the driver of a GATE needs of the machine, and all that it gets.
struct GATEResources<Bus: RegisterBus>: ~Copyable {
  /// Memory 0 of the device, 0x10 bytes. (gate.driver.yaml:7)
  let registers: GATERegisters<Bus>

  /// Takes what a system gives; a parameter that it does not set has its default.
  init(registers: Bus) {
    self.registers = GATERegisters(on: registers)
  }
}

extension GATEResources where Bus == DeviceBus {
  /// Takes the resources out of what the component was granted.
  init(from grants: borrowing some DriverGrants & ~Copyable) throws(DriverError) {
    try grants.requireInterrupts(1)
    try self.init(registers: grants.bus(0, holding: 0x10, alignedTo: 4))
  }
}

/// Drives a GATE: A gate with a latch.
///
/// (gate.driver.yaml:3)
struct GATEDriver<Bus: RegisterBus>: ~Copyable {
  private let resources: GATEResources<Bus>

  /// A driver that holds its device; nothing is touched yet.
  init(_ resources: consuming GATEResources<Bus>) { self.resources = resources }

  /// The device's registers.
  var registers: GATERegisters<Bus> { resources.registers }
}

/// What the spec leaves to Swift: write these functions in an extension of `GATEDriver`.
protocol GATEHooks: ~Copyable {
  /// Waits until the gate no longer swings. (gate.driver.yaml:21)
  mutating func settle() throws(DriverError)

  /// Serves interrupt cause `moved`, which is cleared already. (gate.driver.yaml:19)
  mutating func serveMoved()

  /// Serves interrupt cause `blocked`, which is cleared already. (gate.driver.yaml:19)
  mutating func serveBlocked()
}

extension GATEDriver: GATEHooks {}

extension GATEDriver: Driver {
  static var deviceName: StaticString { "GATE" }

  /// Nothing to do: the spec has no sequence `probe`.
  mutating func probe() throws(DriverError) {}

  /// Brings the device from any state to work, with its interrupts masked. (gate.driver.yaml:23)
  mutating func start() throws(DriverError) {
    registers.STATUS.write(3)
    try settle()
  }

  /// Nothing to do: the spec has no sequence `stop`.
  mutating func stop() throws(DriverError) {}
}

extension GATEDriver {
  /// Opens the gate. (gate.driver.yaml:26)
  ///
  /// Section 2.1 of the manual.
  mutating func open() throws(DriverError) {
    registers.CTRL.modify { $0.OPEN = true }
    try settle()
  }
}

extension GATEDriver: InterruptDriver {
  /// Finds an interrupt's causes, clears them in the device, and serves each.
  mutating func serve(_ interrupt: consuming PendingInterrupt) -> ClearedInterrupt {
    // Interrupt `alarm`. (gate.driver.yaml:16)
    let pending = registers.STATUS.read()
    let cleared = interrupt.cleared { registers.STATUS.write(pending.word) }
    if pending.MOVED { serveMoved() }
    if pending.BLOCKED { serveBlocked() }
    return cleared
  }
}
