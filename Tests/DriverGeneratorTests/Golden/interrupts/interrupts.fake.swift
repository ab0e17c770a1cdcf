// Do not edit: generated from interrupts.driver.yaml (digest b14f888c98bbd6b0) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

#if !os(none)
  import DriverRuntime

  extension LINES {
    /// The registers as a fake knows them.
    static var fakeRegisters: [FakeRegister] {
      [
        .init("SEEN", at: 0x00, isWritable: false, onRead: [.clears: 0x1]),
        .init("CODE", at: 0x04, isWritable: false),
        .init("DATA", at: 0x08, isWritable: false),
        .init("FLAGS", at: 0x0c, isWritable: false),
        .init("ACK", at: 0x10, isReadable: false, stored: 0x3),
        .init("EVENT", at: 0x14, isWritable: false),
        .init("DONE", at: 0x18, isReadable: false, stored: 0xffffffff),
        .init("ENABLE", at: 0x1c, stored: 0x3),
      ]
    }

    /// The interrupts as a fake knows them.
    static var fakeInterrupts: [FakeInterrupt] {
      [
        .init(acknowledge: .read("SEEN"), causes: [.init("tick", .init(0x0, 0x0))]),
        .init(
          status: "CODE",
          pending: .init(0x1, 0x0),
          idle: .init(0x1, 0x1),
          causes: [
            .init("error", .init(0xe, 0x6)),
            .init("data", .init(0xe, 0x4), acknowledge: .read("DATA")),
          ]),
        .init(
          status: "FLAGS",
          mask: "ENABLE",
          causes: [
            .init("risen", .init(0x1, 0x1), acknowledge: .set("ACK", 1)),
            .init("fallen", .init(0x2, 0x2), acknowledge: .set("ACK", 2)),
          ]),
        .init(status: "EVENT", acknowledge: .write("DONE", 0x5a), causes: [.init("fired", .init(0x1, 0x1))]),
      ]
    }

    /// A LINES without hardware, in its state after reset.
    static func fake() -> FakeDevice {
      FakeDevice(fakeRegisters, interrupts: fakeInterrupts)
    }
  }
#endif
