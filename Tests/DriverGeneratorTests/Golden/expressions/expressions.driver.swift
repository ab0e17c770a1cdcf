// Do not edit: generated from expressions.driver.yaml (digest 5e975ab6ce82f6c7) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// What the driver of a CALC needs of the machine, and all that it gets.
struct CALCResources<Bus: RegisterBus>: ~Copyable {
  /// Memory 0 of the device, 0x10 bytes. (expressions.driver.yaml:6)
  let registers: CALCRegisters<Bus>
  /// The rate of clock 0 of the device in Hz. (expressions.driver.yaml:7)
  let pclk: UInt64
  /// Parameter `tick-rate` in Hz, 1 to 1000. (expressions.driver.yaml:9)
  let tickRate: UInt64
  /// How far to go. (expressions.driver.yaml:10)
  let depth: UInt64

  /// Takes what a system gives; a parameter that it does not set has its default.
  init(registers: Bus, pclk: UInt64, tickRate: UInt64 = 100, depth: UInt64 = 3) throws(DriverError) {
    try Quantity(tickRate).require(1...1000, specLine: 9)
    self.registers = CALCRegisters(on: registers)
    self.pclk = pclk
    self.tickRate = tickRate
    self.depth = depth
  }
}

extension CALCResources where Bus == DeviceBus {
  /// Takes the resources out of what the component was granted.
  init(from grants: borrowing some DriverGrants & ~Copyable) throws(DriverError) {
    try self.init(
      registers: grants.bus(0, holding: 0x10, alignedTo: 4),
      pclk: grants.rate(ofClock: 0),
      tickRate: grants.value(ofParameter: 0, default: 100),
      depth: grants.value(ofParameter: 1, default: 3))
  }
}

/// Drives a CALC.
///
/// (expressions.driver.yaml:3)
struct CALCDriver<Bus: RegisterBus>: ~Copyable {
  private let resources: CALCResources<Bus>

  /// A driver that holds its device; nothing is touched yet.
  init(_ resources: consuming CALCResources<Bus>) { self.resources = resources }

  /// The device's registers.
  var registers: CALCRegisters<Bus> { resources.registers }
}

extension CALCDriver {
  /// How long to wait for NOW.COUNT: one poll. (expressions.driver.yaml:31)
  private static var probePollsOfCOUNT: UInt64 { 1 }

  /// How long to wait for NOW.COUNT: 3 µs, at no less than 10 ns a poll. (expressions.driver.yaml:25)
  private static var startPollsOfCOUNT: UInt64 { 300 }

  /// How long to wait for NOW.ODD: 12 polls. (expressions.driver.yaml:26)
  private static var startPollsOfODD: UInt64 { 12 }

  /// How long to wait for NOW.ODD: 2 ms, at no less than 10 ns a poll. (expressions.driver.yaml:27)
  private static var startPollsOfODD_2: UInt64 { 200_000 }
}

extension CALCDriver: Driver {
  static var deviceName: StaticString { "CALC" }

  /// Makes sure that the device is a CALC. (expressions.driver.yaml:30)
  mutating func probe() throws(DriverError) {
    try registers.NOW.wait(
      for: "COUNT",
      of: "NOW",
      polls: Self.probePollsOfCOUNT,
      specLine: 31
    ) { $0.COUNT == 5 }
  }

  /// Brings the device from any state to work, with its interrupts masked. (expressions.driver.yaml:17)
  mutating func start() throws(DriverError) {
    let pclk = Quantity(resources.pclk)
    let tickRate = Quantity(resources.tickRate)
    let depth = Quantity(resources.depth)
    let period = try Quantity(pclk / (tickRate * 16), specLine: 18)
    try (period - 1).require(1...65_535, specLine: 19)
    let deep = try Quantity((1 << depth) << 1 | depth & 7, specLine: 20)
    let COUNTValue: UInt16 = try (period % 65_536).value(specLine: 21)
    let RUNValue: Bool = try (period >> 15).flag(specLine: 21)
    registers.LOAD.writeFromReset {
      $0.COUNT = COUNTValue
      $0.SCALE = .sixteen
      $0.RUN = RUNValue
    }
    registers.LOAD.write(0x14)
    registers.LOAD.modify { $0.COUNT = 7 }
    let SCALEValue: CALC.LOAD.SCALEValue = try depth.namedValue(specLine: 24)
    registers.LOAD.modify {
      $0.SCALE = SCALEValue
      $0.RUN = true
    }
    do {
      let expected: UInt64 = try (deep + 1).number(specLine: 25)
      try registers.NOW.wait(
        for: "COUNT",
        of: "NOW",
        polls: Self.startPollsOfCOUNT,
        specLine: 25
      ) { $0.COUNT.bits != expected }
    }
    try registers.NOW.wait(for: "ODD", of: "NOW", polls: Self.startPollsOfODD, specLine: 26) { !$0.ODD }
    try registers.NOW.wait(for: "ODD", of: "NOW", polls: Self.startPollsOfODD_2, specLine: 27) { $0.ODD }
    _ = registers.LATCH.readWithEffect()
    try registers.LOAD.write(deep.value(specLine: 29))
  }

  /// Nothing to do: the spec has no sequence `stop`.
  mutating func stop() throws(DriverError) {}
}

extension CALCDriver: InterruptDriver {
  /// Finds an interrupt's causes, clears them in the device, and serves each.
  mutating func serve(_ interrupt: consuming PendingInterrupt) -> ClearedInterrupt {
    interrupt.cleared {}
  }
}
