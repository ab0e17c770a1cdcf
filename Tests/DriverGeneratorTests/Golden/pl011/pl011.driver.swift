// Do not edit: generated from pl011.driver.yaml (digest 9b748f3f67b4aad5) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// What the driver of a PL011 needs of the machine, and all that it gets.
struct PL011Resources<Bus: RegisterBus>: ~Copyable {
  /// Memory 0 of the device, 0x1000 bytes. (pl011.driver.yaml:12)
  let registers: PL011Registers<Bus>
  /// The rate of clock 0 of the device in Hz. (pl011.driver.yaml:14)
  let uartclk: UInt64
  /// Parameter `baud-rate` in baud, 50 to 4000000. (pl011.driver.yaml:17)
  let baudRate: UInt64

  /// Takes what a system gives; a parameter that it does not set has its default.
  init(registers: Bus, uartclk: UInt64, baudRate: UInt64 = 115_200) throws(DriverError) {
    try Quantity(baudRate).require(50...4_000_000, specLine: 17)
    self.registers = PL011Registers(on: registers)
    self.uartclk = uartclk
    self.baudRate = baudRate
  }
}

extension PL011Resources where Bus == DeviceBus {
  /// Takes the resources out of what the component was granted.
  init(from grants: borrowing some DriverGrants & ~Copyable) throws(DriverError) {
    try grants.requireInterrupts(1)
    try self.init(
      registers: grants.bus(0, holding: 0x1000, alignedTo: 4),
      uartclk: grants.rate(ofClock: 0),
      baudRate: grants.value(ofParameter: 0, default: 115_200))
  }
}

/// Drives a PL011: Arm PrimeCell UART.
///
/// Arm PrimeCell UART (PL011) Technical Reference Manual, Arm DDI 0183G.
///
/// (pl011.driver.yaml:3)
struct PL011Driver<Bus: RegisterBus>: ~Copyable {
  private let resources: PL011Resources<Bus>

  /// A driver that holds its device; nothing is touched yet.
  init(_ resources: consuming PL011Resources<Bus>) { self.resources = resources }

  /// The device's registers.
  var registers: PL011Registers<Bus> { resources.registers }
}

extension PL011Driver {
  /// How long to wait for PCellID0.ID: one poll. (pl011.driver.yaml:186)
  private static var probePollsOfID: UInt64 { 1 }

  /// How long to wait for PCellID1.ID: one poll. (pl011.driver.yaml:187)
  private static var probePollsOfID_2: UInt64 { 1 }

  /// How long to wait for PCellID2.ID: one poll. (pl011.driver.yaml:188)
  private static var probePollsOfID_3: UInt64 { 1 }

  /// How long to wait for PCellID3.ID: one poll. (pl011.driver.yaml:189)
  private static var probePollsOfID_4: UInt64 { 1 }

  /// How long to wait for FR.BUSY: 10 ms, at no less than 10 ns a poll. (pl011.driver.yaml:196)
  private static var startPollsOfBUSY: UInt64 { 1_000_000 }

  /// How long to wait for FR.BUSY: 10 ms, at no less than 10 ns a poll. (pl011.driver.yaml:205)
  private static var stopPollsOfBUSY: UInt64 { 1_000_000 }
}

extension PL011Driver: Driver {
  static var deviceName: StaticString { "PL011" }

  /// Makes sure that the device is a PL011. (pl011.driver.yaml:185)
  mutating func probe() throws(DriverError) {
    try registers.PCellID0.wait(
      for: "ID",
      of: "PCellID0",
      polls: Self.probePollsOfID,
      specLine: 186
    ) { $0.ID == 13 }
    try registers.PCellID1.wait(
      for: "ID",
      of: "PCellID1",
      polls: Self.probePollsOfID_2,
      specLine: 187
    ) { $0.ID == 240 }
    try registers.PCellID2.wait(
      for: "ID",
      of: "PCellID2",
      polls: Self.probePollsOfID_3,
      specLine: 188
    ) { $0.ID == 5 }
    try registers.PCellID3.wait(
      for: "ID",
      of: "PCellID3",
      polls: Self.probePollsOfID_4,
      specLine: 189
    ) { $0.ID == 177 }
  }

