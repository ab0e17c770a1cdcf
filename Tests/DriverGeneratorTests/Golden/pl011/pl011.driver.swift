import DriverRuntime

/// What the driver of a PL011 needs of the machine, and all that it gets.
struct PL011Resources<Bus: RegisterBus>: ~Copyable {
  /// Memory 0 of the device, 0x1000 bytes. (line 12)
  let registers: PL011Registers<Bus>
  /// The rate of clock 0 of the device in Hz. (line 14)
  let uartclk: UInt64
  /// In baud, 50 to 4000000. (line 17)
  let baudRate: UInt64

  init(registers: Bus, uartclk: UInt64, baudRate: UInt64 = 115_200) throws(DriverError) {
    try Quantity(baudRate).require(50...4_000_000, specLine: 17)
    self.registers = PL011Registers(on: registers)
    self.uartclk = uartclk
    self.baudRate = baudRate
  }
}

extension PL011Resources where Bus == DeviceBus {
  /// Takes the resources out of what the component was given.
  init(from grants: borrowing some DriverGrants & ~Copyable) throws(DriverError) {
    try grants.requireInterrupts(1)
    try self.init(
      registers: grants.bus(0, holding: 0x1000, alignedTo: 4),
      uartclk: grants.rate(ofClock: 0))
  }
}

/// Drives a PL011: Arm PrimeCell UART.
struct PL011Driver<Bus: RegisterBus>: ~Copyable {
  private let resources: PL011Resources<Bus>

  init(_ resources: consuming PL011Resources<Bus>) { self.resources = resources }

  /// The device's registers.
  var registers: PL011Registers<Bus> { resources.registers }
}

extension PL011Driver: Driver {
  static var deviceName: StaticString { "PL011" }

  mutating func probe() throws(DriverError) {}

  /// Sequence `start`. (lines 193 to 204)
  mutating func start() throws(DriverError) {
    let uartclk = Quantity(resources.uartclk)
    let baudRate = Quantity(resources.baudRate)
    let divisor = try Quantity((uartclk * 4 + baudRate / 2) / baudRate, specLine: 194)
    try divisor.require(64...4_194_303, specLine: 195)
    registers.IMSC.write(0)
    registers.CR.modify { $0.UARTEN = false }
    try registers.FR.wait(for: "BUSY", polls: 1_000_000, specLine: 198) { !$0.BUSY }
    registers.IBRD.write(try (divisor / 64).value(specLine: 199))
    registers.FBRD.write(try (divisor % 64).value(specLine: 200))
    registers.LCR_H.write {
      $0.WLEN = .eight
      $0.FEN = true
    }
    registers.ICR.write(0x7ff)
    registers.IFLS.write {
      $0.RXIFLSEL = .oneHalf
      $0.TXIFLSEL = .oneEighth
    }
    registers.CR.write {
      $0.RXE = true
      $0.TXE = true
      $0.UARTEN = true
    }
  }

  mutating func stop() throws(DriverError) {
    registers.IMSC.write(0)
    try registers.FR.wait(for: "BUSY", polls: 1_000_000, specLine: 198) { !$0.BUSY }
    registers.CR.write(0)
  }
}

extension PL011Driver: SerialDriver {
  mutating func serve<Line: SerialLine & ~Copyable>(
    _ interrupt: consuming PendingInterrupt, line: inout Line
  ) -> ClearedInterrupt {
    let causes = registers.MIS.read()
    let cleared = interrupt.cleared { registers.ICR.write(causes.word) }
    if causes.RXMIS || causes.RTMIS { line.receive(from: self) }
    if causes.TXMIS { line.transmit(to: self) }
    return cleared
  }

  var isReadyToTransmit: Bool { !registers.FR.read().TXFF }

  func transmit(_ byte: UInt8) {
    registers.DR.write { $0.DATA = byte }
  }

  func receive() -> ReceivedCharacter? {
    guard !registers.FR.read().RXFE else { return nil }
    let received = registers.DR.read()
    guard received.hasLineError else { return ReceivedCharacter(received.DATA) }
    return ReceivedCharacter(received.DATA, errors: received.lineErrors)
  }

  func enableReceiveInterrupt() {
    registers.IMSC.modify {
      $0.RXIM = true
      $0.RTIM = true
    }
  }

  func disableReceiveInterrupt() {
    registers.IMSC.modify {
      $0.RXIM = false
      $0.RTIM = false
    }
  }

  func enableTransmitInterrupt() {
    registers.IMSC.modify { $0.TXIM = true }
  }

  func disableTransmitInterrupt() {
    registers.IMSC.modify { $0.TXIM = false }
  }
}

extension PL011.DR {
  /// Whether any of the line errors is set.
  fileprivate var hasLineError: Bool { word & 0xf00 != 0 }

  /// The line errors that are set.
  fileprivate var lineErrors: LineErrors {
    var errors: LineErrors = []
    if FE { errors.insert(.framing) }
    if PE { errors.insert(.parity) }
    if BE { errors.insert(.break) }
    if OE { errors.insert(.overrun) }
    return errors
  }
}

extension PL011: GeneratedInterface1 {}
