// Do not edit: generated from gate.driver.yaml (digest a1320fa54729def9) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

#if !os(none)
  import DriverRuntime

  extension GATE {
    /// The registers as a fake knows them.
    static var fakeRegisters: [FakeDevice.Register] {
      [
        .init("CTRL", at: 0x00, writable: 0xff03),
        .init("STATUS", at: 0x04, clearedByOnes: 0x3),
        .init("POSITION", at: 0x08),
      ]
    }

    /// The interrupts as a fake knows them.
    static var fakeInterrupts: [FakeDevice.Interrupt] {
      [
        .init(status: "STATUS", acknowledge: "STATUS", causes: ["moved": 0x1, "blocked": 0x2])
      ]
    }

    /// A GATE without hardware, in its state after reset.
    static func fake() -> FakeDevice {
      FakeDevice(fakeRegisters, interrupts: fakeInterrupts)
    }
  }
#endif
