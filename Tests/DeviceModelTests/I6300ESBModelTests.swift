import DriverRuntime
import QEMU
import Testing

@testable import i6300esb

/// The generated driver against QEMU's 6300ESB: a lock before every write, and registers in two spaces.
@Suite(.serialized, .timeLimit(.minutes(20)), ModelledDevice.isInstalled(.q35))
struct I6300ESBModelTests {
  static let base: UInt64 = 0xfe20_0000
  static let spec = "DriverSpecs/watchdog/i6300esb.driver.yaml"
  static let windows = [
    DeclaredAccess.Window(resource: "registers", region: "i6300esb", base: base),
    DeclaredAccess.Window(resource: "configuration", region: "pci", base: 0),
  ]

  typealias Driver = I6300ESBDriver<TracedBus<QTestBus>>

  /// The device and a driver on it.
  private struct Bench: ~Copyable {
    let device: ModelledDevice
    var driver: Driver
  }

  private func machine(
    _ time: DeviceMachine.Time = .still, timeout: UInt64 = 30_000
  ) throws -> Bench {
    let device = try ModelledDevice(
      .q35, devices: ["i6300esb,addr=05.0"], options: ["-action", "watchdog=none"], time: time)
    let function = PCIFunction(device.machine.memory, device: 5)
    #expect(try function.vendor() == 0x8086)
    #expect(try function.identifier() == 0x25ab)
    #expect(try function.read(UInt32.self, at: 8) >> 8 == 0x088000, "the class that the spec says")
    #expect(try function.size(ofBAR: 0) == 0x10)
    try function.place(bar: 0, at: UInt32(Self.base))
    try function.permit(.memory)
    let resources = try I6300ESBResources(
      registers: device.bus(.memory(Self.base)), configuration: device.bus(.configuration(function)),
      timeout: timeout)
    return Bench(device: device, driver: I6300ESBDriver(resources))
  }

  @Test func itCountsAfterStartAndNotAfterStop() throws {
    var bench = try machine()
    let device = bench.device
    try bench.driver.start()
    #expect(bench.driver.configuration.WDT_LOCK.read().WDT_ENABLE)
    #expect(!bench.driver.configuration.WDT_CONFIG.read().WDT_OUTPUT)
    try bench.driver.keepAlive()
    try bench.driver.stop()
    #expect(!bench.driver.configuration.WDT_LOCK.read().WDT_ENABLE)
    #expect(try device.machine.monitor.takeEvents() == [])
    // Each of the two preloads, and each write of the reload register, was unlocked before.
    let writes = device.trace.writes.map(\.description)
    #expect(writes.filter { $0.hasSuffix(" = 0x80") }.count == 4)
    #expect(writes.filter { $0.hasSuffix(" = 0x86") }.count == 4)
    try device.expectDeclared(by: Self.spec, at: Self.windows, atLeast: 18, configurationOf: 5)
  }

  @Test func itRunsOutWhereNobodyKeepsItAlive() throws {
    var bench = try machine(.jumping, timeout: 1_000)
    let device = bench.device
    try bench.driver.start()
    // Time jumps to the end of either stage as soon as nothing else is to do.
    #expect(ModelledDevice.poll { bench.driver.registers.RELOAD.read().WDT_TIMEOUT })
    #expect(try device.machine.monitor.takeEvents().contains("WATCHDOG"))
    try bench.driver.stop()
    try bench.driver.forgetTimeout()
    #expect(!bench.driver.registers.RELOAD.read().WDT_TIMEOUT)
    try device.expectDeclared(by: Self.spec, at: Self.windows, atLeast: 20, configurationOf: 5)
  }

  @Test(arguments: [0, 1_000_001] as [UInt64])
  func aTimeoutOutOfRangeIsRefused(timeout: UInt64) {
    #expect(throws: DriverError.self) { _ = try machine(timeout: timeout) }
  }
}
