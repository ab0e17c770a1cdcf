import DriverRuntime
import Testing

@testable import pl011

/// What `start` and `stop` do to the device, access by access.
struct StartTests {
  @Test func startIsExactlyTheSequenceOfTheSpec() throws {
    var harness = try Harness()
    try harness.driver.start()
    #expect(
      harness.accesses == [
        "IMSC = 0x0",
        "CR -> 0x300", "CR = 0x300",
        "FR -> 0x10",
        "IBRD = 0xd", "FBRD = 0x1",
        "LCR_H = 0x70",
        "ICR = 0x7ff",
        "IFLS = 0x10",
        "CR = 0x301",
      ])
  }

  @Test func probeReadsTheFourNumbersAndWritesNothing() throws {
    var harness = try Harness()
    try harness.driver.probe()
    #expect(
      harness.accesses == ["PCellID0 -> 0xd", "PCellID1 -> 0xf0", "PCellID2 -> 0x5", "PCellID3 -> 0xb1"])
  }

  @Test func anotherDeviceIsRefusedByTheNumberThatDiffers() throws {
    var harness = try Harness()
    harness.device.registers["PCellID2"] = 0x15
    var thrown: DriverError?
    do throws(DriverError) { try harness.driver.probe() } catch { thrown = error }
    #expect(
      thrown
        == .timeout(
          register: "PCellID2", field: "ID", lastValue: 0x15, polls: 1, specLine: line("await PCellID2.ID")))
  }

  @Test func stopMasksDrainsAndDisables() throws {
    var harness = try Harness()
    try harness.driver.start()
    harness.trace.removeAll()
    try harness.driver.stop()
    #expect(harness.accesses == ["IMSC = 0x0", "FR -> 0x10", "CR = 0x0"])
  }

  /// Divisors by the formula of the manual, 2.4.1: clock / (16 × rate), in 64ths, rounded to the nearest.
  @Test(
    arguments: [
      (24_000_000, 115_200, 13, 1), (24_000_000, 9_600, 156, 16), (24_000_000, 1_500_000, 1, 0),
      (4_000_000, 230_400, 1, 5), (48_000_000, 115_200, 26, 3), (7_372_800, 460_800, 1, 0),
      (3_686_400, 50, 4_608, 0), (24_000_000, 50, 30_000, 0),
      // A little below and above the middle of two 64ths.
      (24_004_700, 115_200, 13, 1), (24_005_400, 115_200, 13, 2), (2_099_999_000, 1_000_000, 131, 16),
    ] as [(UInt64, UInt64, UInt64, UInt64)])
  func divisors(clock: UInt64, rate: UInt64, integer: UInt64, fraction: UInt64) throws {
    var harness = try Harness(clock: clock, baudRate: rate)
    try harness.driver.start()
    #expect(harness.device.registers["IBRD"] == integer)
    #expect(harness.device.registers["FBRD"] == fraction)
  }

  @Test func aRateThatTheClockCannotMakeIsRefusedBeforeTheDeviceIsTouched() throws {
    var harness = try Harness(clock: 1_000_000, baudRate: 4_000_000)
    var thrown: DriverError?
    do throws(DriverError) { try harness.driver.start() } catch { thrown = error }
    #expect(thrown == .outOfRange(value: 1, allowed: 64...4_194_303, specLine: line("require divisor")))
    #expect(harness.accesses.isEmpty)
  }

  @Test func aClockThatOverflowsTheCalculationIsAnErrorAndNoTrap() throws {
    var harness = try Harness(clock: .max)
    var thrown: DriverError?
    do throws(DriverError) { try harness.driver.start() } catch { thrown = error }
    #expect(thrown == .arithmetic(specLine: line("let divisor")))
    #expect(harness.accesses.isEmpty)
  }

  @Test(arguments: [0, 49, 4_000_001] as [UInt64])
  func aRateOutsideItsParametersRangeIsRefused(rate: UInt64) throws {
    var thrown: DriverError?
    do throws(DriverError) { _ = try Harness(baudRate: rate) } catch { thrown = error }
    #expect(thrown == .outOfRange(value: rate, allowed: 50...4_000_000, specLine: line("baud-rate:")))
  }

  @Test func aDeviceThatStaysBusyIsATimeoutWithItsEvidence() throws {
    let bus = BusyBus()
    var driver = PL011Driver(try PL011Resources(registers: bus, uartclk: Harness.clock))
    var thrown: DriverError?
    do throws(DriverError) { try driver.start() } catch { thrown = error }
    #expect(
      thrown
        == .timeout(
          register: "FR", field: "BUSY", lastValue: 0x18, polls: 1_000_000,
          specLine: line("await FR.BUSY")))
    #expect(bus.count.polls == 1_000_000)
  }

  @Test func stoppingWaitsAsLong() throws {
    let bus = BusyBus()
    var driver = PL011Driver(try PL011Resources(registers: bus, uartclk: Harness.clock))
    #expect(throws: DriverError.self) { try driver.stop() }
    #expect(bus.count.polls == 1_000_000)
  }

  /// A PrimeCell says at once who it is: each number is read once, and the first that differs ends it.
  @Test(arguments: [("PCellID0", 0x0d), ("PCellID1", 0xf0), ("PCellID2", 0x05), ("PCellID3", 0xb1)])
  func aNumberThatDiffersIsReadOnce(register: String, value: UInt64) throws {
    for other in [value - 1, value + 1] {
      var harness = try Harness()
      harness.device.registers[register] = other
      #expect(throws: DriverError.self) { try harness.driver.probe() }
      #expect(harness.trace.accesses.count { $0.register == register } == 1)
      #expect(harness.accesses.last == "\(register) -> 0x\(String(other, radix: 16))")
    }
  }

  /// The rate that is meant where nobody sets one, exactly: at this clock a baud more or less shows.
  @Test func theRateIs115200WhereNobodySetsOne() throws {
    let device = PL011.fake()
    let resources = try PL011Resources(registers: device, uartclk: 4_000_000_000)
    #expect(resources.baudRate == 115_200)
    var driver = PL011Driver(resources)
    try driver.start()
    // 4 GHz / (16 × 115200) = 2170 + 9/64, rounded.
    #expect(device.registers["IBRD"] == 2_170)
    #expect(device.registers["FBRD"] == 9)
  }

  @Test(arguments: [50, 4_000_000] as [UInt64])
  func theEndsOfTheRangeAreAllowed(rate: UInt64) throws {
    var harness = try Harness(clock: 16 * rate, baudRate: rate)
    try harness.driver.start()
  }

  /// The divisor register holds 16 bits and 6 more for the fraction; the least divisor is 1 (2.4.1).
  @Test(
    arguments: [
      (15_750_000, 1_000_000, nil), (15_999_999, 1_000_000, 64), (16_000_000, 1_000_000, 64),
      (52_428_788, 50, 4_194_303), (52_428_800, 50, nil),
    ] as [(UInt64, UInt64, UInt64?)])
  func theDivisorFitsTheDevice(clock: UInt64, rate: UInt64, divisor: UInt64?) throws {
    var harness = try Harness(clock: clock, baudRate: rate)
    do throws(DriverError) { try harness.driver.start() } catch {
      #expect(divisor == nil, "\(error)")
      #expect(harness.accesses.isEmpty)
      return
    }
    #expect(harness.device.registers["IBRD"] == divisor.map { $0 / 64 })
    #expect(harness.device.registers["FBRD"] == divisor.map { $0 % 64 })
  }

  /// A device that is never done: every register reads 0x18.
  struct BusyBus: RegisterBus {
    final class Count { var polls = 0 }
    let count = Count()

    func load<Value: RegisterValue>(_ register: Value.Type, at offset: Int) -> Value.Word {
      if offset == 0x18 { count.polls += 1 }
      return 0x18
    }

    func store<Value: RegisterValue>(_ word: Value.Word, to register: Value.Type, at offset: Int) {}
  }

  @Test func startingAgainAfterStopWorks() throws {
    var harness = try Harness()
    try harness.driver.start()
    try harness.driver.stop()
    harness.trace.removeAll()
    try harness.driver.start()
    #expect(harness.writes.last == "CR = 0x301")
    #expect(harness.accesses.count == 10)
  }

  @Test func itsNameIsTheManuals() {
    #expect("\(PL011Driver<FakeSerialDevice>.deviceName)" == "PL011")
  }
}
