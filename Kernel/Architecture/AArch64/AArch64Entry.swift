#if os(none)
  import CKernelEntry

  // The functions that the entry assembly calls (Kernel/Entry/KernelEntry.S). Each returns the register frame to
  // leave the kernel with, or 0 when nobody can run.

  extension Microkernel {
    /// The frame of the thread that runs next.
    @inline(__always)
    fileprivate var nextFrame: UInt {
      let thread = currentThread
      return thread == state.pointee.idleThread ? 0 : thread.address &+ Thread.registersOffset
    }
  }

  /// A system call.
  ///
  /// All registers are saved in the caller's frame; those of the message come as arguments too.
  @c(dddk_system_call)
  public func systemCallEntry(
    _ capability: UInt, _ info: UInt, _ word0: UInt, _ word1: UInt, _ word2: UInt, _ word3: UInt,
    _ frame: UInt, _ number: UInt
  ) -> UInt {
    if number == UInt(bitPattern: SystemCall.send.rawValue),
      let thread = Microkernel.machine.wakeDirectly(capability, info)
    {
      return frameOf(thread)
    }
    return handleSystemCall(number)
  }

  @inline(never)
  private func handleSystemCall(_ number: UInt) -> UInt {
    let kernel = Microkernel.machine
    kernel.handleSystemCall(number)
    return kernel.nextFrame
  }

  /// A call.
  ///
  /// All registers are saved in the caller's frame.
  @c(dddk_call)
  public func callEntry(
    _ capability: UInt, _ info: UInt, _ word0: UInt, _ word1: UInt, _ word2: UInt, _ word3: UInt,
    _ frame: UInt, _ number: UInt
  ) -> UInt {
    guard
      let thread = Microkernel.machine.callDirectly(capability, info, word0, word1, word2, word3)
    else { return handleSystemCall(number) }
    return frameOf(thread)
  }

  /// A reply and the wait for the next call.
  ///
  /// All registers are saved in the caller's frame.
  @c(dddk_reply_receive)
  public func replyReceiveEntry(
    _ capability: UInt, _ info: UInt, _ word0: UInt, _ word1: UInt, _ word2: UInt, _ word3: UInt,
    _ frame: UInt, _ number: UInt
  ) -> UInt {
    guard
      let thread = Microkernel.machine.replyReceiveDirectly(capability, info, word0, word1, word2, word3)
    else { return handleSystemCall(number) }
    return frameOf(thread)
  }

  /// A send, most often a signal.
  ///
  /// Only those registers are saved that a function without a frame may change, so that nothing here may have
  /// one: what is not simple goes back to the assembly, which saves the rest.
  @c(dddk_send)
  public func sendEntry(
    _ capability: UInt, _ info: UInt, _ word0: UInt, _ word1: UInt, _ word2: UInt, _ word3: UInt,
    _ frame: UInt, _ number: UInt
  ) -> UInt {
    guard Microkernel.machine.signalDirectly(capability, info) else {
      return dddk_send_otherwise(capability, info, word0, word1, word2, word3, frame, number)
    }
    return frame
  }

  @inline(__always)
  private func frameOf(_ thread: Reference<Thread>) -> UInt {
    thread.address &+ Thread.registersOffset
  }

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

  /// An interrupt, of a component or of the idle processor.
  @c(dddk_interrupt)
  public func interruptEntry() -> UInt {
    guard let number = Microkernel.machine.takeInterrupt() else { return Microkernel.machine.nextFrame }
    guard let thread = Microkernel.machine.interruptDirectly(number) else { return handleInterrupt(number) }
    return frameOf(thread)
  }

  @inline(never)
  private func handleInterrupt(_ number: UInt) -> UInt {
    let kernel = Microkernel.machine
    kernel.handleInterrupt(number)
    kernel.settle()
    return kernel.nextFrame
  }

  /// The boot: the arguments are the loader's (see `_start`).
  @c(dddk_boot)
  public func bootEntry(
    _ imageStart: UInt, _ imageEnd: UInt, _ imageOffset: UInt, _ entry: UInt, _ treeStart: UInt,
    _ treeSize: UInt
  ) -> UInt {
    let kernel = Microkernel.machine
    kernel.mapKernel()
    kernel.state.pointee.windowOffset = Microkernel.window
    kernel.startInterruptController()
    dddk_hide_timers()
    do {
      try kernel.boot(
        BootDescription(
          kernel: MemoryRegion(
            start: kernel.physicalAddress(dddk_image_start()), end: kernel.physicalAddress(dddk_image_end())),
          memory: MemoryRegion(start: Platform.memoryStart, end: Platform.memoryEnd),
          kernelDevices: try Platform.kernelDevices(),
          deviceTree: MemoryRegion(start: treeStart, end: treeStart &+ treeSize),
          userImage: MemoryRegion(start: imageStart, end: imageEnd), userOffset: imageOffset,
          userEntry: entry))
    } catch {
      dddk_halt()
    }
    kernel.restartTimer()
    kernel.settle()
    return kernel.nextFrame
  }

  extension Microkernel {
    /// Maps memory and the interrupt controller at the kernel's window, and nothing else; the loader's tables
    /// are left behind.
    ///
    /// Memory is not executable but for the first 2 MiB, where the kernel stands.
    fileprivate func mapKernel() {
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
      devices.advanced(by: Platform.interruptDistributor &>> 21).pointee = .kernelBlock(
        at: Platform.interruptDistributor & ~0x1f_ffff, isDevice: true, isExecutable: false)
      dddk_set_kernel_table(UInt64(physicalAddress(root.address)))
    }
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
