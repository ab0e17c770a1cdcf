import DriverRuntime
import Testing

@testable import ns16550a

/// What the NS16550A's driver does, access by access: banks are switched and restored, and one read of the line status
/// gives a character's errors.
struct NS16550AFakeTests {
  let device = NS16550A.fake()
  let trace = AccessTrace()
  let lines = AcknowledgeCount()

  typealias Driver = NS16550ADriver<TracedBus<FakeSerialDevice>>

  private func driver(_ baudRate: UInt64 = 115_200, clock: UInt64 = 1_843_200) throws -> Driver {
    NS16550ADriver(
      try NS16550AResources(
        registers: TracedBus(device, into: trace), baudRate: baudRate, clockFrequency: clock))
  }

  private var accesses: [String] { trace.accesses.map(\.description) }

  @Test func startSwitchesTheBankAndBack() throws {
    var driver = try driver(9_600)
    try driver.start()
    #expect(
      accesses == [
        "LCR = 0x0", "IER = 0x0", "MCR = 0x0",
        "LCR -> 0x0", "LCR = 0x80", "DLL = 0xc", "LCR = 0x0",
        "LCR -> 0x0", "LCR = 0x80", "DLM = 0x0", "LCR = 0x0",
        "LCR = 0x3", "FCR = 0x85", "MCR = 0xb",
      ])
  }

  /// Divisors by the formula of the data sheet, 8.3, rounded to the nearest.
  @Test(
    arguments: [
      (1_843_200, 115_200, 1), (1_843_200, 50, 2_304), (1_843_200, 300, 384), (24_000_000, 115_200, 13),
      (3_686_400, 38_400, 6), (18_432_000, 56_000, 21),
    ] as [(UInt64, UInt64, UInt64)])
  func divisors(clock: UInt64, rate: UInt64, divisor: UInt64) throws {
    var driver = try driver(rate, clock: clock)
    try driver.start()
    #expect(device.registers["DLL"] == divisor % 256)
    #expect(device.registers["DLM"] == divisor / 256)
  }

  @Test func aRateThatTheClockCannotMakeIsRefusedBeforeTheDeviceIsTouched() throws {
    var driver = try driver(4_000_000)
    #expect(throws: DriverError.self) { try driver.start() }
    #expect(accesses == [])
  }

  @Test func aReceivedCharacterIsServed() throws {
    var driver = try driver()
    try driver.start()
    driver.enableReceiveInterrupt()
    #expect(device.registers["IER"] == 1)
    var line = QueueLine()
    device.receive([0x41, 0x42])
    trace.removeAll()
    #expect(device.isInterrupting)
    driver.serve(PendingInterrupt(index: 0), line: &line).acknowledge(to: lines)
    #expect(line.received == [0x41, 0x42])
    #expect(!device.isInterrupting)
    #expect(accesses.first == "IIR -> 0x4", "received data")
    #expect(accesses.last == "IIR -> 0x1", "nothing is pending")
    #expect(device.emptyReads == 0)
    #expect(lines.count == 1)
  }

  @Test(arguments: [LineErrors.framing, .parity, .break, .overrun, [.framing, .parity]])
  func lineErrorsComeWithTheirCharacter(errors: LineErrors) throws {
    var driver = try driver()
    try driver.start()
    driver.enableReceiveInterrupt()
    var line = QueueLine()
    device.receive([7])
    device.receive([8], errors: errors)
    device.receive([9])
    driver.serve(PendingInterrupt(index: 0), line: &line).acknowledge(to: lines)
    #expect(line.received == [7, 8, 9])
    #expect(line.errors == [errors])
  }

  @Test func moreThanTheFIFOHoldsGoesOutByInterrupt() throws {
    var driver = try driver()
    try driver.start()
    device.isLineHeld = true
    var line = QueueLine()
    line.toSend = Array(0..<40)
    line.transmit(to: &driver)
    #expect(device.registers["IER"] == 2)
    var rounds = 0
    while device.transmittingCount > 0, rounds < 100 {
      device.transmit()
      driver.serve(PendingInterrupt(index: 0), line: &line).acknowledge(to: lines)
      rounds += 1
    }
    #expect(device.sent == Array(0..<40))
    #expect(device.lost.isEmpty)
    #expect(device.registers["IER"] == 0)
  }

  @Test func aLineThatNeverFallsIsLeftAfterItsBound() throws {
    var driver = try driver()
    try driver.start()
    device.registers.onRead["IIR"] = { _ in 0xc6 }
    var line = QueueLine()
    trace.removeAll()
    driver.serve(PendingInterrupt(index: 0), line: &line).acknowledge(to: lines)
    #expect(trace.accesses.count { $0.register == "IIR" } == 16)
    #expect(lines.count == 1)
  }
}

/// A client's side: queues in place of rings.
struct QueueLine: SerialLine, ~Copyable {
  var received: [UInt8] = []
  var errors: [LineErrors] = []
  var toSend: [UInt8] = []

  mutating func receive(from device: inout some SerialDevice & ~Copyable) {
    while let character = device.receive() {
      if !character.errors.isEmpty { errors.append(character.errors) }
      received.append(character.byte)
    }
  }

  mutating func transmit(to device: inout some SerialDevice & ~Copyable) {
    while let byte = toSend.first, device.isReadyToTransmit {
      device.transmit(byte)
      toSend.removeFirst()
    }
    if toSend.isEmpty { device.disableTransmitInterrupt() } else { device.enableTransmitInterrupt() }
  }
}