  /// Brings the device from any state to work, with its interrupts masked. (pl011.driver.yaml:191)
  mutating func start() throws(DriverError) {
    let uartclk = Quantity(resources.uartclk)
    let baudRate = Quantity(resources.baudRate)
    let divisor = try Quantity((uartclk * 4 + baudRate / 2) / baudRate, specLine: 192)
    try divisor.require(64...4_194_303, specLine: 193)
    registers.IMSC.write(0)
    registers.CR.modify { $0.UARTEN = false }
    try registers.FR.wait(for: "BUSY", of: "FR", polls: Self.startPollsOfBUSY, specLine: 196) { !$0.BUSY }
    try registers.IBRD.write((divisor / 64).value(specLine: 197))
    try registers.FBRD.write((divisor % 64).value(specLine: 198))
    registers.LCR_H.writeFromZero {
      $0.WLEN = .eight
      $0.FEN = true
    }
    registers.ICR.write(0x7ff)
    registers.IFLS.writeFromZero {
      $0.RXIFLSEL = .oneHalf
      $0.TXIFLSEL = .oneEighth
    }
    registers.CR.writeFromZero {
      $0.RXE = true
      $0.TXE = true
      $0.UARTEN = true
    }
  }

  /// Quiesces the device. (pl011.driver.yaml:203)
  mutating func stop() throws(DriverError) {
    registers.IMSC.write(0)
    try registers.FR.wait(for: "BUSY", of: "FR", polls: Self.stopPollsOfBUSY, specLine: 205) { !$0.BUSY }
    registers.CR.write(0)
  }
}

extension PL011Driver: SerialDriver {
  /// Finds an interrupt's causes, clears them in the device, and serves each.
  mutating func serve<Line: SerialLine & ~Copyable>(
    _ interrupt: consuming PendingInterrupt, line: inout Line
  ) -> ClearedInterrupt {
    // Interrupt `interrupt`. (pl011.driver.yaml:175)
    let pending = registers.MIS.read()
    let cleared = interrupt.cleared { registers.ICR.write(pending.word) }
    if pending.RXMIS || pending.RTMIS { line.receive(from: &self) }
    if pending.TXMIS { line.transmit(to: &self) }
    return cleared
  }
}

extension PL011Driver {
  /// Whether FR.TXFF is 0. (pl011.driver.yaml:209)
  var isReadyToTransmit: Bool { !registers.FR.read().TXFF }

  /// Writes DR.DATA. (pl011.driver.yaml:209)
  func transmit(_ byte: UInt8) { registers.DR.writeFromZero { $0.DATA = byte } }

  /// Reads DR.DATA and its line errors, unless FR.RXFE is 1. (pl011.driver.yaml:210)
  func receive() -> ReceivedCharacter? {
    guard !registers.FR.read().RXFE else { return nil }
    let received = registers.DR.readWithEffect()
    guard received.hasLineError else { return ReceivedCharacter(received.DATA) }
    return ReceivedCharacter(received.DATA, errors: received.lineErrors)
  }

  /// Lets through interrupt cause `receive`.
  func enableReceiveInterrupt() {
    registers.IMSC.modify {
      $0.RXIM = true
      $0.RTIM = true
    }
  }

  /// Masks interrupt cause `receive`.
  func disableReceiveInterrupt() {
    registers.IMSC.modify {
      $0.RXIM = false
      $0.RTIM = false
    }
  }

  /// Lets through interrupt cause `transmit`.
  func enableTransmitInterrupt() {
    registers.IMSC.modify { $0.TXIM = true }
  }

  /// Masks interrupt cause `transmit`.
  func disableTransmitInterrupt() {
    registers.IMSC.modify { $0.TXIM = false }
  }
}

extension PL011.DR {
  /// Whether any line error is flagged. (pl011.driver.yaml:211)
  fileprivate var hasLineError: Bool { word & 0xf00 != 0 }

  /// The line errors that are flagged. (pl011.driver.yaml:211)
  fileprivate var lineErrors: LineErrors {
    var errors: LineErrors = []
    if FE { errors.insert(.framing) }
    if PE { errors.insert(.parity) }
    if BE { errors.insert(.break) }
    if OE { errors.insert(.overrun) }
    return errors
  }
}
