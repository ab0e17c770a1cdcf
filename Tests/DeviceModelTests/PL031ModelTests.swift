import DriverRuntime
import QEMU
import Testing

@testable import pl031

/// The generated driver against QEMU's PL031: an alarm comes, once, and is gone when it was served.
@Suite(.serialized, .timeLimit(.minutes(20)), ModelledDevice.isInstalled(.virtAArch64))
struct PL031ModelTests {
  static let base: UInt64 = 0x0901_0000
  static let interrupt = 2
  static let window = DeclaredAccess.Window(region: "pl031", base: base)

  typealias Driver = PL031Driver<TracedBus<QTestBus>>

  private func driver(on device: ModelledDevice) -> Driver {
    PL031Driver(PL031Resources(registers: device.bus(.memory(Self.base))))
  }

  @Test func theClockIsSetAndGoesOn() throws {
    let device = try ModelledDevice(.virtAArch64)
    var driver = driver(on: device)
    try driver.probe()
    try driver.start()
    #expect(driver.registers.RTCCR.read().EN)
    try driver.setTime(seconds: 1_000_000_000)
    #expect(driver.registers.RTCDR.read().SECONDS == 1_000_000_000, "time stands still on this machine")
    #expect(!device.machine.memory.isRaised(Self.interrupt))
    try device.expectDeclared(by: "DriverSpecs/rtc/pl031.driver.yaml", at: [Self.window], atLeast: 12)
  }

  @Test func anAlarmComesOnceAndIsServed() throws {
    let device = try ModelledDevice(.virtAArch64, time: .jumping)
    let memory = device.machine.memory
    var driver = driver(on: device)
    try driver.probe()
    try driver.start()
    let now = UInt64(driver.registers.RTCDR.read().SECONDS)
    #expect(now >= 1_577_836_800, "the machine begins with the year 2020")
    for round in 1...3 {
      #expect(!memory.isRaised(Self.interrupt))
      try driver.setAlarm(seconds: now + 3_600 * UInt64(round))
      #expect(try memory.waitForInterrupt(Self.interrupt))
      #expect(UInt64(driver.registers.RTCDR.read().SECONDS) == now + 3_600 * UInt64(round))
      driver.serve(PendingInterrupt(index: 0)).acknowledge(to: device.lines)
      #expect(try memory.waitForInterrupt(Self.interrupt, raised: false))
      #expect(driver.registers.RTCIMSC.read().word == 0, "no other alarm is let through")
      #expect(device.lines.count == round)
    }
    try driver.stop()
    try device.expectDeclared(by: "DriverSpecs/rtc/pl031.driver.yaml", at: [Self.window], atLeast: 35)
  }

  @Test func quiesceKeepsAnAlarmBack() throws {
    let device = try ModelledDevice(.virtAArch64)
    var driver = driver(on: device)
    try driver.start()
    try driver.setAlarm(seconds: UInt64(driver.registers.RTCDR.read().SECONDS))
    #expect(try device.machine.memory.waitForInterrupt(Self.interrupt), "the alarm's second is now")
    try driver.quiesce()
    #expect(try device.machine.memory.waitForInterrupt(Self.interrupt, raised: false))
    try device.expectDeclared(by: "DriverSpecs/rtc/pl031.driver.yaml", at: [Self.window], atLeast: 9)
  }
}
