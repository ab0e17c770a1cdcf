import DriverRuntime
import Testing

@testable import ns16550a

/// Bits and names as the manual has them (PC16550D, table II and chapter 8), as far as QEMU's device does not show them, and
/// what the driver takes from a system.
struct NS16550AManualTests {
  @Test func bitsThatTheManualGivesAsZeroAreInNoField() throws {
    let device = NS16550A.fake()
    let driver = NS16550ADriver(try NS16550AResources(registers: device))
    #expect(device.registers["FCR"] == 0, "after a master reset, table III")
    driver.registers.FCR.write(.max)
    #expect(device.registers["FCR"] == 0xcf)
    driver.registers.IER.write(.max)
    #expect(device.registers["IER"] == 0x0f)
    driver.registers.MCR.write(.max)
    #expect(device.registers["MCR"] == 0x1f)
    #expect(NS16550A.IIR(word: 0x30 | 0x04).ID == .receivedData)
  }

  @Test func interruptIdentification() {
    let causes: [(UInt8, NS16550A.IIR.IDValue)] = [
      (0x00, .modemStatus), (0x02, .transmitterEmpty), (0x04, .receivedData), (0x06, .lineStatus),
      (0x0c, .characterTimeout),
    ]
    for (word, cause) in causes { #expect(NS16550A.IIR(word: word).ID == cause) }
    #expect(NS16550A.IIR(word: 0xc1).NONE)
    #expect(NS16550A.IIR(word: 0xc1).FIFOS == 3)
    #expect(NS16550A.IIR(word: 0x40).FIFOS == 1)
  }

  @Test func fifoControl() {
    let levels: [(NS16550A.FCR.RCVR_TRIGGERValue, UInt8)] = [
      (.one, 0x00), (.four, 0x40), (.eight, 0x80), (.fourteen, 0xc0),
    ]
    for (level, expected) in levels {
      var word = NS16550A.FCR(word: 0)
      word.RCVR_TRIGGER = level
      #expect(word.word == expected)
    }
    var word = NS16550A.FCR(word: 0)
    word.DMA_MODE = true
    #expect(word.word == 0x08)
  }

  @Test func lineControl() {
    #expect(
      bits(NS16550A.LCR.init(word:), [\.STB, \.PEN, \.STICK_PARITY, \.BREAK, \.DLAB]) == [2, 3, 5, 6, 7])
    var word = NS16550A.LCR(word: 0)
    word.EPS = .even
    #expect(word.word == 0x10)
    word.EPS = .odd
    let lengths: [(NS16550A.LCR.WLSValue, UInt8)] = [(.five, 0), (.six, 1), (.seven, 2), (.eight, 3)]
    for (length, expected) in lengths {
      word.WLS = length
      #expect(word.word == expected)
    }
  }

