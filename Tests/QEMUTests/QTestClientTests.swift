import Testing

@testable import QEMU

/// The PL011 of QEMU's `virt`, over qtest; register offsets from Arm DDI 0183G, table 3-1.
@Suite(.serialized, .timeLimit(.minutes(20)))
struct QTestClientTests {
  private enum PL011 {
    static let base: UInt64 = 0x0900_0000
    static let data = base, flags = base + 0x18, integerDivisor = base + 0x24, fractionalDivisor = base + 0x28
    static let lineControl = base + 0x2c, control = base + 0x30, mask = base + 0x38
    static let rawStatus = base + 0x3c, clear = base + 0x44
  }

  private static func board(
    emulator: String = DeviceBoard.virtAArch64.emulator, machine: String = "virt"
  ) -> DeviceBoard {
    DeviceBoard(
      emulator: emulator, package: "", arguments: ["-machine", machine, "-m", "128"],
      interruptController: "arm_gic", idling: .poweredOff)
  }

  @Test func aMissingEmulatorIsNamed() {
    #expect(throws: QEMUError.host(.programNotFound("qemu-system-none"))) {
      _ = try DeviceMachine(Self.board(emulator: "qemu-system-none"))
    }
  }

  @Test func anEmulatorThatRefusesItsMachineSaysSo() throws {
    let error = #expect(throws: QEMUError.self) {
      _ = try DeviceMachine(Self.board(machine: "no-such-board"))
    }
    guard case .endedEarly(let status, let output) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(status == "status 1")
    #expect(output.contains("unsupported machine type"))
  }

  @Test func widthsAndBatchesReachTheDevice() throws {
    let machine = try DeviceMachine(trace: ["memory_region_ops_*"])
    let memory = machine.memory
    // The peripheral's identification, one byte a register (section 3.3.14).
    let identification = try memory.perform(
      (0..<8).map { .read(address: PL011.base + 0xfe0 + 4 * $0, bytes: 4) })
    #expect(identification == [0x11, 0x10, 0x14, 0x00, 0x0d, 0xf0, 0x05, 0xb1])
    try memory.write(UInt32(13), at: PL011.integerDivisor)
    try memory.write(UInt16(1), at: PL011.fractionalDivisor)
    #expect(try memory.read(UInt32.self, at: PL011.integerDivisor) == 13)
    #expect(try memory.read(UInt16.self, at: PL011.fractionalDivisor) == 1)

    let ram: UInt64 = 0x4400_0000
    try memory.write(UInt64(0x0123_4567_89ab_cdef), at: ram)
    #expect(try memory.readBytes(at: ram, count: 8) == [0xef, 0xcd, 0xab, 0x89, 0x67, 0x45, 0x23, 0x01])
    try memory.writeBytes([0xfe, 0x00, 0x7f], at: ram)
    #expect(try memory.read(UInt32.self, at: ram) == 0x897f_00fe)
    #expect(try memory.read(UInt8.self, at: ram + 2) == 0x7f)

    // More than one batch, so that neither end waits for the other to read.
    let many = try memory.perform(
      [QTestClient.Access](repeating: .read(address: PL011.flags, bytes: 4), count: 5_000))
    #expect(many == [UInt64](repeating: 0x90, count: 5_000))

    let accesses = machine.finish().filter { $0.region == "pl011" }
    #expect(accesses.count == 8 + 4 + 5_000)
    #expect(
      accesses[8]
        == DeviceAccess(
          "memory_region_ops_write cpu -1 mr 0x1 addr 0x9000024 value 0xd size 4 name 'pl011'"))
    #expect(accesses[9].bytes == 2)
    #expect(accesses[9].address == PL011.fractionalDivisor)
  }

  @Test func interruptsAndTheSerialLineAreHeard() throws {
    let machine = try DeviceMachine()
    let memory = machine.memory
    try machine.hearInterrupts()
    try memory.perform([
      .write(address: PL011.control, value: 0, bytes: 4),
      .write(address: PL011.clear, value: 0x7ff, bytes: 4),
      .write(address: PL011.lineControl, value: 0x60, bytes: 4),
      .write(address: PL011.control, value: 0x301, bytes: 4),
    ])
    for byte in "sent by the device".utf8 { try memory.write(UInt32(byte), at: PL011.data) }
    #expect(try machine.serial.receive(18) == Array("sent by the device".utf8))

    try memory.write(UInt32(1 << 4), at: PL011.mask)
    #expect(!memory.isRaised(1))
    try machine.serial.send([0x41])
    #expect(try memory.waitForInterrupt(1))
    #expect(try memory.read(UInt32.self, at: PL011.rawStatus) & 1 << 4 != 0)
    #expect(try memory.read(UInt32.self, at: PL011.data) == 0x41)
    #expect(try memory.waitForInterrupt(1, raised: false))
    #expect(
      memory.takeInterruptEvents() == [
        .init(input: 1, isRaised: true), .init(input: 1, isRaised: false),
      ])
    #expect(try !memory.waitForInterrupt(1, within: .milliseconds(20)))
  }

  @Test func aRefusedCommandIsAnError() throws {
    let machine = try DeviceMachine()
    #expect(throws: QEMUError.self) { try machine.memory.interceptInterrupts(of: "/nothing") }
    #expect(throws: QEMUError.self) { try machine.monitor.execute("no-such-command") }
    #expect(try machine.monitor.execute("query-status")["status"] == .string("prelaunch"))
    // The connections are still in step.
    #expect(try machine.memory.read(UInt32.self, at: PL011.flags) == 0x90)
  }
}
