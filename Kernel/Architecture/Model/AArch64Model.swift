#if !os(none) && !MODEL_RISCV64
  // The model as AArch64.

  /// What the host model is: QEMU's `virt` machine for AArch64 with 1 GiB of memory.
  enum Platform {
    static var minimumInterrupt: UInt { 0 }
    static var maximumInterrupt: UInt { 159 }
    static var timerInterrupt: UInt { 27 }
    static var memoryStart: UInt { 0x4000_0000 }
    static var memoryEnd: UInt { 0x8000_0000 }

    /// The pages of devices that the kernel keeps for itself: no untyped covers them.
    static func kernelDevices() throws(BootError) -> MemoryRegions {
      var devices = MemoryRegions()
      try devices.append(MemoryRegion(start: 0x0800_0000, end: 0x0800_1000))
      try devices.append(MemoryRegion(start: 0x0801_0000, end: 0x0801_1000))
      return devices
    }
  }

  extension Microkernel {
    /// Keeps an interrupt that was signalled from coming again, until its driver acknowledges it.
    func holdInterrupt(_ number: UInt) { maskInterrupt(number, true) }
    func releaseInterrupt(_ number: UInt) { maskInterrupt(number, false) }
    func setTrigger(_ number: UInt, isEdge: Bool) { controller(number).pointee.isEdge = isEdge }
    func completeInterrupt(_ number: UInt) { controller(number).pointee.isPending = false }

    func takeInterrupt() -> UInt? { pendingInterrupt }
  }

  extension ModelInterrupt {
    var isDelivered: Bool { (isPending || isRaised && !isEdge) && !isMasked }

    /// The device raises or lowers its line.
    mutating func setLine(_ isRaised: Bool) {
      if isRaised, !self.isRaised, isEdge { isPending = true }
      self.isRaised = isRaised
    }
  }

  extension KernelModel {
    /// The status of an access that a table's entry at this level, counted from the root, refuses or lacks (Arm ARM,
    /// ESR_EL1).
    func faultStatus(_ access: Access, _ cause: Access.Cause, level: UInt) -> UInt {
      let classAndLength: UInt = access == .fetch ? 0x8200_0000 : 0x9200_0000
      let kind: UInt = cause == .missing ? 0b0001 : 0b0011
      return classAndLength | (access == .store ? 1 << 6 : 0) | kind << 2 | level
    }

    /// Whether the address is in the kernel's half, which is mapped in blocks of 2 MiB and not for components: by a table
    /// at this level.
    func kernelLevel(of address: UInt) -> UInt? { address >> 48 == 0xffff ? 2 : nil }

    /// The fault of an instruction that the processor does not know: class 0, of 32 bits.
    static var undefinedInstruction: Fault { Fault(kind: .userException, value: 0x0200_0000) }
    /// A breakpoint: class 0x3c, of 32 bits.
    static var breakpoint: Fault { Fault(kind: .userException, value: 0xf200_0000) }
    /// The interrupt of the board's serial port.
    static var serialInterrupt: UInt { 33 }
  }
#endif
