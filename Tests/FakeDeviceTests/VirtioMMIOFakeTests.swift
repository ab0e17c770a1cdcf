import DriverRuntime
import Testing

@testable import virtio_mmio

/// What the transport's driver does, access by access.
struct VirtioMMIOFakeTests {
  let bench = FakeBench(VirtioMMIO.fake())

  private func driver() -> VirtioMMIODriver<TracedBus<FakeDevice>> {
    VirtioMMIODriver(VirtioMMIOResources(registers: bench.bus))
  }

  @Test func startGoesThroughTheStatesInOrder() throws {
    var driver = driver()
    bench.device["DeviceFeatures"] = 1
    try driver.start()
    #expect(
      bench.trace.writes.filter { $0.register == "Status" }.map(\.value) == [0, 0x1, 0x3, 0xb])
  }

  @Test func aDeviceWithoutVersion1IsRefusedBeforeItsFeaturesAreTaken() {
    var driver = driver()
    #expect(throws: DriverError.self) { try driver.start() }
    #expect(bench.device["Status"] == 3)
    #expect(!bench.trace.writes.contains { $0.register == "DriverFeatures" })
  }

  @Test func aDeviceThatDoesNotAgreeIsRefused() {
    var driver = driver()
    bench.device["DeviceFeatures"] = 1
    bench.device.onRead["Status"] = { $0 & ~0x8 }
    #expect(throws: DriverError.self) { try driver.start() }
  }

  @Test func addressesAreWrittenInHalves() throws {
    var driver = driver()
    bench.device["QueueNumMax"] = 256
    try driver.setUpQueue(
      queue: 3, entries: 256, descriptors: 0x1_2345_6780, available: 0x2_0000_0000,
      used: 0xffff_ffff_ffff_f000)
    #expect(bench.accesses.first == "QueueSel = 0x3")
    #expect(
      bench.accesses.suffix(8) == [
        "QueueNum = 0x100", "QueueDescLow = 0x23456780", "QueueDescHigh = 0x1", "QueueDriverLow = 0x0",
        "QueueDriverHigh = 0x2", "QueueDeviceLow = 0xfffff000", "QueueDeviceHigh = 0xffffffff",
        "QueueReady = 0x1",
      ])
    #expect(throws: DriverError.self, "a queue in use") {
      try driver.setUpQueue(queue: 3, entries: 1, descriptors: 0, available: 0, used: 0)
    }
  }

  @Test func buffersAreInMemoryBeforeTheDeviceIsTold() throws {
    var driver = driver()
    try driver.notify(queue: 1)
    #expect(bench.accesses == ["QueueNotify = 0x1"])
    #expect(bench.device.barriers == 1)
  }

  @Test func bothCausesAreAcknowledgedAtOnce() {
    var driver = driver()
    bench.device.raise("used-buffers")
    bench.device.raise("configuration-change")
    driver.serve(PendingInterrupt(index: 0)).acknowledge(to: bench.lines)
    #expect(bench.accesses.prefix(2) == ["InterruptStatus -> 0x3", "InterruptACK = 0x3"])
    #expect(!bench.device.isInterrupting())
  }
}
