// Do not edit: generated from effects.driver.yaml (digest 8c5c48975665db24) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

#if !os(none)
  import DriverRuntime

  extension EFFECTS {
    /// The registers as a fake knows them.
    static var fakeRegisters: [FakeRegister] {
      [
        .init(
          "MIXED",
          at: 0x00,
          stored: 0xf,
          onWrite: [
            .onesClear: 0x7010,
            .onesSet: 0x20,
            .onesToggle: 0x40,
            .zerosClear: 0x80,
            .zerosSet: 0x100,
            .zerosToggle: 0x200,
          ],
          reset: 0x185),
        .init("PENDING", at: 0x04, onWrite: [.onesClear: 0x3f]),
        .init("TAKEN", at: 0x08, isWritable: false, onRead: [.clears: 0xff]),
        .init("FILLED", at: 0x0c, isWritable: false, onRead: [.sets: 0xffffffff]),
        .init("KICK", at: 0x10, isReadable: false, onWrite: [.changes: 0xffffffff]),
        .init("RESETS", at: 0x14, onWrite: [.anyClears: 0xffffffff]),
        .init("ONCE", at: 0x18, isReadable: false, storedOnce: 0xffffffff),
        .init("FUSE", at: 0x1c, storedOnce: 0xffff),
        .init("FORCED", at: 0x20, stored: 0x3),
      ]
    }

    /// The interrupts as a fake knows them.
    static var fakeInterrupts: [FakeInterrupt] {
      []
    }

    /// A EFFECTS without hardware, in its state after reset.
    static func fake() -> FakeDevice {
      FakeDevice(fakeRegisters, interrupts: fakeInterrupts)
    }
  }
#endif
