// Do not edit: generated from own-name.driver.yaml (digest 7a2d286ecefd5ea1) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

#if !os(none)
  import DriverRuntime

  extension TIMER {
    /// The registers as a fake knows them.
    static var fakeRegisters: [FakeRegister] {
      [
        .init("BANK", at: 0x00, stored: 0x1),
        .init("FINE", at: 0x04, stored: 0xf, bank: .init(while: "BANK", 0x1, is: 0x1)),
        .init("TIMER[].LOAD", at: 0x40, repeated: [.init(2, every: 0x10)], stored: 0xffff),
        .init("TIMER[].TIMER", at: 0x44, repeated: [.init(2, every: 0x10)], isWritable: false),
      ]
    }

    /// The interrupts as a fake knows them.
    static var fakeInterrupts: [FakeInterrupt] {
      []
    }

    /// A TIMER without hardware, in its state after reset.
    static func fake() -> FakeDevice {
      FakeDevice(fakeRegisters, interrupts: fakeInterrupts)
    }
  }
#endif
