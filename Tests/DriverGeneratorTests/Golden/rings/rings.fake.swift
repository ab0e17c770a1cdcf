// Do not edit: generated from rings.driver.yaml (digest 729433225c569b0d) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

#if !os(none)
  import DriverRuntime

  extension NIC {
    /// The registers as a fake knows them.
    static var fakeRegisters: [FakeRegister] {
      [
        .init("TXBASE", at: 0x00, stored: 0xffffffff),
        .init("KICK", at: 0x04, isReadable: false, onWrite: [.changes: 0xffffffff]),
      ]
    }

    /// The interrupts as a fake knows them.
    static var fakeInterrupts: [FakeInterrupt] {
      []
    }

    /// A NIC without hardware, in its state after reset.
    static func fake() -> FakeDevice {
      FakeDevice(fakeRegisters, interrupts: fakeInterrupts)
    }
  }
#endif
