// Do not edit: generated from arrays.driver.yaml (digest e2e4432e603fe628) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// What the driver of a DMA needs of the machine, and all that it gets.
struct DMAResources<Bus: RegisterBus>: ~Copyable {
  /// Memory 0 of the device, 0x1000 bytes. (arrays.driver.yaml:7)
  let registers: DMARegisters<Bus>

  /// Takes what a system gives; a parameter that it does not set has its default.
  init(registers: Bus) {
    self.registers = DMARegisters(on: registers)
  }
}

extension DMAResources where Bus == DeviceBus {
  /// Takes the resources out of what the component was granted.
  init(from grants: borrowing some DriverGrants & ~Copyable) throws(DriverError) {
    try grants.requireInterrupts(1)
    try self.init(registers: grants.bus(0, holding: 0x1000, alignedTo: 4))
  }
}

/// Drives a DMA: A DMA engine with four channels.
///
/// (arrays.driver.yaml:3)
struct DMADriver<Bus: RegisterBus>: ~Copyable {
  private let resources: DMAResources<Bus>

  /// A driver that holds its device; nothing is touched yet.
  init(_ resources: consuming DMAResources<Bus>) { self.resources = resources }

  /// The device's registers.
  var registers: DMARegisters<Bus> { resources.registers }
}

/// What the spec leaves to Swift: write these functions in an extension of `DMADriver`.
protocol DMAHooks: ~Copyable {
  /// Serves interrupt cause `finished`, which is cleared already. (arrays.driver.yaml:38)
  mutating func serveFinished()
}

extension DMADriver: DMAHooks {}

extension DMADriver {
  /// How long to wait for CHANNEL.COUNT.WORDS: 1 ms, at no less than 10 ns a poll. (arrays.driver.yaml:55)
  private static var beginPollsOfWORDS: UInt64 { 100_000 }
}

extension DMADriver: Driver {
  static var deviceName: StaticString { "DMA" }

  /// Nothing to do: the spec has no sequence `probe`.
  mutating func probe() throws(DriverError) {}

  /// Brings the device from any state to work, with its interrupts masked. (arrays.driver.yaml:40)
  mutating func start() throws(DriverError) {
    registers.CTRL.modify { $0.EN = false }
    for i in 0..<4 {
      registers.PRIO[i].modify { $0.LEVEL = 3 }
      registers.CHANNEL[i].COUNT.write(0)
      let POINTERValue: UInt28 = try Quantity(UInt64(i)).value(specLine: 45)
      registers.CHANNEL[i].LINK[1].NEXT.writeFromZero { $0.POINTER = POINTERValue }
    }
    _ = registers.RXFIFO.DATA.readWithEffect()
    registers.CTRL.modify { $0.EN = true }
  }

  /// Quiesces the device. (arrays.driver.yaml:48)
  mutating func stop() throws(DriverError) {
    registers.CTRL.modify { $0.EN = false }
  }
}

extension DMADriver {
  /// Begins a transfer. (arrays.driver.yaml:50)
  mutating func begin(channel: UInt64, words: UInt64) throws(DriverError) {
    try Quantity(channel).require(0...3, specLine: 52)
    let channel = Quantity(channel)
    try Quantity(words).require(1...65_535, specLine: 52)
    let words = Quantity(words)
    try registers.CHANNEL[channel.index(below: 4, specLine: 54)].COUNT.write(words.value(specLine: 54))
    try registers.CHANNEL[channel.index(below: 4, specLine: 55)].COUNT.wait(
      for: "WORDS",
      of: "CHANNEL.COUNT",
      polls: Self.beginPollsOfWORDS,
      specLine: 55
    ) { $0.WORDS == 0 }
    registers.TXFIFO[1].DATA.write(0)
  }
}

extension DMADriver: InterruptDriver {
  /// Finds an interrupt's causes, clears them in the device, and serves each.
  mutating func serve(_ interrupt: consuming PendingInterrupt) -> ClearedInterrupt {
    // Interrupt `done`. (arrays.driver.yaml:38)
    let pending = registers.READY.read()
    let cleared = interrupt.cleared { registers.CLEAR.write(pending.word) }
    if pending.CHANNELS.bits != 0 { serveFinished() }
    return cleared
  }
}
