import DriverRuntime
import QEMU
import Testing

@testable import goldfish_rtc

/// The generated driver against the clock of QEMU's RISC-V board, whose interrupt has one cause and no status register.
@Suite(.serialized, .timeLimit(.minutes(20)), ModelledDevice.isInstalled(.virtRISCV64))
struct GoldfishRTCModelTests {
  static let base: UInt64 = 0x101000
  static let interrupt = 11
  static let spec = "DriverSpecs/rtc/goldfish-rtc.driver.yaml"
  static let window = DeclaredAccess.Window(region: "goldfish_rtc", base: base)

  typealias Driver = GoldfishRTCDriver<TracedBus<QTestBus>>

  private func driver(on device: ModelledDevice) -> Driver {
    GoldfishRTCDriver(GoldfishRTCResources(registers: device.bus(.memory(Self.base))))
  }

  /// What the clock shows: the low half first, which keeps the high half (see the spec).
  private func now(_ driver: borrowing Driver) -> UInt64 {
    let low = UInt64(driver.registers.TIME_LOW.readWithEffect().NANOSECONDS)
    return UInt64(driver.registers.TIME_HIGH.read().NANOSECONDS) << 32 | low
  }

  @Test func theClockIsSet() throws {
    let device = try ModelledDevice(.virtRISCV64)
    var driver = driver(on: device)
    try driver.start()
    try driver.setTime(nanoseconds: 0x1234_5678_9abc_def0)
    #expect(now(driver) == 0x1234_5678_9abc_def0, "time stands still on this machine")
    try driver.stop()
    try device.expectDeclared(by: Self.spec, at: [Self.window], atLeast: 8)
  }

  @Test func itTestsItself() throws {
    let device = try ModelledDevice(.virtRISCV64)
    var driver = driver(on: device)
    try driver.selfTest()
    #expect(!driver.registers.ALARM_STATUS.read().RUNNING)
    try device.expectDeclared(by: Self.spec, at: [Self.window], atLeast: 8)
  }

  @Test func anAlarmComesOnceAndIsServed() throws {
    let device = try ModelledDevice(.virtRISCV64, time: .jumping)
    let memory = device.machine.memory
    var driver = driver(on: device)
    try driver.start()
    for round in 1...3 {
      #expect(!memory.isRaised(Self.interrupt))
      let alarm = now(driver) + 5_000_000_000
      try driver.setAlarm(nanoseconds: alarm)
      #expect(try memory.waitForInterrupt(Self.interrupt))
      #expect(now(driver) >= alarm)
      driver.serve(PendingInterrupt(index: 0)).acknowledge(to: device.lines)
      #expect(try memory.waitForInterrupt(Self.interrupt, raised: false))
      #expect(!driver.registers.IRQ_ENABLED.read().ENABLED, "no other alarm is let through")
      #expect(device.lines.count == round)
    }
    try device.expectDeclared(by: Self.spec, at: [Self.window], atLeast: 30)
  }

  @Test func anAlarmThatIsPastComesAtOnce() throws {
    let device = try ModelledDevice(.virtRISCV64)
    var driver = driver(on: device)
    try driver.start()
    try driver.setAlarm(nanoseconds: 1)
    #expect(try device.machine.memory.waitForInterrupt(Self.interrupt))
    try driver.quiesce()
    #expect(try device.machine.memory.waitForInterrupt(Self.interrupt, raised: false))
  }
}
