// Do not edit: generated from two-regions.driver.yaml (digest 626d66fb15fd4365) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// What the driver of a TWIN needs of the machine, and all that it gets.
struct TWINResources<Bus: RegisterBus>: ~Copyable {
  /// Memory 0 of the device, 0x10 bytes. (two-regions.driver.yaml:6)
  let control: TWINControlRegisters<Bus>
  /// Memory 1 of the device, 0x100 bytes. (two-regions.driver.yaml:7)
  let dataWindow: TWINDataWindowRegisters<Bus>

  /// Takes what a system gives; a parameter that it does not set has its default.
  init(control: Bus, dataWindow: Bus) {
    self.control = TWINControlRegisters(on: control)
    self.dataWindow = TWINDataWindowRegisters(on: dataWindow)
  }
}

extension TWINResources where Bus == DeviceBus {
  /// Takes the resources out of what the component was granted.
  init(from grants: borrowing some DriverGrants & ~Copyable) throws(DriverError) {
    try grants.requireInterrupts(2)
    try self.init(
      control: grants.bus(0, holding: 0x10, alignedTo: 4),
      dataWindow: grants.bus(1, holding: 0x100, alignedTo: 8))
  }
}

/// Drives a TWIN.
///
/// (two-regions.driver.yaml:3)
struct TWINDriver<Bus: RegisterBus>: ~Copyable {
  private let resources: TWINResources<Bus>

  /// A driver that holds its device; nothing is touched yet.
  init(_ resources: consuming TWINResources<Bus>) { self.resources = resources }

  /// The device's registers: control.
  var control: TWINControlRegisters<Bus> { resources.control }

  /// The device's registers: data-window.
  var dataWindow: TWINDataWindowRegisters<Bus> { resources.dataWindow }
}

/// What the spec leaves to Swift: write these functions in an extension of `TWINDriver`.
protocol TWINHooks: ~Copyable {
  /// Serves interrupt cause `done`, which this must clear. (two-regions.driver.yaml:18)
  mutating func serveDone()

  /// Serves interrupt cause `temperature`, which is cleared already. (two-regions.driver.yaml:19)
  mutating func serveTemperature()
}

extension TWINDriver: TWINHooks {}

extension TWINDriver: Driver {
  static var deviceName: StaticString { "TWIN" }

  /// Nothing to do: the spec has no sequence `probe`.
  mutating func probe() throws(DriverError) {}

  /// Brings the device from any state to work, with its interrupts masked. (two-regions.driver.yaml:21)
  mutating func start() throws(DriverError) {
    control.MODE.modify { $0.ON = true }
  }

  /// Quiesces the device. (two-regions.driver.yaml:22)
  mutating func stop() throws(DriverError) {
    control.MODE.modify { $0.ON = false }
  }
}

extension TWINDriver: InterruptDriver {
  /// Finds an interrupt's causes, clears them in the device, and serves each.
  mutating func serve(_ interrupt: consuming PendingInterrupt) -> ClearedInterrupt {
    switch interrupt.index {
    case 0:
      // Interrupt `ready`. (two-regions.driver.yaml:18)
      // Looked at again as long as anything is pending, 4 times at most.
      for _ in 0..<4 {
        let pending = control.READY.read()
        guard pending.DONE else { break }
        if pending.DONE { serveDone() }
      }
      return interrupt.cleared {}
    case 1:
      // Interrupt `failed`. (two-regions.driver.yaml:19)
      let pending = control.FAULT.read()
      let cleared = interrupt.cleared { control.CLEAR.write(UInt32(truncatingIfNeeded: pending.word)) }
      if pending.HOT || pending.COLD { serveTemperature() }
      return cleared
    default:
      return interrupt.cleared {}
    }
  }
}
