import DriverRuntime
import Testing

@testable import pl061

/// What the PL061's driver does, access by access.
struct PL061FakeTests {
  let bench = FakeBench(PL061.fake())

  private func driver() -> PL061Driver<TracedBus<FakeDevice>> {
    PL061Driver(PL061Resources(registers: bench.bus))
  }

  @Test func theMaskIsTheAddress() throws {
    var driver = driver()
    try driver.set(lines: 0x81, levels: 0x01)
    let write = try #require(bench.trace.writes.first)
    #expect(write.offset == 0x81 << 2)
    #expect(write.width == 8)
    #expect(write.value == 0x01)
    #expect(bench.trace.accesses.count == 1)
    #expect(throws: DriverError.self) { try driver.set(lines: 0x100, levels: 0) }
  }

  @Test func otherOutputsStayOutputs() throws {
    var driver = driver()
    bench.device["GPIODIR"] = 0xc0
    try driver.makeOutputs(lines: 0x03, levels: 0x02)
    #expect(bench.device["GPIODIR"] == 0xc3)
    try driver.makeInputs(lines: 0x41)
    #expect(bench.device["GPIODIR"] == 0x82)
  }

  @Test func eachLineGoesToItsHookWhichMasksIt() {
    var driver = driver()
    for line in 0..<8 {
      bench.device["GPIOIE"] = 0xff
      bench.device.raise("line-\(line)")
      #expect(bench.device.isInterrupting())
      driver.serve(PendingInterrupt(index: 0)).acknowledge(to: bench.lines)
      #expect(!bench.device.isInterrupting())
      #expect(bench.device["GPIOIE"] == 0xff & ~(1 << UInt64(line)))
    }
    #expect(bench.lines.count == 8)
  }

  @Test func allLinesAtOnceAreOneInterrupt() {
    var driver = driver()
    bench.device["GPIOIE"] = 0xff
    for line in 0..<8 { bench.device.raise("line-\(line)") }
    driver.serve(PendingInterrupt(index: 0)).acknowledge(to: bench.lines)
    #expect(bench.accesses.prefix(2) == ["GPIOMIS -> 0xff", "GPIOIC = 0xff"])
    #expect(bench.device["GPIOIE"] == 0)
    #expect(bench.lines.count == 1)
  }
}
