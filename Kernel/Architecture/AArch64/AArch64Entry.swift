#if os(none) && arch(arm64)
  import CKernelEntry

  /// Any other exception of a component: an access without a page, an instruction that it may not use.
  @c(dddk_exception)
  public func exceptionEntry() -> UInt {
    let kernel = Microkernel.machine
    let syndrome = UInt(dddk_exception_syndrome())
    switch syndrome &>> 26 {
    case 0x24:  // data abort
      kernel.handleFault(
        Fault(kind: .virtualMemory, value: UInt(dddk_fault_address()), code: syndrome))
    case 0x20:  // instruction abort
      kernel.handleFault(
        Fault(
          kind: .virtualMemory, flag: true, value: kernel.currentThread[.faultInstruction], code: syndrome))
    case 0x07 where kernel.takeFloatingPoint(): break
    default:
      kernel.handleFault(Fault(kind: .userException, value: syndrome))
    }
    return kernel.nextFrame
  }

  /// A fault of the kernel's own: it says what it knows and stops.
  @c(dddk_kernel_fault)
  public func kernelFaultEntry() {
    kernelPanic(
      "fault", UInt(dddk_exception_syndrome()), UInt(dddk_exception_address()), UInt(dddk_fault_address()))
  }

  extension Microkernel {
    /// Maps the first gibibyte of memory, the interrupt controller and the console at the kernel's window, and nothing else;
    /// the loader's tables are left behind.
    ///
    /// Memory is not executable but for the first 2 MiB, where the kernel stands.
    func mapKernel() {
      let tables = Reference<PageTableEntry>(address: dddk_tables_address())
      let root = tables
      let gibibytes = tables.advanced(by: 512)
      let memory = tables.advanced(by: 1024)
      let devices = tables.advanced(by: 1536)
      root.advanced(by: 511).pointee = .table(at: physicalAddress(gibibytes.address))
      gibibytes.advanced(by: 0).pointee = .table(at: physicalAddress(devices.address))
      gibibytes.advanced(by: 1).pointee = .table(at: physicalAddress(memory.address))
      for index in 0..<512 as Range<UInt> {
        memory.advanced(by: index).pointee = .kernelBlock(
          at: Platform.memoryStart &+ index &<< 21, isDevice: false, isExecutable: index == 0)
      }
      mapDevice(Platform.interruptController, in: devices)
      mapDevice(UInt(bitPattern: dddkConsole), in: devices)
      dddk_set_kernel_table(UInt64(physicalAddress(root.address)))
    }

    /// Maps the memory behind the first gibibyte, in blocks of one.
    func mapMemory(_ memory: MemoryRegion) {
      let gibibytes = Reference<PageTableEntry>(address: dddk_tables_address()).advanced(by: 512)
      var index = memory.start &>> 30 &+ 1
      while index &<< 30 < memory.end {
        gibibytes.advanced(by: index).pointee = .kernelBlock(
          at: index &<< 30, isDevice: false, isExecutable: false)
        index &+= 1
      }
      publishTables()
    }

    private func mapDevice(_ address: UInt, in table: Reference<PageTableEntry>) {
      table.advanced(by: address &>> 21).pointee = .kernelBlock(
        at: address & ~0x1f_ffff, isDevice: true, isExecutable: false)
    }

    /// User level sees neither counters nor timers.
    func startProcessor() { dddk_hide_timers() }
  }

  extension PageTableEntry {
    /// An entry that maps 2 MiB for the kernel alone, in every address space.
    fileprivate static func kernelBlock(
      at address: UInt, isDevice: Bool, isExecutable: Bool
    ) -> PageTableEntry {
      var word = address | 0b01 | 1 &<< 10 | 1 &<< 54  // accessed; components never execute it
      if !isDevice { word |= 4 &<< 2 | 0b11 &<< 8 }
      if !isExecutable { word |= 1 &<< 53 }
      return PageTableEntry(word: word)
    }
  }
#endif
