// Do not edit: generated from guarded.driver.yaml (digest ca14ccbb904cff48) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

#if !os(none)
  import DriverRuntime

  extension GUARD {
    /// The registers as a fake knows them.
    static var fakeRegisters: [FakeRegister] {
      [
        .init("LOAD", at: 0x00, stored: 0xffffffff, lock: "watchdog"),
        .init("CONTROL", at: 0x04, stored: 0xff01, lock: "watchdog"),
        .init("KEY", at: 0x08, isReadable: false, stored: 0xffffffff),
        .init("STATE", at: 0x0c, isWritable: false),
        .init("BELL", at: 0x10, isReadable: false, stored: 0xffffffff),
        .init("RESULT", at: 0x14, isWritable: false),
        .init("QUEUE[]", at: 0x18, repeated: [.init(2, every: 0x4)], stored: 0xffffffff),
      ]
    }

    /// The interrupts as a fake knows them.
    static var fakeInterrupts: [FakeInterrupt] {
      []
    }

    /// The locks as a fake knows them.
    static var fakeLocks: [FakeLock] {
      [
        .init("watchdog", at: "KEY", unlock: [0x80, 0x86], lock: 0x1)
      ]
    }

    /// A GUARD without hardware, in its state after reset.
    static func fake() -> FakeDevice {
      FakeDevice(fakeRegisters, interrupts: fakeInterrupts, locks: fakeLocks)
    }
  }
#endif
