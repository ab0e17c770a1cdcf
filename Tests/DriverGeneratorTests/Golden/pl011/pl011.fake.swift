// Do not edit: generated from pl011.driver.yaml (digest 9b748f3f67b4aad5) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

#if !os(none)
  import DriverRuntime

  extension PL011 {
    /// The registers as a fake knows them.
    static var fakeRegisters: [FakeRegister] {
      [
        .init("DR", at: 0x00, stored: 0xff),
        .init("ECR", at: 0x04, isReadable: false, stored: 0xffffffff),
        .init("RSR", at: 0x04, isWritable: false),
        .init("FR", at: 0x18, isWritable: false),
        .init("ILPR", at: 0x20, stored: 0xff),
        .init("IBRD", at: 0x24, stored: 0xffff),
        .init("FBRD", at: 0x28, stored: 0x3f),
        .init("LCR_H", at: 0x2c, stored: 0xff),
        .init("CR", at: 0x30, stored: 0xff87, reset: 0x300),
        .init("IFLS", at: 0x34, stored: 0x3f, reset: 0x12),
        .init("IMSC", at: 0x38, stored: 0x7ff),
        .init("RIS", at: 0x3c, isWritable: false),
        .init("MIS", at: 0x40, isWritable: false),
        .init("ICR", at: 0x44, isReadable: false, stored: 0x7ff),
        .init("DMACR", at: 0x48, stored: 0x7),
        .init("PeriphID0", at: 0xfe0, isWritable: false, reset: 0x11),
        .init("PeriphID1", at: 0xfe4, isWritable: false, reset: 0x10),
        .init("PeriphID2", at: 0xfe8, isWritable: false),
        .init("PeriphID3", at: 0xfec, isWritable: false),
        .init("PCellID0", at: 0xff0, isWritable: false, reset: 0xd),
        .init("PCellID1", at: 0xff4, isWritable: false, reset: 0xf0),
        .init("PCellID2", at: 0xff8, isWritable: false, reset: 0x5),
        .init("PCellID3", at: 0xffc, isWritable: false, reset: 0xb1),
      ]
    }

    /// The interrupts as a fake knows them.
    static var fakeInterrupts: [FakeInterrupt] {
      [
        .init(
          status: "MIS",
          mask: "IMSC",
          acknowledge: .bits("ICR"),
          causes: [.init("receive", .init(0x10, 0x10), bits: 0x50), .init("transmit", .init(0x20, 0x20))])
      ]
    }

    /// A PL011 without hardware, in its state after reset, with a line that a test holds.
    ///
    /// - Parameter depth: How many characters each FIFO holds.
    /// - Returns: The device.
    static func fake(depth: Int = 16) -> FakeSerialDevice {
      FakeSerialDevice(
        FakeDevice(fakeRegisters, interrupts: fakeInterrupts),
        depth: depth,
        transmit: .init(
          data: .init("DR", 0xff), flag: .init("FR", 0x20), cause: "transmit"),
        receive: .init(
          data: .init("DR", 0xff), flag: .init("FR", 0x10), cause: "receive"),
        errors: [
          (.framing, .init("DR", 0x100)),
          (.parity, .init("DR", 0x200)),
          (.break, .init("DR", 0x400)),
          (.overrun, .init("DR", 0x800)),
        ])
    }
  }
#endif
