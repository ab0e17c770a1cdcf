#if os(none) && arch(riscv64)
  import CKernelEntry

  /// Any exception of a component but a system call: an access without a page, an instruction that it may not use.
  @c(dddk_exception)
  public func exceptionEntry() -> UInt {
    let kernel = Microkernel.machine
    let cause = UInt(dddk_exception_cause())
    switch cause {
    case 5, 13:  // load access fault, load page fault
      kernel.handleFault(Fault(kind: .virtualMemory, value: UInt(dddk_fault_address()), code: 5))
    case 7, 15:  // store access fault, store page fault
      kernel.handleFault(Fault(kind: .virtualMemory, value: UInt(dddk_fault_address()), code: 7))
    case 1, 12:  // instruction access fault, instruction page fault
      kernel.handleFault(
        Fault(kind: .virtualMemory, flag: true, value: UInt(dddk_fault_address()), code: 1))
    // An illegal instruction may be one of floating point; if it is another, it comes again.
    case 2 where kernel.takeFloatingPoint(): break
    default:
      kernel.handleFault(Fault(kind: .userException, value: cause))
    }
    return kernel.nextFrame
  }

  /// A fault of the kernel's own: it says what it knows and stops.
  @c(dddk_kernel_fault)
  public func kernelFaultEntry() {
    kernelPanic(
      "fault", UInt(dddk_exception_cause()), UInt(dddk_exception_address()), UInt(dddk_fault_address()))
  }

  extension Microkernel {
    /// Maps memory and the interrupt controller at the kernel's window, and nothing else; the loader's tables are
    /// left behind.
    ///
    /// Memory is not executable but for the first 2 MiB, where the kernel stands; what lies below it in its gigabyte
    /// is the firmware's.
    func mapKernel() {
      let root = kernelTable
      let memory = root.advanced(by: 512)
      let devices = root.advanced(by: 1024)
      let firstGibibyte = Platform.memoryStart &>> 30
      let start = Platform.memoryStart & ~0x3fff_ffff
      for index in 0..<512 as Range<UInt> {
        let address = start &+ index &<< 21
        if address >= Platform.memoryStart {
          memory.advanced(by: index).pointee = .kernelPage(
            at: address, isExecutable: address == Platform.memoryStart)
        }
      }
      let first = Paging.firstKernelEntry
      root.advanced(by: first &+ firstGibibyte).pointee = .table(at: physicalAddress(memory.address))
      for index in firstGibibyte &+ 1..<Paging.kernelEntries {
        root.advanced(by: first &+ index).pointee = .kernelPage(at: index &<< 30, isExecutable: false)
      }
      // The controller's registers lie within 4 MiB of its first.
      let controller = Platform.interruptController
      for index in 0..<2 as Range<UInt> {
        let address = controller &+ index &<< 21
        devices.advanced(by: address &>> 21 & 511).pointee = .kernelPage(at: address, isExecutable: false)
      }
      root.advanced(by: first &+ controller &>> 30).pointee = .table(at: physicalAddress(devices.address))
      leaveAddressSpace()
      publishTables()
    }

    /// The window shows as much as the board can have.
    func mapMemory(_ memory: MemoryRegion) {}

    /// The timer's and the controller's interrupts reach the kernel; each has a mask of its own besides.
    func startProcessor() { dddk_enable_interrupts(1 &<< 5 | 1 &<< 9) }
  }
#endif
