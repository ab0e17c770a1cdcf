import DriverRuntime
import Testing

@testable import cmsdk_timer

/// What the timer's driver does, access by access.
struct CMSDKTimerFakeTests {
  let bench = FakeBench(CMSDKTimer.fake())

  private func driver(_ clock: UInt64 = 25_000_000) -> CMSDKTimerDriver<TracedBus<FakeDevice>> {
    CMSDKTimerDriver(CMSDKTimerResources(registers: bench.bus, pclk: clock))
  }

  @Test func aRunIsWrittenBeforeItIsEnabled() throws {
    var driver = driver()
    try driver.runPeriodically(microseconds: 1_000)
    #expect(
      bench.accesses == ["CTRL = 0x0", "RELOAD = 0x61a7", "INTSTATUS = 0x1", "CTRL = 0x9"])
    bench.trace.removeAll()
    try driver.runOnce(microseconds: 1_000)
    #expect(
      bench.accesses == [
        "CTRL = 0x0", "RELOAD = 0x0", "VALUE = 0x61a8", "INTSTATUS = 0x1", "CTRL = 0x9",
      ])
  }

  @Test func aSingleRunEndsAndAPeriodicOneGoesOn() throws {
    var driver = driver()
    for (reload, wanted) in [
      (UInt64(0), ["INTSTATUS -> 0x1", "INTSTATUS = 0x1", "RELOAD -> 0x0", "CTRL = 0x0"]),
      (99, ["INTSTATUS -> 0x1", "INTSTATUS = 0x1", "RELOAD -> 0x63"]),
    ] {
      bench.device["RELOAD"] = reload
      bench.device.raise("expired")
      bench.trace.removeAll()
      driver.serve(PendingInterrupt(index: 0)).acknowledge(to: bench.lines)
      #expect(bench.accesses == wanted)
      #expect(!bench.device.isInterrupting())
    }
    #expect(bench.lines.count == 2)
  }

  @Test(arguments: [(1_000, 1), (4_000_000_000, 100_000_000)] as [(UInt64, UInt64)])
  func aTimeThatTheCounterCannotHoldIsRefused(clock: UInt64, microseconds: UInt64) throws {
    var driver = driver(clock)
    #expect(throws: DriverError.self) { try driver.runOnce(microseconds: microseconds) }
    #expect(throws: DriverError.self) { try driver.runPeriodically(microseconds: microseconds) }
    #expect(bench.accesses == [])
  }
}
