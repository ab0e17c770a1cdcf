// Do not edit: generated from two-regions.driver.yaml (digest 532dbcce3c2109c6) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

#if !os(none)
  import DriverRuntime

  extension TWIN {
    /// The registers of control as a fake knows them.
    static var fakeControlRegisters: [FakeDevice.Register] {
      [
        .init("MODE", at: 0x00, writable: 0x1),
        .init("READY", at: 0x02),
        .init("FAULT", at: 0x04),
        .init("CLEAR", at: 0x08, writable: 0x3),
      ]
    }

    /// The registers of data-window as a fake knows them.
    static var fakeDataWindowRegisters: [FakeDevice.Register] {
      [
        .init("FIRST", at: 0x00, writable: 0xffff_ffff_ffff_ffff)
      ]
    }

    /// The interrupts as a fake knows them.
    static var fakeInterrupts: [FakeDevice.Interrupt] {
      [
        .init(status: "READY", causes: ["done": 0x1]),
        .init(status: "FAULT", acknowledge: "CLEAR", causes: ["temperature": 0x3]),
      ]
    }

    /// A TWIN without hardware, in its state after reset.
    static func fake() -> FakeDevice {
      FakeDevice(fakeControlRegisters + fakeDataWindowRegisters, interrupts: fakeInterrupts)
    }
  }
#endif
