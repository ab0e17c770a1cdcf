import DriverRuntime
import Testing

@testable import pl031

/// What the PL031's driver does, access by access.
struct PL031FakeTests {
  let bench = FakeBench(PL031.fake())

  private func driver() -> PL031Driver<TracedBus<FakeDevice>> {
    PL031Driver(PL031Resources(registers: bench.bus))
  }

  @Test func startMasksClearsAndCounts() throws {
    var driver = driver()
    try driver.start()
    #expect(bench.accesses == ["RTCIMSC = 0x0", "RTCICR = 0x1", "RTCCR = 0x1"])
  }

  @Test func probeKnowsAnotherPrimeCell() throws {
    var driver = driver()
    try driver.probe()
    bench.device["RTCPeriphID0"] = 0x11
    #expect(throws: DriverError.self) { try driver.probe() }
    #expect(bench.trace.writes.isEmpty, "a probe changes nothing")
  }

  @Test func anAlarmIsClearedBeforeItIsLetThroughAndMaskedWhenItCame() throws {
    var driver = driver()
    try driver.setAlarm(seconds: 0xffff_ffff)
    #expect(bench.accesses == ["RTCIMSC = 0x0", "RTCICR = 0x1", "RTCMR = 0xffffffff", "RTCIMSC = 0x1"])
    bench.trace.removeAll()
    bench.device.raise("alarm")
    #expect(bench.device.isInterrupting())
    driver.serve(PendingInterrupt(index: 0)).acknowledge(to: bench.lines)
    #expect(bench.accesses == ["RTCMIS -> 0x1", "RTCICR = 0x1", "RTCIMSC = 0x0"])
    #expect(!bench.device.isInterrupting())
    #expect(bench.lines.count == 1)
  }

  @Test func whatTheRegistersCannotHoldIsRefused() {
    var driver = driver()
    #expect(throws: DriverError.self) { try driver.setTime(seconds: 0x1_0000_0000) }
    #expect(throws: DriverError.self) { try driver.setAlarm(seconds: .max) }
    #expect(bench.accesses == [])
  }
}
