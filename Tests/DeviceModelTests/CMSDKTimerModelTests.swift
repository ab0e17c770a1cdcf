import DriverRuntime
import QEMU
import Testing

@testable import cmsdk_timer

/// The generated driver against the timer of QEMU's MPS2 board.
@Suite(.serialized, .timeLimit(.minutes(20)), ModelledDevice.isInstalled(.mps2))
struct CMSDKTimerModelTests {
  static let base: UInt64 = 0x4000_0000
  static let interrupt = 8
  /// The rate of the board's `pclk` in Hz.
  static let clock: UInt64 = 25_000_000
  static let spec = "DriverSpecs/timer/cmsdk-timer.driver.yaml"
  /// The board has two timers; the other one is never touched.
  static let window = DeclaredAccess.Window(region: "cmsdk-apb-timer", base: base)

  typealias Driver = CMSDKTimerDriver<TracedBus<QTestBus>>

  private func driver(on device: ModelledDevice) -> Driver {
    CMSDKTimerDriver(
      CMSDKTimerResources(registers: device.bus(.memory(Self.base)), pclk: Self.clock))
  }

  @Test func aRunIsProgrammedByTheClock() throws {
    let device = try ModelledDevice(.mps2)
    var driver = driver(on: device)
    try driver.probe()
    try driver.start()
    try driver.runPeriodically(microseconds: 1_000)
    #expect(driver.registers.RELOAD.read().COUNT == 24_999, "25,000 cycles, of which one is spent at 0")
    #expect(driver.registers.CTRL.read().word == 0b1001)
    try driver.runOnce(microseconds: 40)
    #expect(driver.registers.RELOAD.read().COUNT == 0)
    #expect(driver.registers.VALUE.read().COUNT <= 1_000)
    try driver.stop()
    #expect(driver.registers.CTRL.read().word == 0)
    try device.expectDeclared(by: Self.spec, at: [Self.window], atLeast: 20)
  }

  @Test func aSingleRunInterruptsOnceAndStops() throws {
    let device = try ModelledDevice(.mps2, time: .jumping)
    let memory = device.machine.memory
    var driver = driver(on: device)
    try driver.start()
    for round in 1...3 {
      try driver.runOnce(microseconds: 2_000_000)
      #expect(try memory.waitForInterrupt(Self.interrupt))
      driver.serve(PendingInterrupt(index: 0)).acknowledge(to: device.lines)
      #expect(try memory.waitForInterrupt(Self.interrupt, raised: false))
      #expect(device.lines.count == round)
      #expect(driver.registers.CTRL.read().word == 0)
      #expect(driver.registers.VALUE.read().COUNT == 0)
    }
    #expect(try !memory.waitForInterrupt(Self.interrupt, within: .milliseconds(50)))
    try device.expectDeclared(by: Self.spec, at: [Self.window], atLeast: 30)
  }

  @Test func aPeriodicRunGoesOn() throws {
    let device = try ModelledDevice(.mps2, time: .jumping)
    let memory = device.machine.memory
    var driver = driver(on: device)
    try driver.start()
    try driver.runPeriodically(microseconds: 1_000_000)
    for _ in 1...5 {
      #expect(try memory.waitForInterrupt(Self.interrupt))
      driver.serve(PendingInterrupt(index: 0)).acknowledge(to: device.lines)
    }
    #expect(device.lines.count == 5)
    #expect(driver.registers.CTRL.read().EN, "it runs until it is stopped")
    try driver.stop()
    #expect(try memory.waitForInterrupt(Self.interrupt, raised: false))
    #expect(try !memory.waitForInterrupt(Self.interrupt, within: .milliseconds(50)))
    try device.expectDeclared(by: Self.spec, at: [Self.window], atLeast: 20)
  }

  @Test func aTimeThatTheCounterCannotHoldIsRefused() throws {
    let device = try ModelledDevice(.mps2)
    var driver = CMSDKTimerDriver(
      CMSDKTimerResources(registers: device.bus(.memory(Self.base)), pclk: 4_000_000_000))
    #expect(throws: DriverError.self) { try driver.runOnce(microseconds: 100_000_000) }
    #expect(device.trace.accesses.isEmpty)
  }
}
