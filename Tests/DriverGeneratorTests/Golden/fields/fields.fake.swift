// Do not edit: generated from fields.driver.yaml (digest f002b25ddded228b) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

#if !os(none)
  import DriverRuntime

  extension SENSOR {
    /// The registers as a fake knows them.
    static var fakeRegisters: [FakeRegister] {
      [
        .init("SHAPE", at: 0x00, stored: 0x1ffffff),
        .init("MEASURE", at: 0x04, stored: 0xfffffff),
        .init("NAMES", at: 0x08, stored: 0x337),
        .init("BYTE", at: 0x0c, width: 8, stored: 0xff),
        .init("WIDE", at: 0x10, width: 64, stored: 0xffff_ffff_ffff_ffff),
      ]
    }

    /// The interrupts as a fake knows them.
    static var fakeInterrupts: [FakeInterrupt] {
      []
    }

    /// A SENSOR without hardware, in its state after reset.
    static func fake() -> FakeDevice {
      FakeDevice(fakeRegisters, interrupts: fakeInterrupts)
    }
  }
#endif
