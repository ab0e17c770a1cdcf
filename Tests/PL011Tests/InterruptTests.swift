import DriverRuntime
import Testing

@testable import pl011

/// Characters in and out by interrupt, with errors and back-pressure.
struct InterruptTests {
  private func started(depth: Int = 16, room: Int = .max) throws -> Harness {
    var harness = try Harness(depth: depth, room: room)
    try harness.driver.start()
    harness.driver.enableReceiveInterrupt()
    harness.trace.removeAll()
    return harness
  }

  @Test func aReceivedCharacterIsFourAccessesAndOneAcknowledge() throws {
    var harness = try started()
    harness.device.receive([0x41])
    #expect(harness.serveInterrupts() == 1)
    #expect(
      harness.accesses == ["MIS -> 0x10", "ICR = 0x10", "FR -> 0x0", "DR -> 0x41", "FR -> 0x10"])
    #expect(harness.line.received == [0x41])
    #expect(harness.lines.acknowledged == [0])
  }

  @Test func aFullFIFOIsDrainedInOneInterrupt() throws {
    var harness = try started()
    harness.device.receive(0..<16)
    #expect(harness.serveInterrupts() == 1)
    #expect(harness.line.received == Array(0..<16))
    #expect(harness.device.emptyReads == 0)
  }

  @Test func whatIsMaskedDoesNotInterrupt() throws {
    var harness = try Harness()
    try harness.driver.start()
    harness.device.receive([1])
    #expect(!harness.device.isInterrupting)
    harness.driver.enableReceiveInterrupt()
    #expect(harness.device.isInterrupting)
    harness.serveInterrupts()
    #expect(harness.line.received == [1])
  }

  @Test(
    arguments: [
      (LineErrors.framing, 0x100), (.parity, 0x200), (.break, 0x400), (.overrun, 0x800),
      ([.framing, .break], 0x500),
    ] as [(LineErrors, UInt64)])
  func lineErrorsComeWithTheirCharacter(errors: LineErrors, bits: UInt64) throws {
    var harness = try started()
    harness.device.receive([7])
    harness.device.receive([8], errors: errors)
    harness.device.receive([9])
    harness.serveInterrupts()
    #expect(harness.line.received == [7, 8, 9])
    #expect(harness.line.errors == [errors])
    #expect(harness.trace.accesses.contains { $0.register == "DR" && $0.value == bits | 8 })
  }

  @Test func anOverrunIsSaidByTheCharacterThatIsHeld() throws {
    var harness = try started(depth: 4)
    harness.device.receive(0..<6)
    harness.serveInterrupts()
    #expect(harness.line.received == [0, 1, 2, 3])
    #expect(harness.line.errors == [.overrun])
  }

  @Test func aClientWithoutRoomMasksTheReceiveInterruptAndLosesNothing() throws {
    var harness = try started(room: 3)
    harness.device.receive(0..<5)
    #expect(harness.serveInterrupts() == 1)
    #expect(harness.line.received == [0, 1, 2])
    #expect(harness.device.receivedCount == 2)
    #expect(harness.device.registers["IMSC"] == 0)
    #expect(!harness.device.isInterrupting)

    // The client took what it had: the interrupt is enabled first, so that nothing falls between.
    harness.line.room = .max
    harness.driver.enableReceiveInterrupt()
    harness.line.receive(from: &harness.driver)
    #expect(harness.line.received == [0, 1, 2, 3, 4])
    #expect(harness.device.registers["IMSC"] == 0x50)
    harness.device.receive([5])
    harness.serveInterrupts()
    #expect(harness.line.received.last == 5)
  }

  @Test func moreThanTheFIFOHoldsGoesOutByInterrupt() throws {
    var harness = try started()
    harness.device.isLineHeld = true
    harness.line.toSend = Array(0..<40)
    harness.line.transmit(to: &harness.driver)
    #expect(harness.device.transmittingCount == 16)
    #expect(harness.device.registers["IMSC"] == 0x70)
    #expect(!harness.device.isInterrupting)

    harness.device.transmit(8)
    #expect(harness.serveInterrupts() == 1)
    #expect(harness.device.transmittingCount == 16)
    while harness.device.transmittingCount > 0 {
      harness.device.transmit(5)
      harness.serveInterrupts()
    }
    #expect(harness.device.sent == Array(0..<40))
    #expect(harness.device.lost.isEmpty)
    #expect(harness.device.registers["IMSC"] == 0x50)
    #expect(!harness.device.isInterrupting)
  }

  @Test func bothDirectionsAtOnceAreServedInTheSpecsOrder() throws {
    var harness = try started()
    harness.device.isLineHeld = true
    harness.line.toSend = Array(100..<120)
    harness.line.transmit(to: &harness.driver)
    harness.device.transmit(4)
    harness.device.receive([1, 2])
    harness.trace.removeAll()
    #expect(harness.serveInterrupts() == 1)
    #expect(harness.accesses.prefix(2) == ["MIS -> 0x30", "ICR = 0x30"])
    let order = harness.trace.accesses.filter { $0.register == "DR" }.map(\.kind)
    #expect(order == [.read, .read, .write, .write, .write, .write])
    #expect(harness.lines.acknowledged == [0])
  }

  @Test func everyDeliveredInterruptIsAcknowledgedOnceAfterItIsCleared() throws {
    var harness = try started()
    for byte in 0..<20 {
      harness.device.receive([UInt8(byte)])
      let before = harness.lines.acknowledged.count
      #expect(harness.serveInterrupts() == 1)
      #expect(harness.lines.acknowledged.count == before + 1)
    }
    #expect(harness.line.received == Array(0..<20))
    #expect(harness.device.registers.ignoredWrites == [], "the register that clears takes every write")
  }

  @Test func lineErrorsCanBeClearedAgainAndAgain() throws {
    let harness = try Harness()
    for _ in 0..<3 { harness.driver.registers.ECR.write(0) }
    #expect(harness.device.registers.ignoredWrites == [])
  }

  @Test func aRestartTakesTheCharactersThatWaited() throws {
    let device = PL011.fake()
    let trace = AccessTrace()
    var line = QueueLine(room: .max)
    let lines = AcknowledgeCount()
    do {
      var first = PL011Driver(
        try PL011Resources(registers: TracedBus(device, into: trace), uartclk: Harness.clock))
      try first.start()
      first.enableReceiveInterrupt()
      device.receive([1, 2, 3])
      // It ends here, without a word: the interrupt was neither served nor acknowledged.
    }
    var second = PL011Driver(
      try PL011Resources(registers: TracedBus(device, into: trace), uartclk: Harness.clock))
    try second.start()
    // `start` cleared the cause, and the FIFO still holds three characters: the server drains once.
    #expect(device.receivedCount == 3)
    line.receive(from: &second)
    second.enableReceiveInterrupt()
    #expect(line.received == [1, 2, 3])
    device.receive([4])
    #expect(device.isInterrupting)
    second.serve(PendingInterrupt(index: 0), line: &line).acknowledge(to: lines)
    #expect(line.received == [1, 2, 3, 4])
  }

  @Test func onlyTheRegistersOfTheSequencesAndTheClassAreTouched() throws {
    var harness = try Harness()
    try harness.driver.start()
    harness.driver.enableReceiveInterrupt()
    harness.line.toSend = Array(0..<100)
    harness.line.transmit(to: &harness.driver)
    harness.device.receive(0..<10)
    harness.serveInterrupts()
    try harness.driver.stop()
    let touched = Set(harness.trace.accesses.map(\.register))
    #expect(touched == ["IMSC", "CR", "FR", "IBRD", "FBRD", "LCR_H", "ICR", "IFLS", "MIS", "DR"])
    #expect(harness.trace.accesses.allSatisfy { $0.width == 32 && $0.offset < 0x48 })
  }
}

