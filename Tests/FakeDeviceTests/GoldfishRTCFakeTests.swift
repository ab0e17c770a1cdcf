import DriverRuntime
import Testing

@testable import goldfish_rtc

/// What the Goldfish clock's driver does, access by access.
struct GoldfishRTCFakeTests {
  let bench = FakeBench(GoldfishRTC.fake())

  private func driver() -> GoldfishRTCDriver<TracedBus<FakeDevice>> {
    GoldfishRTCDriver(GoldfishRTCResources(registers: bench.bus))
  }

  @Test func anAlarmIsArmedByItsLowHalf() throws {
    var driver = driver()
    try driver.setAlarm(nanoseconds: 0x0123_4567_89ab_cdef)
    #expect(
      bench.accesses == [
        "CLEAR_ALARM = 0x1", "CLEAR_INTERRUPT = 0x1", "IRQ_ENABLED = 0x1", "ALARM_HIGH = 0x1234567",
        "ALARM_LOW = 0x89abcdef",
      ])
  }

  @Test func theOnlyCauseIsServedWithoutAStatus() throws {
    var driver = driver()
    driver.serve(PendingInterrupt(index: 0)).acknowledge(to: bench.lines)
    #expect(bench.accesses == ["CLEAR_INTERRUPT = 0x1", "IRQ_ENABLED = 0x0"])
    #expect(bench.lines.count == 1)
  }

  @Test func aClockThatForgetsItsAlarmFailsItsTest() {
    var driver = driver()
    var thrown: DriverError?
    do throws(DriverError) { try driver.selfTest() } catch { thrown = error }
    guard case .timeout("ALARM_STATUS", "RUNNING", 0, 1, _) = thrown else {
      Issue.record("\(String(describing: thrown))")
      return
    }
  }
}
