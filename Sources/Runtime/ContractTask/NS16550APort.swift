#if os(none)
  import CKernelContract
  import RegisterAccess
  import SeL4

  /// An NS16550A (National Semiconductor, 1995), which interrupts as long as a byte that it sent to itself waits.
  ///
  /// In QEMU whatever is done to the port asks the interrupt controller again while its line is raised: what is printed
  /// meanwhile is kept, so that the same happens whether a call is told or not.
  enum NS16550APort {
    private static let data = SerialBoard.port
    private static let interruptEnable = SerialBoard.port + 1
    private static let interruptIdentification = SerialBoard.port + 2
    private static let fifoControl = SerialBoard.port + 2
    private static let modemControl = SerialBoard.port + 4
    private static let lineStatus = SerialBoard.port + 5
    private static let received: UInt8 = 1 << 0
    private static let transmitterEmpty: UInt8 = 1 << 6
    private static let loopback: UInt8 = 1 << 4

    private static func load(_ register: Word) -> UInt8 {
      // Safety: the port's page is mapped there; reading the data register takes a byte that nobody else waits for.
      unsafe UInt8.load(fromDeviceAt: register)
    }

    private static func store(_ byte: UInt8, _ register: Word) {
      // Safety: the port's page is mapped there, and nobody else has it.
      unsafe byte.store(toDeviceAt: register)
    }

    /// One byte after the other: a queue would interrupt by the clock.
    static func start() {
      store(0, interruptEnable)
      store(0, fifoControl)
    }

    static func setInterruptLine(_ isRaised: Bool) {
      if isRaised {
        while load(lineStatus) & transmitterEmpty == 0 {}
        let control = load(modemControl)
        store(control | loopback, modemControl)
        store(0, data)
        while load(lineStatus) & received == 0 {}
        store(control & ~loopback, modemControl)
        store(1, interruptEnable)
      } else {
        store(0, interruptEnable)
        _ = load(data)
      }
      // The device says that its line has moved; the branch lets an emulator look for interrupts before what follows.
      while (load(interruptIdentification) & 1 == 0) != isRaised {}
      if !isRaised { printKept() }
    }

    private static func printKept() {
      while true {
        let byte = dddk_text_take()
        if byte < 0 { return }
        send(UInt8(truncatingIfNeeded: byte))
      }
    }

    private static func send(_ byte: UInt8) {
      while load(lineStatus) & transmitterEmpty == 0 {}
      store(byte, data)
    }

    static func put(_ byte: UInt8, isRaised: Bool) {
      if isRaised {
        if dddk_text_keep(CInt(byte)) != 0 { return }
        printKept()
      }
      send(byte)
    }

    static func get() -> UInt8 {
      while load(lineStatus) & received == 0 {}
      return load(data)
    }
  }
#endif
