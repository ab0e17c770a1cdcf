// Do not edit: generated from interrupts.driver.yaml (digest b14f888c98bbd6b0) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// What the driver of a LINES needs of the machine, and all that it gets.
struct LINESResources<Bus: RegisterBus>: ~Copyable {
  /// Memory 0 of the device, 0x100 bytes. (interrupts.driver.yaml:6)
  let registers: LINESRegisters<Bus>

  /// Takes what a system gives; a parameter that it does not set has its default.
  init(registers: Bus) {
    self.registers = LINESRegisters(on: registers)
  }
}

extension LINESResources where Bus == DeviceBus {
  /// Takes the resources out of what the component was granted.
  init(from grants: borrowing some DriverGrants & ~Copyable) throws(DriverError) {
    try grants.requireInterrupts(4)
    try self.init(registers: grants.bus(0, holding: 0x100, alignedTo: 4))
  }
}

/// Drives a LINES.
///
/// (interrupts.driver.yaml:3)
struct LINESDriver<Bus: RegisterBus>: ~Copyable {
  private let resources: LINESResources<Bus>

  /// A driver that holds its device; nothing is touched yet.
  init(_ resources: consuming LINESResources<Bus>) { self.resources = resources }

  /// The device's registers.
  var registers: LINESRegisters<Bus> { resources.registers }
}

/// What the spec leaves to Swift: write these functions in an extension of `LINESDriver`.
protocol LINESHooks: ~Copyable {
  /// Serves interrupt cause `tick`, which is cleared already. (interrupts.driver.yaml:24)
  mutating func serveTick()

  /// Serves interrupt cause `error`, which this must clear. (interrupts.driver.yaml:30)
  mutating func serveError()

  /// Serves interrupt cause `data`, which this must clear. (interrupts.driver.yaml:31)
  mutating func serveData()

  /// Serves interrupt cause `risen`, which this must clear. (interrupts.driver.yaml:37)
  mutating func serveRisen()

  /// Serves interrupt cause `fallen`, which this must clear. (interrupts.driver.yaml:38)
  mutating func serveFallen()
}

extension LINESDriver: LINESHooks {}

extension LINESDriver: Driver {
  static var deviceName: StaticString { "LINES" }

  /// Nothing to do: the spec has no sequence `probe`.
  mutating func probe() throws(DriverError) {}

  /// Brings the device from any state to work, with its interrupts masked. (interrupts.driver.yaml:44)
  mutating func start() throws(DriverError) {
    registers.ENABLE.write(3)
  }

  /// Nothing to do: the spec has no sequence `stop`.
  mutating func stop() throws(DriverError) {}
}

extension LINESDriver {
  /// Sequence `rearm`. (interrupts.driver.yaml:46)
  mutating func rearm() {
    registers.ENABLE.write(1)
  }
}

extension LINESDriver: InterruptDriver {
  /// Finds an interrupt's causes, clears them in the device, and serves each.
  mutating func serve(_ interrupt: consuming PendingInterrupt) -> ClearedInterrupt {
    switch interrupt.index {
    case 0:
      // Interrupt `alone`. (interrupts.driver.yaml:22)
      let cleared = interrupt.cleared { _ = registers.SEEN.readWithEffect() }
      serveTick()
      return cleared
    case 1:
      // Interrupt `encoded`. (interrupts.driver.yaml:25)
      // Looked at again as long as anything is pending, 8 times at most.
      for _ in 0..<8 {
        let pending = registers.CODE.read()
        guard !pending.NONE else { break }
        if pending.CAUSE == .error { serveError() }
        if pending.CAUSE == .data {
          _ = registers.DATA.readWithEffect()
          serveData()
        }
      }
      return interrupt.cleared {}
    case 2:
      // Interrupt `edges`. (interrupts.driver.yaml:32)
      // Looked at again as long as anything is pending, 4 times at most.
      for _ in 0..<4 {
        let pending = registers.FLAGS.read()
        guard pending.RISEN || pending.FALLEN else { break }
        if pending.RISEN {
          registers.ACK.writeFromZero { $0.RISEN = true }
          serveRisen()
        }
        if pending.FALLEN {
          registers.ACK.writeFromZero { $0.FALLEN = true }
          serveFallen()
        }
      }
      return interrupt.cleared {}
    case 3:
      // Interrupt `message`. (interrupts.driver.yaml:39)
      let pending = registers.EVENT.read()
      let cleared = interrupt.cleared { registers.DONE.write(0x5a) }
      if pending.FIRED { rearm() }
      return cleared
    default:
      return interrupt.cleared {}
    }
  }
}
