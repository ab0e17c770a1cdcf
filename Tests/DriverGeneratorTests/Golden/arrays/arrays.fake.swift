// Do not edit: generated from arrays.driver.yaml (digest e2e4432e603fe628) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

#if !os(none)
  import DriverRuntime

  extension DMA {
    /// The registers as a fake knows them.
    static var fakeRegisters: [FakeRegister] {
      [
        .init("CTRL", at: 0x00, stored: 0x1),
        .init("READY", at: 0x04, isWritable: false),
        .init("CLEAR", at: 0x08, isReadable: false, stored: 0xf),
        .init("PRIO[]", at: 0x10, repeated: [.init(4, every: 0x4)], stored: 0x7, reset: 0x7),
        .init("CHANNEL[].COUNT", at: 0x100, repeated: [.init(4, every: 0x40)], stored: 0xffff),
        .init("CHANNEL[].TARGET", at: 0x104, repeated: [.init(4, every: 0x40)], stored: 0xffffffff),
        .init(
          "CHANNEL[].LINK[].NEXT",
          at: 0x120,
          repeated: [.init(4, every: 0x40), .init(2, every: 0x10)],
          stored: 0xfffffff0),
        .init("RXFIFO.DATA", at: 0x300, width: 8, stored: 0xff),
        .init("RXFIFO.LEVEL", at: 0x304, isWritable: false),
        .init("TXFIFO[].DATA", at: 0x400, width: 8, repeated: [.init(2, every: 0x20)], stored: 0xff),
        .init("TXFIFO[].LEVEL", at: 0x404, repeated: [.init(2, every: 0x20)], isWritable: false),
      ]
    }

    /// The interrupts as a fake knows them.
    static var fakeInterrupts: [FakeInterrupt] {
      [
        .init(status: "READY", acknowledge: .bits("CLEAR"), causes: [.init("finished", .init(0xf, 0x1))])
      ]
    }

    /// A DMA without hardware, in its state after reset.
    static func fake() -> FakeDevice {
      FakeDevice(fakeRegisters, interrupts: fakeInterrupts)
    }
  }
#endif
