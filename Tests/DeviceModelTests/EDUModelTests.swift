import DriverRuntime
import QEMU
import Testing

@testable import edu

/// The generated driver against QEMU's educational device: a line, messages, DMA, and a result that takes its time.
@Suite(.serialized, .timeLimit(.minutes(20)), ModelledDevice.isInstalled(.q35))
struct EDUModelTests {
  static let base: UInt64 = 0xfe00_0000
  /// The input of the I/O APIC that pin A of device 4 ends at.
  static let interrupt = 20
  static let spec = "DriverSpecs/education/edu.driver.yaml"
  static let window = DeclaredAccess.Window(region: "edu-mmio", base: base)

  typealias Driver = EDUDriver<TracedBus<QTestBus>>

  /// The device and a driver on it.
  private struct Bench: ~Copyable {
    let device: ModelledDevice
    let function: PCIFunction
    var driver: Driver
  }

  /// The device behind its BAR, and a driver on it.
  private func machine(
    _ time: DeviceMachine.Time = .still
  ) throws -> Bench {
    let device = try ModelledDevice(.q35, devices: ["edu,addr=04.0"], time: time)
    let function = PCIFunction(device.machine.memory, device: 4)
    #expect(try function.vendor() == 0x1234)
    #expect(try function.identifier() == 0x11e8)
    #expect(try function.read(UInt32.self, at: 8) >> 8 == 0x00ff00, "the class that the spec says")
    #expect(try function.size(ofBAR: 0) == 0x10_0000)
    try function.place(bar: 0, at: UInt32(Self.base))
    try function.permit([.memory, .master])
    return Bench(
      device: device, function: function,
      driver: EDUDriver(EDUResources(registers: device.bus(.memory(Self.base)))))
  }

  @Test func itIsFoundAndTestsItself() throws {
    var bench = try machine()
    let device = bench.device
    try bench.driver.probe()
    try bench.driver.selfTest()
    #expect(bench.driver.registers.LIVENESS.read().VALUE == ~0x1234_5678)
    try device.expectDeclared(by: Self.spec, at: [Self.window], atLeast: 5)
  }

  @Test func factorialsComeByInterrupt() throws {
    var bench = try machine()
    let device = bench.device
    let memory = device.machine.memory
    try bench.driver.start()
    for (number, factorial) in [(0, 1), (5, 120), (12, 479_001_600)] as [(UInt64, UInt32)] {
      try bench.driver.compute(number: number)
      #expect(try memory.waitForInterrupt(Self.interrupt))
      #expect(bench.driver.registers.INTERRUPT_STATUS.read().FACTORIAL)
      bench.driver.serve(PendingInterrupt(index: 0)).acknowledge(to: device.lines)
      #expect(try memory.waitForInterrupt(Self.interrupt, raised: false))
      #expect(bench.driver.registers.FACTORIAL.read().VALUE == factorial)
    }
    #expect(device.lines.count == 3)
    #expect(throws: DriverError.self) { try bench.driver.compute(number: 13) }
    try bench.driver.stop()
    #expect(try !memory.waitForInterrupt(Self.interrupt, within: .milliseconds(20)))
    try device.expectDeclared(by: Self.spec, at: [Self.window], atLeast: 20)
  }

  @Test func bytesTravelByDMA() throws {
    var bench = try machine(.jumping)
    let device = bench.device
    let memory = device.machine.memory
    try bench.driver.start()
    // This model stops QEMU where the last byte of its buffer takes part.
    let bytes = (0..<4095).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
    try memory.writeBytes(bytes, at: 0x10_0000)
    try bench.driver.copyIn(address: 0x10_0000, bytes: 4095)
    #expect(try memory.waitForInterrupt(Self.interrupt))
    #expect(bench.driver.registers.INTERRUPT_STATUS.read().DMA)
    bench.driver.serve(PendingInterrupt(index: 0)).acknowledge(to: device.lines)
    #expect(try memory.waitForInterrupt(Self.interrupt, raised: false))
    try bench.driver.copyOut(address: 0x20_0000, bytes: 4095)
    #expect(try memory.waitForInterrupt(Self.interrupt))
    bench.driver.serve(PendingInterrupt(index: 0)).acknowledge(to: device.lines)
    #expect(try memory.readBytes(at: 0x20_0000, count: 4095) == bytes)
    // The device has 28 address bits and a buffer of 4096 bytes.
    #expect(throws: DriverError.self) { try bench.driver.copyIn(address: 0x1000_0000, bytes: 1) }
    #expect(throws: DriverError.self) { try bench.driver.copyOut(address: 0, bytes: 4097) }
    try device.expectDeclared(by: Self.spec, at: [Self.window], atLeast: 15)
  }

  @Test func messagesTakeTheLinesPlace() throws {
    var bench = try machine()
    let device = bench.device
    let function = bench.function
    let memory = device.machine.memory
    // A message is a write; here it goes to plain memory, where the test can see it.
    try function.sendInterrupts(as: 0x4321, to: 0x30_0000)
    try bench.driver.start()
    try bench.driver.compute(number: 6)
    #expect(try ModelledDevice.poll { try memory.read(UInt32.self, at: 0x30_0000) == 0x4321 })
    #expect(!memory.isRaised(Self.interrupt))
    bench.driver.serve(PendingInterrupt(index: 1)).acknowledge(to: device.lines)
    #expect(bench.driver.registers.INTERRUPT_STATUS.read().word == 0)
    #expect(bench.driver.registers.FACTORIAL.read().VALUE == 720)
    // Each has its own.
    try memory.write(UInt32(0), at: 0x30_0000)
    try bench.driver.compute(number: 3)
    #expect(try ModelledDevice.poll { try memory.read(UInt32.self, at: 0x30_0000) == 0x4321 })
    try device.expectDeclared(by: Self.spec, at: [Self.window], atLeast: 10)
  }
}
