// Do not edit: generated from two-regions.driver.yaml (digest 626d66fb15fd4365) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

#if !os(none)
  import DriverRuntime

  extension TWIN {
    /// The registers as a fake knows them.
    static var fakeRegisters: [FakeRegister] {
      [
        .init("MODE", at: 0x00, width: 16, stored: 0x1),
        .init("READY", at: 0x02, width: 16, isWritable: false),
        .init("FAULT", at: 0x04, width: 16, isWritable: false),
        .init("CLEAR", at: 0x08, isReadable: false, stored: 0x3),
        .init("FIRST", at: 0x00, in: 1, width: 64, stored: 0xffff_ffff_ffff_ffff),
      ]
    }

    /// The interrupts as a fake knows them.
    static var fakeInterrupts: [FakeInterrupt] {
      [
        .init(status: "READY", causes: [.init("done", .init(0x1, 0x1))]),
        .init(
          status: "FAULT",
          acknowledge: .bits("CLEAR"),
          causes: [.init("temperature", .init(0x1, 0x1), bits: 0x3)]),
      ]
    }

    /// A TWIN without hardware, in its state after reset.
    static func fake() -> FakeDevice {
      FakeDevice(fakeRegisters, interrupts: fakeInterrupts)
    }
  }
#endif
