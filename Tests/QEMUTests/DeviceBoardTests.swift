import Testing

@testable import QEMU

/// Each board's devices, with raw accesses: what the tests of the drivers stand on.
@Suite(.serialized, .timeLimit(.minutes(20)))
struct DeviceBoardTests {
  static func isInstalled(_ board: DeviceBoard) -> ConditionTrait {
    .enabled(if: board.isInstalled, "\(board.emulator) is not installed: apt-get install \(board.package)")
  }

  /// Whether a condition comes to hold: virtual time is the processor's thread's, which gets to it in its own time.
  static func poll(atMost polls: Int = 10_000, _ condition: () throws -> Bool) rethrows -> Bool {
    for _ in 0..<polls where try condition() { return true }
    return false
  }

  @Test(isInstalled(.virtAArch64)) func timeStandsStillOrJumps() throws {
    // The PL031's match register is reached at once, or never (Arm DDI 0224C, 3.3).
    let clock: UInt64 = 0x0901_0000
    for time in [DeviceMachine.Time.still, .jumping] {
      let machine = try DeviceMachine(.virtAArch64, time: time)
      try machine.hearInterrupts()
      let now: UInt32 = try machine.memory.read(at: clock)
      try machine.memory.write(UInt32(1), at: clock + 0x10)
      try machine.memory.write(now + 1000, at: clock + 0x4)
      let hasCome = try machine.memory.waitForInterrupt(2, within: .milliseconds(100))
      #expect(hasCome == (time == .jumping))
      if time == .jumping {
        #expect(now == 1_577_836_800, "2020-01-01 00:00:00 UTC")
        #expect(try machine.memory.read(at: clock) == now + 1000)
      }
      try machine.memory.write(UInt32(1), at: clock + 0x1c)
      #expect(try machine.memory.waitForInterrupt(2, raised: false))
    }
  }

  @Test(isInstalled(.virtAArch64)) func aTestDrivesADevicesInputs() throws {
    let machine = try DeviceMachine(.virtAArch64)
    try machine.hearInterrupts()
    let ports = try machine.monitor.objectPaths(ofType: "pl061")
    let port = try #require(ports.first)
    let base: UInt64 = 0x0903_0000
    try machine.memory.perform([
      .write(address: base + 0x40c, value: 0x04, bytes: 4),
      .write(address: base + 0x410, value: 0x04, bytes: 4),
    ])
    try machine.memory.setInput(2, of: port, to: true)
    #expect(try machine.memory.waitForInterrupt(7))
    #expect(try machine.memory.read(UInt32.self, at: base + 0x010) == 0x04)
    #expect(try machine.memory.read(UInt32.self, at: base + 0x008) == 0, "another line's mask")
    try machine.memory.setInput(2, of: port, to: false)
    #expect(try machine.memory.read(UInt32.self, at: base + 0x3fc) == 0)
    #expect(throws: QEMUError.self) { try machine.memory.setInput(0, of: "/nothing", to: true) }
  }

  @Test(isInstalled(.virtRISCV64)) func theRISCVBoardHasItsClockAndItsUART() throws {
    let machine = try DeviceMachine(.virtRISCV64, time: .jumping, trace: ["memory_region_ops_*"])
    try machine.hearInterrupts()
    let clock: UInt64 = 0x101000
    let uart: UInt64 = 0x1000_0000
    let low: UInt32 = try machine.memory.read(at: clock)
    let high: UInt32 = try machine.memory.read(at: clock + 4)
    let now = UInt64(high) << 32 | UInt64(low)
    #expect(now / 1_000_000_000 == 1_577_836_800)
    let alarm = now + 5_000_000_000
    try machine.memory.perform([
      .write(address: clock + 0x10, value: 1, bytes: 4),
      .write(address: clock + 0x0c, value: alarm >> 32, bytes: 4),
      .write(address: clock + 0x08, value: alarm & 0xffff_ffff, bytes: 4),
    ])
    #expect(try machine.memory.waitForInterrupt(11))
    try machine.memory.write(UInt32(0), at: clock + 0x1c)
    #expect(try machine.memory.waitForInterrupt(11, raised: false))

    try machine.memory.write(UInt8(ascii: "x"), at: uart)
    #expect(try machine.serial.receive(1) == [UInt8(ascii: "x")])
    try machine.memory.write(UInt8(1), at: uart + 1)
    try machine.serial.send([0x41])
    #expect(try machine.memory.waitForInterrupt(10))
    #expect(try machine.memory.read(UInt8.self, at: uart) == 0x41)
    let regions = Set(machine.finish().map(\.region))
    #expect(regions.isSuperset(of: ["goldfish_rtc", "serial"]))
  }

