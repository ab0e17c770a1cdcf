// Do not edit: generated from widths.driver.yaml (digest eb8cc37d37f73a12) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

#if !os(none)
  import DriverRuntime

  extension WIDTHS {
    /// The registers as a fake knows them.
    static var fakeRegisters: [FakeRegister] {
      [
        .init("BYTE", at: 0x00, width: 8, stored: 0xf0),
        .init("HALF", at: 0x02, width: 16, stored: 0x7, onWrite: [.onesClear: 0x8000], reset: 0x8001),
        .init("WHOLE", at: 0x04, isReadable: false, stored: 0xffffffff),
        .init("LONG", at: 0x08, width: 64, stored: 0xffff_ffff_ffff_ffff),
      ]
    }

    /// The interrupts as a fake knows them.
    static var fakeInterrupts: [FakeInterrupt] {
      []
    }

    /// A WIDTHS without hardware, in its state after reset.
    static func fake() -> FakeDevice {
      FakeDevice(fakeRegisters, interrupts: fakeInterrupts)
    }
  }
#endif
