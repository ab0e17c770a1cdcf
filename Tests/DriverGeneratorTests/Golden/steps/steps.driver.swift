// Do not edit: generated from steps.driver.yaml (digest 8869cc2dc82cd99b) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// What the driver of a STEPS needs of the machine, and all that it gets.
struct STEPSResources<Bus: RegisterBus>: ~Copyable {
  /// Memory 0 of the device, 0x100 bytes. (steps.driver.yaml:6)
  let registers: STEPSRegisters<Bus>
  /// The rate of clock 0 of the device in Hz. (steps.driver.yaml:7)
  let refclk: UInt64
  /// Parameter `rate`, 1 to 1000. (steps.driver.yaml:9)
  let rate: UInt64

  /// Takes what a system gives; a parameter that it does not set has its default.
  init(registers: Bus, refclk: UInt64, rate: UInt64 = 100) throws(DriverError) {
    try Quantity(rate).require(1...1000, specLine: 9)
    self.registers = STEPSRegisters(on: registers)
    self.refclk = refclk
    self.rate = rate
  }
}

extension STEPSResources where Bus == DeviceBus {
  /// Takes the resources out of what the component was granted.
  init(from grants: borrowing some DriverGrants & ~Copyable) throws(DriverError) {
    try self.init(
      registers: grants.bus(0, holding: 0x100, alignedTo: 4),
      refclk: grants.rate(ofClock: 0),
      rate: grants.value(ofParameter: 0, default: 100))
  }
}

/// Drives a STEPS.
///
/// (steps.driver.yaml:3)
struct STEPSDriver<Bus: RegisterBus>: ~Copyable {
  private let resources: STEPSResources<Bus>

  /// A driver that holds its device; nothing is touched yet.
  init(_ resources: consuming STEPSResources<Bus>) { self.resources = resources }

  /// The device's registers.
  var registers: STEPSRegisters<Bus> { resources.registers }
}

extension STEPSDriver {
  /// How long to wait for STATUS.PHASE: 3 polls. (steps.driver.yaml:19)
  private static var probePollsOfPHASE: UInt64 { 3 }

  /// How long to wait for STATUS.LEVEL: 1 ms, at no less than 10 ns a poll. (steps.driver.yaml:39)
  private static var startPollsOfLEVEL: UInt64 { 100_000 }
}

extension STEPSDriver: Driver {
  static var deviceName: StaticString { "STEPS" }

  /// Makes sure that the device is a STEPS. (steps.driver.yaml:18)
  mutating func probe() throws(DriverError) {
    try registers.STATUS.wait(
      for: "PHASE",
      of: "STATUS",
      polls: Self.probePollsOfPHASE,
      specLine: 19
    ) { $0.PHASE == .idle }
  }

  /// Brings the device from any state to work, with its interrupts masked. (steps.driver.yaml:20)
  mutating func start() throws(DriverError) {
    let refclk = Quantity(resources.refclk)
    let rate = Quantity(resources.rate)
    try setDivisor(divisor: (refclk / rate).number(specLine: 21))
    let level = Quantity(registers.STATUS.read().LEVEL.bits)
    if try level.number(specLine: 23) < 3 {
      registers.CTRL.writeFromZero { $0.EN = true }
    } else {
      let SPEEDValue: UInt4 = try level.value(specLine: 26)
      registers.CTRL.writeFromReset {
        $0.EN = true
        $0.SPEED = SPEEDValue
      }
    }
    if registers.STATUS.read().BUSY {
      registers.CTRL.delay(nanoseconds: 10_000)
    }
    if registers.STATUS.read().PHASE != .run {
      registers.CTRL.modify { $0.MODE = .fast }
    }
    if try registers.STATUS.read().LEVEL.bits >= (rate % 16).number(specLine: 31) {
      let SPEEDValue2: UInt4 = try (rate % 16).value(specLine: 32)
      registers.CTRL.modify { $0.SPEED = SPEEDValue2 }
    }
    for i in 0..<8 {
      try registers.TABLE[i].write((Quantity(UInt64(i)) * 4).value(specLine: 34))
    }
    for _ in 0..<3 {
      registers.CTRL.delay(nanoseconds: 1000)
    }
    for round in 0...16 {
      guard registers.STATUS.read().LEVEL.bits > 0 else { break }
      guard round < 16 else { throw .tooManyRounds(limit: 16, specLine: 37) }
      _ = registers.FIFO.readWithEffect()
    }
    do {
      let expected: UInt64 = try rate.number(specLine: 39)
      try registers.STATUS.wait(
        for: "LEVEL",
        of: "STATUS",
        polls: Self.startPollsOfLEVEL,
        specLine: 39
      ) { $0.LEVEL.bits < expected }
    }
    registers.barrier()
  }

  /// Quiesces the device. (steps.driver.yaml:41)
  mutating func stop() throws(DriverError) {
    let old = Quantity(UInt64(registers.CTRL.read().word))
    try registers.DIV.write((old >> 4).value(specLine: 43))
    registers.CTRL.writeFromZero { $0.EN = false }
  }

  /// Stops the device at once, whatever it does. (steps.driver.yaml:45)
  mutating func quiesce() throws(DriverError) {
    registers.CTRL.write(0)
  }

  /// Makes sure that the device works. (steps.driver.yaml:47)
  mutating func selfTest() throws(DriverError) {
    let rate = Quantity(resources.rate)
    try fill(count: (4 as Quantity).number(specLine: 48), value: rate.number(specLine: 48))
  }
}

extension STEPSDriver {
  /// Sets the divisor. (steps.driver.yaml:49)
  mutating func setDivisor(divisor: UInt64) throws(DriverError) {
    try Quantity(divisor).require(1...65_535, specLine: 50)
    let divisor = Quantity(divisor)
    try registers.DIV.write(divisor.value(specLine: 53))
  }

  /// Sequence `fill`. (steps.driver.yaml:54)
  mutating func fill(count: UInt64, value: UInt64) throws(DriverError) {
    let count = Quantity(count)
    let value = Quantity(value)
    try count.require(0...7, specLine: 57)
    try registers.TABLE[count.index(below: 8, specLine: 58)].write(value.value(specLine: 58))
  }
}

extension STEPSDriver: InterruptDriver {
  /// Finds an interrupt's causes, clears them in the device, and serves each.
  mutating func serve(_ interrupt: consuming PendingInterrupt) -> ClearedInterrupt {
    interrupt.cleared {}
  }
}