  @Test(isInstalled(.mps2)) func theTimerOfTheMPS2BoardRunsOut() throws {
    let machine = try DeviceMachine(.mps2, time: .jumping)
    try machine.hearInterrupts()
    let timer: UInt64 = 0x4000_0000
    try machine.memory.write(UInt32(25_000), at: timer + 8)
    try machine.memory.write(UInt32(0b1001), at: timer)
    #expect(try machine.memory.waitForInterrupt(8))
    try machine.memory.write(UInt32(0), at: timer)
    try machine.memory.write(UInt32(1), at: timer + 0xc)
    #expect(try machine.memory.waitForInterrupt(8, raised: false))
  }

  @Test(isInstalled(.q35)) func thePCHasPortsAndPCI() throws {
    let machine = try DeviceMachine(
      .q35, devices: ["edu,addr=04.0", "i6300esb,addr=05.0"], options: ["-action", "watchdog=none"],
      time: .jumping, trace: ["memory_region_ops_*"])
    let memory = machine.memory
    try memory.write(UInt8(0x5a), atPort: 0x3ff)
    #expect(try memory.read(UInt8.self, atPort: 0x3ff) == 0x5a, "the scratch register of the first UART")

    let edu = PCIFunction(memory, device: 4)
    #expect(try edu.vendor() == 0x1234)
    #expect(try edu.identifier() == 0x11e8)
    #expect(try edu.size(ofBAR: 0) == 0x10_0000)
    #expect(try edu.size(ofBAR: 1) == 0)
    #expect(try PCIFunction(memory, device: 9).vendor() == 0xffff)
    let base: UInt64 = 0xfe00_0000
    try edu.place(bar: 0, at: UInt32(base))
    try edu.permit([.memory, .master])
    #expect(try memory.read(UInt32.self, at: base) == 0x0100_00ed)

    // By its line.
    try machine.hearInterrupts()
    try memory.write(UInt32(0x10), at: base + 0x60)
    #expect(try memory.waitForInterrupt(20))
    try memory.write(UInt32(0x10), at: base + 0x64)
    #expect(try memory.waitForInterrupt(20, raised: false))
    // By DMA: 100 ms of virtual time, which jumps.
    try memory.writeBytes(Array("moved".utf8), at: 0x10_0000)
    try memory.perform([
      .write(address: base + 0x80, value: 0x10_0000, bytes: 8),
      .write(address: base + 0x88, value: 0x4_0000, bytes: 8),
      .write(address: base + 0x90, value: 5, bytes: 8), .write(address: base + 0x98, value: 1, bytes: 8),
    ])
    #expect(try Self.poll { try memory.read(UInt64.self, at: base + 0x98) & 1 == 0 })
    try memory.perform([
      .write(address: base + 0x80, value: 0x4_0000, bytes: 8),
      .write(address: base + 0x88, value: 0x20_0000, bytes: 8),
      .write(address: base + 0x98, value: 3, bytes: 8),
    ])
    #expect(try Self.poll { try memory.read(UInt64.self, at: base + 0x98) & 1 == 0 })
    #expect(try memory.readBytes(at: 0x20_0000, count: 5) == Array("moved".utf8))
    // By a message, here into plain memory.
    try edu.sendInterrupts(as: 0x4321, to: 0x30_0000)
    try memory.write(UInt32(1), at: base + 0x60)
    #expect(try memory.read(UInt32.self, at: 0x30_0000) == 0x4321)

    let watchdog = PCIFunction(memory, device: 5)
    #expect(try watchdog.vendor() == 0x8086)
    try watchdog.place(bar: 0, at: 0xfe20_0000)
    try watchdog.permit(.memory)
    for register in [0x0, 0x4] as [UInt64] {
      try memory.write(UInt16(0x80), at: 0xfe20_000c)
      try memory.write(UInt16(0x86), at: 0xfe20_000c)
      try memory.write(UInt32(1), at: 0xfe20_0000 + register)
    }
    try watchdog.write(UInt8(2), at: 0x68)
    let hasRunOut = try Self.poll { try memory.read(UInt16.self, at: 0xfe20_000c) & 0x200 != 0 }
    #expect(hasRunOut, "the second timer")
    #expect(try machine.monitor.takeEvents().contains("WATCHDOG"))
    #expect(Set(machine.finish().map(\.region)).isSuperset(of: ["edu-mmio", "i6300esb", "serial"]))
  }
}
