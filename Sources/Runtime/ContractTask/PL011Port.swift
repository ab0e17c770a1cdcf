#if os(none)
  import RegisterAccess
  import SeL4

  /// A PL011 (Arm DDI 0183G, section 3.2), which interrupts whenever its mask lets it, since it can always send.
  enum PL011Port {
    private static let data = SerialBoard.port
    private static let flags = SerialBoard.port + 0x18
    private static let interruptMask = SerialBoard.port + 0x38
    private static let maskedInterrupts = SerialBoard.port + 0x40
    private static let receiveEmpty: UInt32 = 1 << 4
    private static let transmitInterrupt: UInt32 = 1 << 5

    static func setInterruptLine(_ isRaised: Bool) {
      // Safety: the port's page is mapped there, and masking its interrupts changes nothing else.
      unsafe (isRaised ? transmitInterrupt : 0).store(toDeviceAt: interruptMask)
      // Safety: reading this register changes nothing.
      // The device says that its line has moved; the branch lets an emulator look for interrupts before what follows.
      while unsafe (UInt32.load(fromDeviceAt: maskedInterrupts) & transmitInterrupt != 0) != isRaised {}
    }

    static func put(_ byte: UInt8) {
      // Safety: the port's page is mapped there, and its first register takes a byte to print.
      unsafe UInt32(byte).store(toDeviceAt: data)
    }

    static func get() -> UInt8 {
      // Safety: the port's page is mapped there; reading the data register takes the oldest byte, which is there.
      while unsafe UInt32.load(fromDeviceAt: flags) & receiveEmpty != 0 {}
      return UInt8(truncatingIfNeeded: unsafe UInt32.load(fromDeviceAt: data))
    }
  }
#endif
