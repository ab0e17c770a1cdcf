#if MODEL_RISCV64
  // The model as RV64 with Sv39.

  /// What the host model is: QEMU's `virt` machine for RISC-V, with less memory than it can have.
  enum Platform {
    static var minimumInterrupt: UInt { 1 }
    static var maximumInterrupt: UInt { 96 }
    static var timerInterrupt: UInt { 96 }
    static var memoryStart: UInt { 0x8020_0000 }
    static var memoryEnd: UInt { 0x1_4000_0000 }

    /// The pages of devices that the kernel keeps for itself: no untyped covers them.
    static func kernelDevices() throws(BootError) -> MemoryRegions {
      var devices = MemoryRegions()
      try devices.append(MemoryRegion(start: 0x0200_0000, end: 0x0220_0000))
      try devices.append(MemoryRegion(start: 0x0c00_0000, end: 0x0c60_0000))
      return devices
    }
  }

  extension Microkernel {
    /// The kernel's own mappings are nowhere: components see none of them.
    func shareKernel(with root: UInt) {}

    /// Bytes behind the kernel's state for what is simulated.
    static var processorSize: UInt { 4096 }

    func maskInterrupt(_ number: UInt, _ isMasked: Bool) { controller(number).pointee.isMasked = isMasked }

    // As the kernel has it for QEMU's controller: an interrupt that was taken is complete, acknowledged or not.

    func holdInterrupt(_ number: UInt) {}
    func releaseInterrupt(_ number: UInt) {}
    func setTrigger(_ number: UInt, isEdge: Bool) {}
    func completeInterrupt(_ number: UInt) {}

    func takeInterrupt() -> UInt? {
      guard let number = pendingInterrupt else { return nil }
      controller(number).pointee.isPending = false
      return number
    }

    /// The device says that its line has moved: QEMU's controller forgets what it was asked when the line falls.
    func setLine(_ number: UInt, _ isRaised: Bool) { controller(number).pointee.isPending = isRaised }
  }

  extension ModelInterrupt {
    var isDelivered: Bool { isPending && !isMasked }
  }

  extension PageTableEntry {
    var isExecutable: Bool { word & 1 << 3 != 0 }
    /// Memory is, and devices are not, whatever a table says.
    var isCacheable: Bool { true }

    var rights: PageRights {
      guard word & 1 << 1 != 0 else { return .kernelOnly }
      return word & 1 << 2 != 0 ? .readWrite : .readOnly
    }
  }

  extension KernelModel {
    /// What the kernel tells of an access, whatever refuses it: that it was a fetch, a load or a store.
    func fault(of access: Access, to address: UInt, _ cause: Access.Cause, level: UInt) -> Fault {
      let status: UInt =
        switch access {
        case .fetch: 1
        case .load: 5
        case .store: 7
        }
      return Fault(kind: .virtualMemory, flag: access == .fetch, value: address, code: status)
    }

    func kernelLevel(of address: UInt) -> UInt? { nil }

    /// Illegal instruction, by its number (RISC-V Privileged Architecture 1.12, table 4.2).
    static var undefinedInstruction: Fault { Fault(kind: .userException, value: 2) }
    static var breakpoint: Fault { Fault(kind: .userException, value: 3) }
    static var systemCallLength: UInt { 4 }
    /// The interrupt of the board's serial port.
    static var serialInterrupt: UInt { 10 }
  }
#endif
