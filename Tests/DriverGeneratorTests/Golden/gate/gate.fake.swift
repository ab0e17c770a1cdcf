// Do not edit: generated from gate.driver.yaml (digest b5e84915bef70412) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

#if !os(none)
  import DriverRuntime

  extension GATE {
    /// The registers as a fake knows them.
    static var fakeRegisters: [FakeRegister] {
      [
        .init("CTRL", at: 0x00, stored: 0x3),
        .init("STATUS", at: 0x04, onWrite: [.onesClear: 0x3]),
        .init("POSITION", at: 0x08, isWritable: false),
        .init("LATCH", at: 0x0c, stored: 0xff00),
      ]
    }

    /// The interrupts as a fake knows them.
    static var fakeInterrupts: [FakeInterrupt] {
      [
        .init(
          status: "STATUS",
          acknowledge: .bits("STATUS"),
          causes: [.init("moved", .init(0x1, 0x1)), .init("blocked", .init(0x2, 0x2))])
      ]
    }

    /// A GATE without hardware, in its state after reset.
    static func fake() -> FakeDevice {
      FakeDevice(fakeRegisters, interrupts: fakeInterrupts)
    }
  }
#endif
