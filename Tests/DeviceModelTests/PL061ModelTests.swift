import DriverRuntime
import QEMU
import Testing

@testable import pl061

/// The generated driver against QEMU's PL061, whose lines the tests drive.
@Suite(.serialized, .timeLimit(.minutes(20)), ModelledDevice.isInstalled(.virtAArch64))
struct PL061ModelTests {
  static let base: UInt64 = 0x0903_0000
  static let interrupt = 7
  static let spec = "DriverSpecs/gpio/pl061.driver.yaml"
  static let window = DeclaredAccess.Window(region: "pl061", base: base)

  typealias Driver = PL061Driver<TracedBus<QTestBus>>

  /// The device and a driver on it.
  private struct Bench: ~Copyable {
    let device: ModelledDevice
    let path: String
    var driver: Driver
  }

  /// The device, its place in QEMU's object tree, and a driver that was started.
  private func started() throws -> Bench {
    let device = try ModelledDevice(.virtAArch64)
    let path = try #require(device.machine.monitor.objectPaths(ofType: "pl061").first)
    var driver = PL061Driver(PL061Resources(registers: device.bus(.memory(Self.base))))
    try driver.probe()
    try driver.start()
    return Bench(device: device, path: path, driver: driver)
  }

  @Test func outputsAreDrivenByTheirMask() throws {
    var bench = try started()
    let device = bench.device
    try bench.driver.makeOutputs(lines: 0x0f, levels: 0x05)
    #expect(bench.driver.registers.GPIODIR.read().OUTPUTS == 0x0f)
    #expect(bench.driver.registers.GPIODATA[0xff].read().LINES == 0x05)
    try bench.driver.set(lines: 0x06, levels: 0xff)
    #expect(bench.driver.registers.GPIODATA[0xff].read().LINES == 0x07)
    #expect(bench.driver.registers.GPIODATA[0x02].read().LINES == 0x02, "one line alone")
    try bench.driver.set(lines: 0xf0, levels: 0xff)
    #expect(bench.driver.registers.GPIODATA[0xff].read().LINES == 0x07, "inputs are not driven")
    try bench.driver.makeInputs(lines: 0x03)
    #expect(bench.driver.registers.GPIODIR.read().OUTPUTS == 0x0c)
    try device.expectDeclared(by: Self.spec, at: [Self.window], atLeast: 20)
  }

  @Test func inputsAreRead() throws {
    let bench = try started()
    let device = bench.device
    let path = bench.path
    for line in 0..<8 {
      try device.machine.memory.setInput(line, of: path, to: true)
      #expect(bench.driver.registers.GPIODATA[1 << line].read().LINES == 1 << UInt8(line))
      try device.machine.memory.setInput(line, of: path, to: false)
    }
    #expect(bench.driver.registers.GPIODATA[0xff].read().LINES == 0)
    try device.expectDeclared(by: Self.spec, at: [Self.window], atLeast: 15)
  }

  @Test func edgesInterruptAsTheyAreAskedFor() throws {
    var bench = try started()
    let device = bench.device
    let path = bench.path
    let memory = device.machine.memory
    // Line 2 rising, line 3 falling, line 4 both ways.
    try memory.setInput(3, of: path, to: true)
    try bench.driver.interruptOnEdges(lines: 0x1c, rising: 0x04, both: 0x10)
    #expect(!memory.isRaised(Self.interrupt))
    for (line, level) in [(2, true), (3, false), (4, true)] {
      try memory.setInput(line, of: path, to: level)
      #expect(try memory.waitForInterrupt(Self.interrupt), "line \(line)")
      #expect(bench.driver.registers.GPIOMIS.read().word == 1 << UInt8(line))
      bench.driver.serve(PendingInterrupt(index: 0)).acknowledge(to: device.lines)
      #expect(try memory.waitForInterrupt(Self.interrupt, raised: false), "line \(line)")
    }
    #expect(bench.driver.registers.GPIOIE.read().word == 0, "each is told once; see pl061.swift")
    try bench.driver.interruptOnEdges(lines: 0x1c, rising: 0x04, both: 0x10)
    // The other edge of the first two is none; that of the third is one.
    try memory.setInput(2, of: path, to: false)
    try memory.setInput(3, of: path, to: true)
    #expect(try !memory.waitForInterrupt(Self.interrupt, within: .milliseconds(20)))
    try memory.setInput(4, of: path, to: false)
    #expect(try memory.waitForInterrupt(Self.interrupt))
    bench.driver.serve(PendingInterrupt(index: 0)).acknowledge(to: device.lines)
    #expect(device.lines.count == 4)
    // A line that was not asked for.
    try memory.setInput(7, of: path, to: true)
    #expect(try !memory.waitForInterrupt(Self.interrupt, within: .milliseconds(20)))
    try bench.driver.stop()
    try device.expectDeclared(by: Self.spec, at: [Self.window], atLeast: 40)
  }

  @Test func aLevelInterruptsUntilItIsMasked() throws {
    var bench = try started()
    let device = bench.device
    let path = bench.path
    let memory = device.machine.memory
    try bench.driver.interruptOnLevels(lines: 0x01, high: 0x01)
    #expect(!memory.isRaised(Self.interrupt))
    try memory.setInput(0, of: path, to: true)
    #expect(try memory.waitForInterrupt(Self.interrupt))
    bench.driver.serve(PendingInterrupt(index: 0)).acknowledge(to: device.lines)
    #expect(try memory.waitForInterrupt(Self.interrupt, raised: false), "its hook masks it")
    try device.expectDeclared(by: Self.spec, at: [Self.window], atLeast: 15)
  }
}
