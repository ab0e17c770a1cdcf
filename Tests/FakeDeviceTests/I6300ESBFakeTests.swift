import DriverRuntime
import Testing

@testable import i6300esb

/// What the watchdog's driver does, access by access, in both of its windows.
struct I6300ESBFakeTests {
  let bench = FakeBench(I6300ESB.fake())

  private func driver(_ timeout: UInt64 = 30_000) throws -> I6300ESBDriver<TracedBus<FakeRegion>> {
    I6300ESBDriver(
      try I6300ESBResources(registers: bench.bus(0), configuration: bench.bus(1), timeout: timeout))
  }

  @Test func everyWriteBehindTheLockIsUnlockedFirst() throws {
    var driver = try driver()
    try driver.start()
    // 30 s are 30,211 ticks of 2 ** 15 cycles of 33 MHz.
    #expect(
      bench.trace.writes.map(\.description) == [
        "WDT_LOCK = 0x0", "WDT_CONFIG = 0x3",
        "UNLOCK = 0x80", "UNLOCK = 0x86", "PRELOAD1 = 0x7604",
        "UNLOCK = 0x80", "UNLOCK = 0x86", "PRELOAD2 = 0x7604",
        "UNLOCK = 0x80", "UNLOCK = 0x86", "RELOAD = 0x300",
        "WDT_LOCK = 0x2",
      ])
    #expect(bench.device.ignoredWrites == [], "none was kept out")
    #expect(bench.device["PRELOAD1"] == 0x7604)
  }

  @Test func keepingItAliveDoesNotClearTheSignOfATimeout() throws {
    var driver = try driver()
    bench.device["RELOAD"] = 0x200
    try driver.keepAlive()
    #expect(bench.accesses == ["UNLOCK = 0x80", "UNLOCK = 0x86", "RELOAD = 0x100"])
    #expect(bench.device["RELOAD"] & 0x200 != 0)
    try driver.forgetTimeout()
    #expect(bench.device["RELOAD"] & 0x200 == 0)
  }

  @Test func aWatchdogThatIsLockedIsLeftAlone() throws {
    var driver = try driver()
    bench.device["WDT_LOCK"] = 3
    #expect(throws: DriverError.self) { try driver.start() }
    #expect(bench.trace.writes.isEmpty)
  }

  @Test(arguments: [0, 1_000_001] as [UInt64])
  func aTimeoutOutOfRangeIsRefused(timeout: UInt64) {
    #expect(throws: DriverError.self) { _ = try driver(timeout) }
  }
}
