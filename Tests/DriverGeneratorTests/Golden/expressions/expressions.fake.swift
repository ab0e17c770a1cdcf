// Do not edit: generated from expressions.driver.yaml (digest 5e975ab6ce82f6c7) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

#if !os(none)
  import DriverRuntime

  extension CALC {
    /// The registers as a fake knows them.
    static var fakeRegisters: [FakeRegister] {
      [
        .init("LOAD", at: 0x00, stored: 0x7ffff, reset: 0x10),
        .init("NOW", at: 0x04, isWritable: false),
        .init("LATCH", at: 0x08, isWritable: false),
      ]
    }

    /// The interrupts as a fake knows them.
    static var fakeInterrupts: [FakeInterrupt] {
      []
    }

    /// A CALC without hardware, in its state after reset.
    static func fake() -> FakeDevice {
      FakeDevice(fakeRegisters, interrupts: fakeInterrupts)
    }
  }
#endif
