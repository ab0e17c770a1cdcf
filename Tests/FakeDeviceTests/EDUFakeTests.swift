import DriverRuntime
import Testing

@testable import edu

/// What the educational device's driver does, access by access.
struct EDUFakeTests {
  let bench = FakeBench(EDU.fake())

  private func driver() -> EDUDriver<TracedBus<FakeDevice>> { EDUDriver(EDUResources(registers: bench.bus)) }

  @Test func aDeadDeviceFailsItsTest() throws {
    var driver = driver()
    #expect(throws: DriverError.self, "it answers what was written") { try driver.selfTest() }
    bench.device.onRead["LIVENESS"] = { ~$0 & 0xffff_ffff }
    try driver.selfTest()
  }

  @Test func aTransferIsThreeNumbersABarrierAndACommand() throws {
    var driver = driver()
    try driver.copyIn(address: 0xfff_f000, bytes: 4096)
    #expect(
      bench.accesses == [
        "DMA_COMMAND -> 0x0", "DMA_SOURCE = 0xffff000", "DMA_DESTINATION = 0x40000", "DMA_COUNT = 0x1000",
        "DMA_COMMAND = 0x5",
      ])
    #expect(bench.trace.accesses.allSatisfy { $0.width == 64 })
    #expect(bench.device.barriers > 0)
    bench.trace.removeAll()
    bench.device["DMA_COMMAND"] = 0
    try driver.copyOut(address: 0x1000, bytes: 1)
    #expect(bench.accesses.last == "DMA_COMMAND = 0x7")
  }

  @Test(arguments: [0, 1])
  func lineAndMessageAreServedAlike(index: Int) {
    var driver = driver()
    bench.device.raise(index == 0 ? "factorial" : "factorial-by-message")
    driver.serve(PendingInterrupt(index: index)).acknowledge(to: bench.lines)
    #expect(bench.accesses == ["INTERRUPT_STATUS -> 0x1", "INTERRUPT_ACKNOWLEDGE = 0x1"])
    #expect(!bench.device.isInterrupting(index))
    #expect(bench.lines.count == 1)
  }

  @Test func quiesceWaitsForNothing() throws {
    var driver = driver()
    bench.device["STATUS"] = 0x81
    try driver.quiesce()
    #expect(bench.trace.accesses.allSatisfy { $0.kind == .write })
  }
}
