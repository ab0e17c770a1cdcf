#if !os(none) && !MODEL_RISCV64 && !MODEL_X86_64
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
    /// Bytes behind the kernel's state for what is simulated.
    static var processorSize: UInt { 4096 }

    func maskInterrupt(_ number: UInt, _ isMasked: Bool) { controller(number).pointee.isMasked = isMasked }

    /// Keeps an interrupt that was signalled from coming again, until its driver acknowledges it.
    func holdInterrupt(_ number: UInt) { maskInterrupt(number, true) }
    func releaseInterrupt(_ number: UInt) { maskInterrupt(number, false) }
    func setTrigger(_ number: UInt, isEdge: Bool) { controller(number).pointee.isEdge = isEdge }
    func completeInterrupt(_ number: UInt) { controller(number).pointee.isPending = false }

    func takeInterrupt() -> UInt? { pendingInterrupt }

    /// The device raises or lowers its line.
    func setLine(_ number: UInt, _ isRaised: Bool) {
      let line = controller(number)
      if isRaised, !line.pointee.isRaised, line.pointee.isEdge { line.pointee.isPending = true }
      line.pointee.isRaised = isRaised
    }
  }

  extension ModelInterrupt {
    var isDelivered: Bool { (isPending || isRaised && !isEdge) && !isMasked }
  }

  extension KernelModel {
    /// The fault of an access that a table's entry at this level, counted from the root, refuses or lacks (Arm ARM,
    /// ESR_EL1).
    func fault(of access: Access, to address: UInt, _ cause: Access.Cause, level: UInt) -> Fault {
      let classAndLength: UInt = access == .fetch ? 0x8200_0000 : 0x9200_0000
      let kind: UInt = cause == .missing ? 0b0001 : 0b0011
      let status = classAndLength | (access == .store ? 1 << 6 : 0) | kind << 2 | level
      return Fault(kind: .virtualMemory, flag: access == .fetch, value: address, code: status)
    }

    /// Whether the address is in the kernel's half, which is mapped in blocks of 2 MiB and not for components: by a table
    /// at this level.
    func kernelLevel(of address: UInt) -> UInt? { address >> 48 == 0xffff ? 2 : nil }

    /// The fault of an instruction that the processor does not know: class 0, of 32 bits.
    static var undefinedInstruction: Fault { Fault(kind: .userException, value: 0x0200_0000) }
    /// A breakpoint: class 0x3c, of 32 bits.
    static var breakpoint: Fault { Fault(kind: .userException, value: 0xf200_0000) }
    /// The bytes of the instruction that makes a system call.
    static var systemCallLength: UInt { 4 }
    /// The interrupt of the board's serial port.
    static var serialInterrupt: UInt { 33 }
  }
#endif
