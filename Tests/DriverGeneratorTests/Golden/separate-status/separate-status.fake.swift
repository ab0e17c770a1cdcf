// Do not edit: generated from separate-status.driver.yaml (digest 617ad93014f4233c) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

#if !os(none)
  import DriverRuntime

  extension U16 {
    /// The registers as a fake knows them.
    static var fakeRegisters: [FakeRegister] {
      [
        .init("DATA", at: 0x00, width: 8, stored: 0xff),
        .init("ENABLE", at: 0x01, width: 8, stored: 0x3),
        .init("PENDING", at: 0x02, width: 8, isWritable: false),
        .init("STATUS", at: 0x05, width: 8, isWritable: false),
      ]
    }

    /// The interrupts as a fake knows them.
    static var fakeInterrupts: [FakeInterrupt] {
      [
        .init(
          status: "PENDING",
          mask: "ENABLE",
          causes: [.init("receive", .init(0x1, 0x1)), .init("transmit", .init(0x2, 0x2))])
      ]
    }

    /// A U16 without hardware, in its state after reset, with a line that a test holds.
    ///
    /// - Parameter depth: How many characters each FIFO holds.
    /// - Returns: The device.
    static func fake(depth: Int = 16) -> FakeSerialDevice {
      FakeSerialDevice(
        FakeDevice(fakeRegisters, interrupts: fakeInterrupts),
        depth: depth,
        transmit: .init(
          data: .init("DATA", 0xff), flag: .init("STATUS", 0x20), whenBlocked: false, cause: "transmit"),
        receive: .init(
          data: .init("DATA", 0xff), flag: .init("STATUS", 0x1), whenBlocked: false, cause: "receive"),
        errors: [
          (.framing, .init("STATUS", 0x8)),
          (.overrun, .init("STATUS", 0x2)),
        ])
    }
  }
#endif
