import DriverRuntime
import Testing

@testable import ns16550a

/// What the NS16550A's driver does to test its device, and to leave it alone: access by access, and what it refuses.
struct NS16550ASelfTestTests {
  let device = NS16550A.fake()
  let trace = AccessTrace()

  private func driver() throws -> NS16550ADriver<TracedBus<FakeSerialDevice>> {
    NS16550ADriver(try NS16550AResources(registers: TracedBus(device, into: trace)))
  }

  private var accesses: [String] { trace.accesses.map(\.description) }

  /// In loopback the receiver gets what the transmitter is given, as 8.8 says.
  private func loop(_ change: @escaping (UInt8) -> UInt8 = { $0 }) {
    device.registers.onWrite["THR"] = { [device] character in
      guard device.registers["MCR"] & 0x10 != 0 else { return }
      device.receive([change(UInt8(character))])
    }
  }

  @Test func theScratchpadKeepsTwoPatternsAndACharacterComesBack() throws {
    loop()
    var driver = try driver()
    try driver.selfTest()
    #expect(
      accesses == [
        "SCR = 0xa5", "SCR -> 0xa5", "SCR = 0x5a", "SCR -> 0x5a", "MCR = 0x10", "THR = 0x5a",
        "LSR -> 0x61", "RBR -> 0x5a", "MCR = 0xb",
      ])
  }

  /// A scratchpad that has a bit stuck, at either value, is found at the first look.
  @Test(arguments: 0..<8, [false, true])
  func aStuckBitOfTheScratchpadIsFound(bit: Int, value: Bool) throws {
    let mask: UInt64 = 1 << UInt64(bit)
    device.registers.onRead["SCR"] = { value ? $0 | mask : $0 & ~mask }
    var driver = try driver()
    #expect(throws: DriverError.self) { try driver.selfTest() }
    let isSeenFirst = (0xa5 & mask != 0) != value
    #expect(accesses.count == (isSeenFirst ? 2 : 4))
  }

  @Test func aScratchpadThatIsNotThereIsFound() throws {
    for value: UInt64 in [0, 0xff] {
      device.registers.onRead["SCR"] = { _ in value }
      trace.removeAll()
      var driver = try driver()
      #expect(throws: DriverError.self) { try driver.selfTest() }
      #expect(accesses.count == 2)
    }
  }

  @Test(arguments: [0x59, 0x5b, 0x5a ^ 0x80] as [UInt8])
  func anotherCharacterIsRefused(character: UInt8) throws {
    loop { _ in character }
    var driver = try driver()
    #expect(throws: DriverError.self) { try driver.selfTest() }
    #expect(trace.accesses.last?.register == "RBR")
  }

  /// A character takes its time; how slow a line may be is more than half a million looks.
  @Test func theCharacterIsWaitedFor() throws {
    let bus = PatientBus(status: 0x61, after: 600_000)
    var driver = NS16550ADriver(try NS16550AResources(registers: bus))
    try driver.selfTest()
    #expect(bus.looks == 600_000)
  }

  @Test func stopWaitsForTheLastCharacter() throws {
    let bus = PatientBus(status: 0x60, after: 600_000)
    var driver = NS16550ADriver(try NS16550AResources(registers: bus))
    try driver.stop()
    #expect(bus.looks == 600_000)
  }

  /// A UART whose line status says nothing until it has been looked at often; what else is written is read back.
  final class PatientBus: RegisterBus {
    private(set) var looks = 0
    private let status: UInt64
    private let patience: Int
    private var last: UInt64 = 0

    init(status: UInt64, after patience: Int) {
      self.status = status
      self.patience = patience
    }

    func load<Value: RegisterValue>(_ register: Value.Type, at offset: Int) -> Value.Word {
      guard offset == 5 else { return Value.Word(truncatingIfNeeded: last) }
      looks += 1
      return Value.Word(truncatingIfNeeded: looks < patience ? 0 : status)
    }

    func store<Value: RegisterValue>(_ word: Value.Word, to register: Value.Type, at offset: Int) {
      last = UInt64(word)
    }
  }

  @Test func stopMasksDrainsAndLetsTheLinesGo() throws {
    device.registers["IER"] = 0xf
    device.registers["MCR"] = 0x1f
    var driver = try driver()
    try driver.stop()
    #expect(accesses == ["IER = 0x0", "LSR -> 0x60", "MCR = 0x0"])
  }

  /// The transmit FIFO being empty is not enough: a character is still on its way.
  @Test func stopDoesNotTakeAnEmptyFIFOForADrainedLine() throws {
    var looks = 0
    device.registers.onRead["LSR"] = { _ in
      looks += 1
      return [0x00, 0x20, 0x60][min(looks - 1, 2)]
    }
    var driver = try driver()
    try driver.stop()
    #expect(accesses == ["IER = 0x0", "LSR -> 0x20", "LSR -> 0x20", "LSR -> 0x60", "MCR = 0x0"])
  }

  @Test func quiesceWaitsForNothing() throws {
    var driver = try driver()
    try driver.quiesce()
    #expect(accesses == ["IER = 0x0", "MCR = 0x0"])
  }
}
