#if os(none)
  import CStart
  import DeviceTree
  import KernelRequests
  import RegisterAccess
  import SeL4

  /// A root task that makes requests of its kernel and prints the answers at the board's serial port.
  ///
  /// It finds the port in the device tree, and knows that a byte written to its first register is printed; where there
  /// are I/O ports, it is COM1.
  struct RequestTask {
    private static let port: Word = 0x20_ffff_0000
    private static let count = 2500

    private let bootInfo: BootInfo
    private var nextSlot: Word
    /// COM1, where there are I/O ports.
    private var ioPort: IOPort?

    init(_ bootInfo: BootInfo) {
      self.bootInfo = bootInfo
      nextSlot = bootInfo.empty.lowerBound
    }

    mutating func run() {
      guard openPort(), let untyped = makeUntyped() else { return }
      line("requests begin")
      var requests = KernelRequests(untyped: untyped, first: nextSlot)
      requests.run(count: Self.count) { answer in
        print(answer.request)
        print(answer.target)
        print(answer.error)
        print(Word(answer.length))
        for index in 0..<min(answer.length, 6) { print(answer.words[index]) }
        put(0x0a)
      }
      line("requests end")
    }

    private mutating func slot() -> Word {
      defer { nextSlot += 1 }
      return nextSlot
    }

    private mutating func retype(_ untyped: Word, _ type: ObjectType, sizeBits: Int = 0) -> Word? {
      let place = slot()
      let memory = Untyped(CapabilityPointer(rawValue: untyped))
      let made: Void? = try? memory.retype(
        to: type, sizeBits: sizeBits, into: InitialCapabilities.cnode, offset: place)
      return made == nil ? nil : place
    }

    private mutating func openPort() -> Bool {
      if IOPortControl.exists { return openIOPort() }
      guard let physical = portAddress(),
        let device = untyped(where: { $0.isDevice && $0.physicalAddress == physical }),
        let page = retype(device, .smallPage)
      else { return false }
      let frame = Frame(CapabilityPointer(rawValue: page))
      for _ in 0..<4 {
        let mapped: Void? = try? frame.map(
          into: InitialCapabilities.vspace, at: Self.port, rights: .readWrite, attributes: .device)
        if mapped != nil { return true }
        guard let memory = untyped(where: { !$0.isDevice && $0.sizeBits >= 16 }),
          let table = retype(memory, .pageTable)
        else { return false }
        _ = try? PageTable(CapabilityPointer(rawValue: table)).map(
          into: InitialCapabilities.vspace, at: Self.port)
      }
      return false
    }

    private mutating func openIOPort() -> Bool {
      let place = slot()
      let made: Void? = try? InitialCapabilities.ioPortControl.issue(
        0x3f8...0x3ff,
        into: Slot(root: InitialCapabilities.cnode, index: place, depth: 64))
      guard made != nil else { return false }
      ioPort = IOPort(CapabilityPointer(rawValue: place))
      return true
    }

    /// Where the board's standard output is; nil where the tree does not say.
    private func portAddress() -> Word? {
      // Safety: the kernel mapped the chunk for good, and nobody writes to it.
      guard let bytes = unsafe bootInfo.deviceTree,
        let tree = try? FlattenedTree(unsafe TreeBytes(bytes)),
        let node = try? tree.standardOutput(), let region = try? tree.region(0, of: node)
      else { return nil }
      return Word(region.address)
    }

    private mutating func makeUntyped() -> Word? {
      guard
        let memory = untyped(where: { !$0.isDevice && $0.sizeBits > KernelRequests.untypedBits })
      else { return nil }
      return retype(memory, .untyped, sizeBits: KernelRequests.untypedBits)
    }

    private func untyped(where fits: (BootInfo.UntypedDescription) -> Bool) -> Word? {
      for index in 0..<bootInfo.untyped.count {
        let description = bootInfo.untypedDescription(index)
        if fits(description) { return description.slot }
      }
      return nil
    }

    private func line(_ text: StaticString) {
      text.withUTF8Buffer { bytes in
        // Safety: the index is below the literal's own count.
        for index in 0..<bytes.count { unsafe put(bytes[index]) }
      }
      put(0x0a)
    }

    /// Prints a word in hexadecimal without leading zeros, and a space.
    private func print(_ word: Word) {
      var digits = max(1, (64 - word.leadingZeroBitCount + 3) / 4)
      while digits > 0 {
        digits -= 1
        let digit = UInt8(truncatingIfNeeded: word >> Word(digits * 4) & 15)
        put(digit < 10 ? 0x30 + digit : 0x57 + digit)
      }
      put(0x20)
    }

    private func put(_ byte: UInt8) {
      if let ioPort {
        // The transmitter is ready: LSR.THRE. It always is in the end.
        while let status = try? ioPort.in8(0x3fd), status & 0x20 == 0 {}
        try? ioPort.out8(0x3f8, byte)
        return
      }
      // Safety: the port's page is mapped there, and its first register takes a byte to print.
      unsafe byte.store(toDeviceAt: Self.port)
    }
  }

  if let start = unsafe dddk_start_argument(), let bootInfo = try? BootInfo(at: UInt(bitPattern: start)) {
    IPCBuffer.set(address: bootInfo.ipcBufferAddress)
    var task = RequestTask(bootInfo)
    task.run()
  }
  while true { SystemCall.yieldProcessor() }
#else
  print("kernel-requests runs as a root task.")
#endif