/// The bundle takes what was granted, and says what was not.
struct GrantTests {
  struct Grants: DriverGrants {
    var regions: [DeviceRegion]
    var clocks: [UInt64]
    var interruptCount: Int

    func region(_ index: Int) -> DeviceRegion? { index < regions.count ? regions[index] : nil }
    var parameters: [UInt64] = []

    func parameter(_ index: Int) -> UInt64? { index < parameters.count ? parameters[index] : nil }
    func clockRate(_ index: Int) -> UInt64? { index < clocks.count ? clocks[index] : nil }
  }

  // Safety: nothing is accessed through the region in these tests.
  static let region = unsafe DeviceRegion(mappedAt: 0x1000_0000, size: 0x1000)

  private func error(_ grants: Grants) -> DriverError? {
    do throws(DriverError) { _ = try PL011Resources(from: grants) } catch { return error }
    return nil
  }

  @Test func everythingThatTheSpecNamesIsEnough() throws {
    let resources = try PL011Resources(
      from: Grants(regions: [Self.region], clocks: [24_000_000], interruptCount: 1))
    #expect(resources.uartclk == 24_000_000)
    #expect(resources.baudRate == 115_200)
  }

  @Test func aParameterIsTheSystemsAndInItsRange() throws {
    func resources(_ rate: UInt64) throws(DriverError) -> UInt64 {
      try PL011Resources(
        from: Grants(regions: [Self.region], clocks: [24_000_000], interruptCount: 1, parameters: [rate])
      ).baudRate
    }
    #expect(try resources(9_600) == 9_600)
    let error = #expect(throws: DriverError.self) { try resources(49) }
    #expect(
      error == .outOfRange(value: 49, allowed: 50...4_000_000, specLine: line("baud-rate:")))
  }

  @Test func whatIsMissingIsNamed() {
    #expect(
      error(Grants(regions: [Self.region], clocks: [24_000_000], interruptCount: 0))
        == .missingResource(kind: .interrupt, index: 0))
    #expect(
      error(Grants(regions: [], clocks: [24_000_000], interruptCount: 1))
        == .missingResource(kind: .region, index: 0))
    #expect(
      error(Grants(regions: [Self.region], clocks: [], interruptCount: 1))
        == .missingResource(kind: .clock, index: 0))
    #expect(
      error(Grants(regions: [Self.region], clocks: [0], interruptCount: 1))
        == .missingResource(kind: .clock, index: 0))
  }

  @Test func aRegionThatIsTooSmallIsRefused() {
    let small = unsafe DeviceRegion(mappedAt: 0x1000_0000, size: 0xfff)
    #expect(
      error(Grants(regions: [small], clocks: [1], interruptCount: 1))
        == .unusableRegion(RegionMismatch(region: small, size: 0x1000, alignment: 4)))
  }
}
