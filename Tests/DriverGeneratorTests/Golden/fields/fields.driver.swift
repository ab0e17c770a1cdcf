// Do not edit: generated from fields.driver.yaml (digest f002b25ddded228b) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// What the driver of a SENSOR needs of the machine, and all that it gets.
struct SENSORResources<Bus: RegisterBus>: ~Copyable {
  /// Memory 0 of the device, 0x40 bytes. (fields.driver.yaml:6)
  let registers: SENSORRegisters<Bus>
  /// The rate of clock 0 of the device in Hz. (fields.driver.yaml:7)
  let uartclk: UInt64

  /// Takes what a system gives; a parameter that it does not set has its default.
  init(registers: Bus, uartclk: UInt64) {
    self.registers = SENSORRegisters(on: registers)
    self.uartclk = uartclk
  }
}

extension SENSORResources where Bus == DeviceBus {
  /// Takes the resources out of what the component was granted.
  init(from grants: borrowing some DriverGrants & ~Copyable) throws(DriverError) {
    try self.init(registers: grants.bus(0, holding: 0x40, alignedTo: 8), uartclk: grants.rate(ofClock: 0))
  }
}

/// Drives a SENSOR.
///
/// (fields.driver.yaml:3)
struct SENSORDriver<Bus: RegisterBus>: ~Copyable {
  private let resources: SENSORResources<Bus>

  /// A driver that holds its device; nothing is touched yet.
  init(_ resources: consuming SENSORResources<Bus>) { self.resources = resources }

  /// The device's registers.
  var registers: SENSORRegisters<Bus> { resources.registers }
}

extension SENSORDriver: Driver {
  static var deviceName: StaticString { "SENSOR" }

  /// Nothing to do: the spec has no sequence `probe`.
  mutating func probe() throws(DriverError) {}

  /// Brings the device from any state to work, with its interrupts masked. (fields.driver.yaml:31)
  mutating func start() throws(DriverError) {
    registers.SHAPE.writeFromZero {
      $0.DIV = 165
      $0.LEVEL = 16
      $0.TRIM = -1
      $0.GAIN = .init(6)
    }
    registers.NAMES.writeFromZero {
      $0.MODE = .fast
      $0.setSEL(.start)
      $0.KIND = .rich
    }
    if registers.NAMES.read().SEL == .busy {
      registers.NAMES.modify { $0.MODE = .off }
    }
  }

  /// Nothing to do: the spec has no sequence `stop`.
  mutating func stop() throws(DriverError) {}
}

extension SENSORDriver: InterruptDriver {
  /// Finds an interrupt's causes, clears them in the device, and serves each.
  mutating func serve(_ interrupt: consuming PendingInterrupt) -> ClearedInterrupt {
    interrupt.cleared {}
  }
}
