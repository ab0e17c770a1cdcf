#if os(none)
  import KernelContract
  import RegisterAccess
  import SeL4

  /// QEMU's `virt` for this processor: a PL011 that prints, is typed at, and interrupts whenever its mask lets it, since it
  /// can always send.
  struct SerialBoard: ContractBoard {
    /// Where the root task sees the port's registers.
    static let port: Word = 0x20_ffff_0000
    static let portPhysical: Word = 0x900_0000

    // PL011 (Arm DDI 0183G), section 3.2.
    private static let data = port
    private static let flags = port + 0x18
    private static let interruptMask = port + 0x38
    private static let maskedInterrupts = port + 0x40
    private static let receiveEmpty: UInt32 = 1 << 4
    private static let transmitInterrupt: UInt32 = 1 << 5

    var interrupt: Word { 33 }
    var kernelInterrupt: Word { 27 }

    mutating func setInterruptLine(_ isRaised: Bool) {
      // Safety: the port's page is mapped there, and masking its interrupts changes nothing else.
      unsafe (isRaised ? Self.transmitInterrupt : 0).store(toDeviceAt: Self.interruptMask)
      // Safety: reading this register changes nothing.
      // The device says that its line has moved; the branch lets an emulator look for interrupts before what follows.
      while unsafe (UInt32.load(fromDeviceAt: Self.maskedInterrupts) & Self.transmitInterrupt != 0)
        != isRaised
      {}
    }

    mutating func put(_ byte: UInt8) {
      // Safety: the port's page is mapped there, and its first register takes a byte to print.
      unsafe UInt32(byte).store(toDeviceAt: Self.data)
    }

    /// Waits for the next byte that is typed.
    func get() -> UInt8 {
      // Safety: the port's page is mapped there; reading the data register takes the oldest byte, which is there.
      while unsafe UInt32.load(fromDeviceAt: Self.flags) & Self.receiveEmpty != 0 {}
      return UInt8(truncatingIfNeeded: unsafe UInt32.load(fromDeviceAt: Self.data))
    }
  }
#endif
