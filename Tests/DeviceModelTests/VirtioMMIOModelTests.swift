import DriverRuntime
import QEMU
import Testing

@testable import virtio_mmio

/// The generated driver against QEMU's virtio transport, with a source of random bytes behind it.
@Suite(.serialized, .timeLimit(.minutes(20)), ModelledDevice.isInstalled(.virtAArch64))
struct VirtioMMIOModelTests {
  /// The first of the board's 32 transports, and its line.
  static let base: UInt64 = 0x0a00_0000
  static let interrupt = 16
  static let spec = "DriverSpecs/transport/virtio-mmio.driver.yaml"
  static let window = DeclaredAccess.Window(region: "virtio-mmio", base: base)

  typealias Driver = VirtioMMIODriver<TracedBus<QTestBus>>

  /// The device and a driver on it.
  private struct Bench: ~Copyable {
    let device: ModelledDevice
    var driver: Driver
  }

  private func machine(
    _ time: DeviceMachine.Time = .still, transport: UInt64 = 0, options: [String] = []
  ) throws -> Bench {
    let device = try ModelledDevice(
      .virtAArch64, devices: ["virtio-rng-device,rng=source,bus=virtio-mmio-bus.0"],
      options: ["-object", "rng-builtin,id=source"] + options, time: time)
    let registers = device.bus(.memory(Self.base + 0x200 * transport))
    return Bench(device: device, driver: VirtioMMIODriver(VirtioMMIOResources(registers: registers)))
  }

  private static let modern = ["-global", "virtio-mmio.force-legacy=false"]

  @Test func aDeviceIsFoundAndTakesItsFeatures() throws {
    var bench = try machine(options: Self.modern)
    let device = bench.device
    try bench.driver.probe()
    #expect(bench.driver.registers.DeviceID.read().TYPE == 4, "an entropy source")
    try bench.driver.start()
    #expect(bench.driver.registers.Status.read().word == 0x0b, "acknowledged, driven, agreed")
    try bench.driver.stop()
    #expect(bench.driver.registers.Status.read().word == 0)
    try device.expectDeclared(by: Self.spec, at: [Self.window], atLeast: 15)
  }

  @Test func aLegacyDeviceIsRefused() throws {
    var bench = try machine()
    var thrown: DriverError?
    do throws(DriverError) { try bench.driver.probe() } catch { thrown = error }
    guard case .timeout("Version", "NUMBER", 1, 1, _) = thrown else {
      Issue.record("\(String(describing: thrown))")
      return
    }
  }

  @Test func aTransportWithoutADeviceIsRefused() throws {
    var bench = try machine(transport: 1, options: Self.modern)
    var thrown: DriverError?
    do throws(DriverError) { try bench.driver.probe() } catch { thrown = error }
    guard case .timeout("DeviceID", "TYPE", 0, 1, _) = thrown else {
      Issue.record("\(String(describing: thrown))")
      return
    }
  }

  @Test func aQueueIsSetUpAndABufferIsFilled() throws {
    var bench = try machine(.jumping, options: Self.modern)
    let device = bench.device
    let memory = device.machine.memory
    try bench.driver.probe()
    try bench.driver.start()
    let descriptors: UInt64 = 0x4800_0000
    let available = descriptors + 0x1000
    let used = descriptors + 0x2000
    let buffer = descriptors + 0x3000
    try bench.driver.setUpQueue(
      queue: 0, entries: 8, descriptors: descriptors, available: available, used: used)
    #expect(bench.driver.registers.QueueReady.read().READY)
    try bench.driver.begin()
    // Descriptor 0: 64 bytes for the device to write (virtio 1.2, 2.7.5); available: entry 0 is descriptor 0 (2.7.6).
    try memory.write(buffer, at: descriptors)
    try memory.write(UInt32(64), at: descriptors + 8)
    try memory.write(UInt16(2), at: descriptors + 12)
    try memory.write(UInt16(0), at: available + 4)
    try memory.write(UInt16(1), at: available + 2)
    #expect(!memory.isRaised(Self.interrupt))
    try bench.driver.notify(queue: 0)
    #expect(try memory.waitForInterrupt(Self.interrupt))
    #expect(bench.driver.registers.InterruptStatus.read().USED)
    bench.driver.serve(PendingInterrupt(index: 0)).acknowledge(to: device.lines)
    #expect(try memory.waitForInterrupt(Self.interrupt, raised: false))
    #expect(try memory.read(UInt16.self, at: used + 2) == 1)
    #expect(try memory.read(UInt32.self, at: used + 4) == 0, "descriptor 0")
    #expect(try memory.read(UInt32.self, at: used + 8) == 64)
    #expect(try memory.readBytes(at: buffer, count: 64) != [UInt8](repeating: 0, count: 64))
    // The queue is in use now, and cannot be set up again.
    #expect(throws: DriverError.self) {
      try bench.driver.setUpQueue(
        queue: 0, entries: 8, descriptors: descriptors, available: available, used: used)
    }
    try bench.driver.stop()
    try device.expectDeclared(by: Self.spec, at: [Self.window], atLeast: 30)
  }

  @Test func aQueueThatIsTooLongOrNotThereIsRefused() throws {
    var bench = try machine(options: Self.modern)
    try bench.driver.start()
    #expect(throws: DriverError.self) {
      try bench.driver.setUpQueue(queue: 0, entries: 32_768, descriptors: 0, available: 0, used: 0)
    }
    #expect(throws: DriverError.self) {
      try bench.driver.setUpQueue(queue: 7, entries: 1, descriptors: 0, available: 0, used: 0)
    }
  }
}