  @Test func enablesAndLines() {
    #expect(bits(NS16550A.IER.init(word:), [\.ERBFI, \.ETBEI, \.ELSI, \.EDSSI]) == [0, 1, 2, 3])
    #expect(bits(NS16550A.MCR.init(word:), [\.DTR, \.RTS, \.OUT1, \.OUT2, \.LOOP]) == [0, 1, 2, 3, 4])
    #expect(
      bits(NS16550A.LSR.init(word:), [\.DR, \.OE, \.PE, \.FE, \.BI, \.THRE, \.TEMT, \.FIFO_ERROR])
        == Array(0...7))
    #expect(
      bits(NS16550A.MSR.init(word:), [\.DCTS, \.DDSR, \.TERI, \.DDCD, \.CTS, \.DSR, \.RI, \.DCD])
        == Array(0...7))
  }

  /// A read of the line status takes its errors and nothing else (8.4); one of the modem status its changes (8.9).
  @Test func aReadOfAStatusTakesWhatHasHappened() throws {
    let device = NS16550A.fake()
    let registers = NS16550ADriver(try NS16550AResources(registers: device)).registers
    device.registers["LSR"] = 0xfe
    _ = registers.LSR.readWithEffect()
    #expect(device.registers["LSR"] == 0x60)
    device.registers["MSR"] = 0xff
    _ = registers.MSR.readWithEffect()
    #expect(device.registers["MSR"] == 0xf0)
  }

  /// What is meant where nobody says otherwise: a PC's clock, and 115200 baud.
  @Test func defaults() throws {
    let resources = try NS16550AResources(registers: NS16550A.fake())
    #expect(resources.baudRate == 115_200)
    #expect(resources.clockFrequency == 1_843_200)
    #expect(resources.regShift == 0)
    #expect(resources.regIoWidth == 1)
  }

  @Test(
    arguments: [
      ("baud-rate", 50, 4_000_000), ("clock-frequency", 1, 4_000_000_000), ("reg-shift", 0, 3),
      ("reg-io-width", 1, 4),
    ] as [(String, UInt64, UInt64)])
  func parametersHaveTheirRange(name: String, lowest: UInt64, highest: UInt64) throws {
    func isTaken(_ value: UInt64) -> Bool {
      do throws(DriverError) {
        _ = try NS16550AResources(
          registers: NS16550A.fake(), baudRate: name == "baud-rate" ? value : 115_200,
          clockFrequency: name == "clock-frequency" ? value : 1_843_200,
          regShift: name == "reg-shift" ? value : 0, regIoWidth: name == "reg-io-width" ? value : 1)
        return true
      } catch { return false }
    }
    #expect(isTaken(lowest) && isTaken(highest))
    #expect(!isTaken(highest + 1))
    #expect(lowest == 0 || !isTaken(lowest - 1))
  }

  /// The divisor latch holds 16 bits, and 0 is no divisor (8.3).
  @Test(
    arguments: [
      (16 * 115_200, 115_200, 1), (7 * 115_200, 115_200, nil), (8 * 115_200, 115_200, 1),
      (52_428_000, 50, 65_535), (52_428_399, 50, 65_535), (52_428_400, 50, nil),
      (16 * 115_200 * 3 + 8 * 115_200, 115_200, 4), (16 * 115_200 * 3 + 8 * 115_200 - 1, 115_200, 3),
    ] as [(UInt64, UInt64, UInt64?)])
  func theDivisorFitsTheDevice(clock: UInt64, rate: UInt64, divisor: UInt64?) throws {
    let device = NS16550A.fake()
    let trace = AccessTrace()
    var driver = NS16550ADriver(
      try NS16550AResources(
        registers: TracedBus(device, into: trace), baudRate: rate, clockFrequency: clock))
    do throws(DriverError) { try driver.start() } catch {
      #expect(divisor == nil, "\(error)")
      #expect(trace.accesses.isEmpty, "the device was touched before the divisor was looked at")
      return
    }
    #expect(device.registers["DLL"] == divisor.map { $0 % 256 })
    #expect(device.registers["DLM"] == divisor.map { $0 / 256 })
  }

  /// Whatever the line was set to, it carries eight bits, no parity and one stop bit once it is started, and again.
  @Test func aSecondStartIsLikeTheFirst() throws {
    let device = NS16550A.fake()
    let trace = AccessTrace()
    var driver = NS16550ADriver(try NS16550AResources(registers: TracedBus(device, into: trace)))
    try driver.start()
    let first = trace.writes.map(\.description)
    trace.removeAll()
    try driver.start()
    #expect(trace.writes.map(\.description) == first)
    #expect(device.registers.ignoredWrites == [])
    for byte: UInt8 in [1, 2] { driver.transmit(byte) }
    #expect(device.sent == [1, 2])
    #expect(device.registers.ignoredWrites == [])
  }

  struct Grants: DriverGrants {
    var size: Int
    var parameters: [UInt64] = []
    var interruptCount = 1

    func region(_ index: Int) -> DeviceRegion? {
      // Safety: nothing is accessed through the region in these tests.
      index == 0 ? unsafe DeviceRegion(mappedAt: 0x1000_0000, size: size) : nil
    }
    func parameter(_ index: Int) -> UInt64? { index < parameters.count ? parameters[index] : nil }
    func clockRate(_ index: Int) -> UInt64? { nil }
  }

  /// Eight registers of a byte, apart by the shift, the last of them as wide as an access.
  @Test(arguments: [(0, 1, 8), (2, 4, 32), (3, 4, 60)] as [(UInt64, UInt64, Int)])
  func theWindowIsAsLargeAsItsRegisters(shift: UInt64, width: UInt64, size: Int) {
    func isTaken(_ size: Int) -> Bool {
      let grants = Grants(size: size, parameters: [115_200, 1_843_200, shift, width])
      do throws(DriverError) {
        _ = try NS16550AResources<SpacedBus>(from: grants)
        return true
      } catch { return false }
    }
    #expect(isTaken(size))
    #expect(!isTaken(size - 1))
  }
}

/// Which bit each flag is, −1 for one that is no single bit.
private func bits<Value>(_ make: (UInt8) -> Value, _ flags: [KeyPath<Value, Bool>]) -> [Int] {
  flags.map { flag in
    let positions = (0..<8).filter { make(1 << UInt8($0))[keyPath: flag] }
    return positions.count == 1 ? positions[0] : -1
  }
}
