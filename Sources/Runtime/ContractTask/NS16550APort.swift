#if os(none)
  import CKernelContract
  import RegisterAccess
  import SeL4

  /// An NS16550A (National Semiconductor, 1995), which interrupts as long as a byte that it sent to itself waits.
  ///
  /// In QEMU whatever is done to the port asks the interrupt controller again while its line is raised: what is printed
  /// meanwhile is kept, so that the same happens whether a call is told or not. Behind I/O ports all is kept until it
  /// may be told: each access is a call of the kernel, and takes a thread's time.
  struct NS16550APort {
    /// The capability to the registers where they are I/O ports; else they are mapped.
    let ports: IOPort?

    private let data: Word = 0
    private let interruptEnable: Word = 1
    private let interruptIdentification: Word = 2
    private let fifoControl: Word = 2
    private let modemControl: Word = 4
    private let lineStatus: Word = 5
    private static let received: UInt8 = 1 << 0
    private static let transmitterEmpty: UInt8 = 1 << 6
    private static let loopback: UInt8 = 1 << 4

    private func load(_ register: Word) -> UInt8 {
      if let ports {
        return (try? ports.in8(UInt16(DDDK_serialPorts) + UInt16(register))) ?? 0
      }
      // Safety: the port's page is mapped there; reading the data register takes a byte that nobody else waits for.
      return unsafe UInt8.load(fromDeviceAt: SerialBoard.port + register)
    }

    private func store(_ byte: UInt8, _ register: Word) {
      if let ports {
        try? ports.out8(UInt16(DDDK_serialPorts) + UInt16(register), byte)
        return
      }
      // Safety: the port's page is mapped there, and nobody else has it.
      unsafe byte.store(toDeviceAt: SerialBoard.port + register)
    }

    /// One byte after the other: a queue would interrupt by the clock.
    func start() {
      store(0, interruptEnable)
      store(0, fifoControl)
    }

    func setInterruptLine(_ isRaised: Bool) {
      if isRaised {
        while load(lineStatus) & Self.transmitterEmpty == 0 {}
        let control = load(modemControl)
        store(control | Self.loopback, modemControl)
        store(0, data)
        while load(lineStatus) & Self.received == 0 {}
        store(control & ~Self.loopback, modemControl)
        store(1, interruptEnable)
      } else {
        store(0, interruptEnable)
        _ = load(data)
      }
      // The device says that its line has moved; the branch lets an emulator look for interrupts before what follows.
      while (load(interruptIdentification) & 1 == 0) != isRaised {}
      if !isRaised, ports == nil { printKept() }
    }

    /// Prints what was kept; the line is not raised.
    func printKept() {
      while true {
        let byte = dddk_text_take()
        if byte < 0 { return }
        send(UInt8(truncatingIfNeeded: byte))
      }
    }

    private func send(_ byte: UInt8) {
      while load(lineStatus) & Self.transmitterEmpty == 0 {}
      store(byte, data)
    }

    func put(_ byte: UInt8, isRaised: Bool) {
      if isRaised || ports != nil {
        if dddk_text_keep(CInt(byte)) != 0 { return }
        printKept()
      }
      send(byte)
    }

    func get() -> UInt8 {
      while load(lineStatus) & Self.received == 0 {}
      return load(data)
    }
  }
#endif
