// Do not edit: generated from steps.driver.yaml (digest 8869cc2dc82cd99b) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

#if !os(none)
  import DriverRuntime

  extension STEPS {
    /// The registers as a fake knows them.
    static var fakeRegisters: [FakeRegister] {
      [
        .init("CTRL", at: 0x00, stored: 0x3f1, reset: 0x10),
        .init("STATUS", at: 0x04, isWritable: false),
        .init("DIV", at: 0x08, stored: 0xffffffff),
        .init("FIFO", at: 0x0c, isWritable: false),
        .init("TABLE[]", at: 0x40, repeated: [.init(8, every: 0x4)], stored: 0xffffffff),
      ]
    }

    /// The interrupts as a fake knows them.
    static var fakeInterrupts: [FakeInterrupt] {
      []
    }

    /// A STEPS without hardware, in its state after reset.
    static func fake() -> FakeDevice {
      FakeDevice(fakeRegisters, interrupts: fakeInterrupts)
    }
  }
#endif
