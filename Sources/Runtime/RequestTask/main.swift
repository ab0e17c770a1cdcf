#if os(none)
  import CStart
  import KernelRequests
  import SeL4

  /// A root task that makes requests of its kernel and prints the answers at COM1.
  struct RequestTask {
    private static let count = 2500

    private let bootInfo: BootInfo
    private var nextSlot: Word
    /// COM1, once it is open.
    private var port = IOPort(.null)

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

    private mutating func openPort() -> Bool {
      let place = slot()
      let made: Void? = try? InitialCapabilities.ioPortControl.issue(
        0x3f8...0x3ff,
        into: Slot(root: InitialCapabilities.cnode, index: place, depth: 64))
      port = IOPort(CapabilityPointer(rawValue: place))
      return made != nil
    }

    private mutating func makeUntyped() -> Word? {
      guard
        let memory = untyped(where: { !$0.isDevice && $0.sizeBits > KernelRequests.untypedBits })
      else { return nil }
      let place = slot()
      let made: Void? = try? Untyped(CapabilityPointer(rawValue: memory)).retype(
        to: .untyped, sizeBits: KernelRequests.untypedBits, into: InitialCapabilities.cnode, offset: place)
      return made == nil ? nil : place
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
      // The transmitter is ready: LSR.THRE. It always is in the end.
      while let status = try? port.in8(0x3fd), status & 0x20 == 0 {}
      try? port.out8(0x3f8, byte)
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
