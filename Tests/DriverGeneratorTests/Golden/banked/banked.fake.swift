// Do not edit: generated from banked.driver.yaml (digest a8198b9b49c4084a) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

#if !os(none)
  import DriverRuntime

  extension UART16 {
    /// The registers as a fake knows them.
    static var fakeRegisters: [FakeRegister] {
      [
        .init("DLL", at: 0x00, width: 8, stored: 0xff, bank: .init(while: "LCR", 0x80, is: 0x80)),
        .init("RBR", at: 0x00, width: 8, isWritable: false, bank: .init(while: "LCR", 0x80, is: 0x0)),
        .init(
          "THR",
          at: 0x00,
          width: 8,
          isReadable: false,
          stored: 0xff,
          bank: .init(while: "LCR", 0x80, is: 0x0)),
        .init("DLM", at: 0x01, width: 8, stored: 0xff, bank: .init(while: "LCR", 0x80, is: 0x80)),
        .init("IER", at: 0x01, width: 8, stored: 0x3, bank: .init(while: "LCR", 0x80, is: 0x0)),
        .init("IIR", at: 0x02, width: 8, isWritable: false, reset: 0x1),
        .init("LCR", at: 0x03, width: 8, stored: 0x83),
        .init("LSR", at: 0x05, width: 8, isWritable: false),
      ]
    }

    /// The interrupts as a fake knows them.
    static var fakeInterrupts: [FakeInterrupt] {
      [
        .init(
          status: "IIR",
          pending: .init(0x1, 0x0),
          idle: .init(0x1, 0x1),
          causes: [.init("received", .init(0xe, 0x4)), .init("empty", .init(0xe, 0x2), enable: ("IER", 0x2))])
      ]
    }

    /// A UART16 without hardware, in its state after reset.
    static func fake() -> FakeDevice {
      FakeDevice(fakeRegisters, interrupts: fakeInterrupts)
    }
  }
#endif
