// Do not edit: generated from banked.driver.yaml (digest a8198b9b49c4084a) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// What the driver of a UART16 needs of the machine, and all that it gets.
struct UART16Resources<Bus: RegisterBus>: ~Copyable {
  /// Memory 0 of the device, 0x8 bytes. (banked.driver.yaml:7)
  let registers: UART16Registers<Bus>
  /// The rate of clock 0 of the device in Hz. (banked.driver.yaml:9)
  let clock: UInt64
  /// Parameter `reg-shift`, 0 to 3. (banked.driver.yaml:11)
  let regShift: UInt64
  /// Parameter `reg-io-width`, 1 to 8. (banked.driver.yaml:12)
  let regIoWidth: UInt64
  /// Parameter `baud-rate` in baud, 50 to 115200. (banked.driver.yaml:13)
  let baudRate: UInt64

  /// Takes what a system gives; a parameter that it does not set has its default.
  init(
    registers: Bus,
    clock: UInt64,
    regShift: UInt64 = 0,
    regIoWidth: UInt64 = 1,
    baudRate: UInt64 = 9600
  ) throws(DriverError) {
    try Quantity(regShift).require(0...3, specLine: 11)
    try Quantity(regIoWidth).require(1...8, specLine: 12)
    try Quantity(baudRate).require(50...115_200, specLine: 13)
    self.registers = UART16Registers(on: registers)
    self.clock = clock
    self.regShift = regShift
    self.regIoWidth = regIoWidth
    self.baudRate = baudRate
  }
}

extension UART16Resources where Bus == GrantedBus {
  /// Takes the resources out of what the component was granted, where the processor has I/O ports.
  init(from grants: borrowing some DriverGrants & ~Copyable) throws(DriverError) {
    try grants.requireInterrupts(1)
    let regShift = try grants.value(ofParameter: 0, default: 0, allowed: 0...3, specLine: 11)
    let regIoWidth = try grants.value(ofParameter: 1, default: 1, allowed: 1...8, specLine: 12)
    let baudRate = try grants.value(ofParameter: 2, default: 9600, allowed: 50...115_200, specLine: 13)
    try self.init(
      registers: grants.grantedBus(0, holding: 0x8, alignedTo: 1, shift: regShift, accessBytes: regIoWidth),
      clock: grants.rate(ofClock: 0),
      regShift: regShift,
      regIoWidth: regIoWidth,
      baudRate: baudRate)
  }
}

extension UART16Resources where Bus == SpacedBus {
  /// Takes the resources out of what the component was granted, where it has none.
  init(from grants: borrowing some DriverGrants & ~Copyable) throws(DriverError) {
    try grants.requireInterrupts(1)
    let regShift = try grants.value(ofParameter: 0, default: 0, allowed: 0...3, specLine: 11)
    let regIoWidth = try grants.value(ofParameter: 1, default: 1, allowed: 1...8, specLine: 12)
    let baudRate = try grants.value(ofParameter: 2, default: 9600, allowed: 50...115_200, specLine: 13)
    try self.init(
      registers: grants.spacedBus(0, holding: 0x8, alignedTo: 1, shift: regShift, accessBytes: regIoWidth),
      clock: grants.rate(ofClock: 0),
      regShift: regShift,
      regIoWidth: regIoWidth,
      baudRate: baudRate)
  }
}

/// Drives a UART16: A UART whose divisor hides behind a bit.
///
/// (banked.driver.yaml:3)
struct UART16Driver<Bus: RegisterBus>: ~Copyable {
  private let resources: UART16Resources<Bus>

  /// A driver that holds its device; nothing is touched yet.
  init(_ resources: consuming UART16Resources<Bus>) { self.resources = resources }

  /// The device's registers.
  var registers: UART16Registers<Bus> { resources.registers }
}

/// What the spec leaves to Swift: write these functions in an extension of `UART16Driver`.
protocol UART16Hooks: ~Copyable {
  /// Serves interrupt cause `received`, which this must clear. (banked.driver.yaml:30)
  mutating func serveReceived()

  /// Serves interrupt cause `empty`, which this must clear. (banked.driver.yaml:31)
  mutating func serveEmpty()
}

extension UART16Driver: UART16Hooks {}

extension UART16Driver: Driver {
  static var deviceName: StaticString { "UART16" }

  /// Nothing to do: the spec has no sequence `probe`.
  mutating func probe() throws(DriverError) {}

  /// Brings the device from any state to work, with its interrupts masked. (banked.driver.yaml:33)
  mutating func start() throws(DriverError) {
    let clock = Quantity(resources.clock)
    let baudRate = Quantity(resources.baudRate)
    let divisor = try Quantity(clock / (16 * baudRate), specLine: 34)
    try divisor.require(1...65_535, specLine: 35)
    registers.IER.write(0)
    try registers.DLL.write((divisor & 255).value(specLine: 37))
    try registers.DLM.write((divisor >> 8).value(specLine: 38))
    registers.LCR.writeFromZero { $0.WLS = 3 }
    for round in 0...16 {
      guard registers.LSR.read().DR else { break }
      guard round < 16 else { throw .tooManyRounds(limit: 16, specLine: 40) }
      _ = registers.RBR.readWithEffect()
    }
  }

  /// Quiesces the device. (banked.driver.yaml:42)
  mutating func stop() throws(DriverError) {
    registers.IER.write(0)
  }
}

extension UART16Driver: InterruptDriver {
  /// Finds an interrupt's causes, clears them in the device, and serves each.
  mutating func serve(_ interrupt: consuming PendingInterrupt) -> ClearedInterrupt {
    // Interrupt `interrupt`. (banked.driver.yaml:25)
    // Looked at again as long as anything is pending, 16 times at most.
    for _ in 0..<16 {
      let pending = registers.IIR.read()
      guard !pending.NONE else { break }
      if pending.ID == .received || pending.ID == .timeout { serveReceived() }
      if pending.ID == .transmitEmpty { serveEmpty() }
    }
    return interrupt.cleared {}
  }
}
