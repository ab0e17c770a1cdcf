import DriverRuntime
import Testing

/// The fake shows a driver's mistakes, and does nothing that a device would not do.
struct FakeSerialDeviceTests {
  struct DATA: ReadableRegister, WritableRegister {
    var word: UInt32
  }

  struct STATUS: ReadableRegister {
    var word: UInt32
  }

  struct PENDING: ReadableRegister {
    var word: UInt32
  }

  struct MASK: ReadableRegister, WritableRegister {
    var word: UInt32
  }

  let device = FakeSerialDevice(
    FakeDevice(
      [
        .init("DATA", at: 0, stored: 0xff), .init("STATUS", at: 4), .init("PENDING", at: 8),
        .init("MASK", at: 12, stored: 3),
      ],
      interrupts: [
        .init(status: "PENDING", mask: "MASK", causes: [.init("in", .init(1, 1)), .init("out", .init(2, 2))])
      ]),
    depth: 2,
    transmit: .init(data: .init("DATA", 0xff), flag: .init("STATUS", 1), cause: "out"),
    receive: .init(data: .init("DATA", 0xff), flag: .init("STATUS", 2), cause: "in"),
    errors: [(.framing, .init("DATA", 0x100))])

  @Test func flagsFollowTheFIFOs() {
    let status = Register<STATUS, _>(on: device, at: 4)
    let data = Register<DATA, _>(on: device, at: 0)
    device.isLineHeld = true
    #expect(status.read().word == 2)
    device.receive([5])
    #expect(status.read().word == 0)
    data.write(1)
    #expect(status.read().word == 0)
    data.write(2)
    #expect(status.read().word == 1)
    data.write(3)
    #expect(device.lost == [3])
    device.transmit()
    #expect(device.sent == [1, 2])
    #expect(data.read().word == 5)
    #expect(status.read().word == 2)
    #expect(data.read().word == 0)
    #expect(device.emptyReads == 1)
  }

  @Test func aCauseIsSeenOnlyThroughItsMask() {
    let pending = Register<PENDING, _>(on: device, at: 8)
    device.receive([1])
    #expect(!device.isInterrupting && pending.read().word == 0)
    Register<MASK, _>(on: device, at: 12).write(1)
    #expect(device.isInterrupting && pending.read().word == 1)
    _ = Register<DATA, _>(on: device, at: 0).read()
    #expect(!device.isInterrupting)
  }

  @Test func anErrorLeavesWithItsCharacter() {
    device.receive([1], errors: .framing)
    device.receive([2])
    let data = Register<DATA, _>(on: device, at: 0)
    #expect(data.read().word == 0x101)
    #expect(data.read().word == 2)
  }
}
