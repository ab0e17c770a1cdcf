#if os(none)
  import CKernelEntry

  // The functions that the entry assembly calls (Kernel/Entry, one file a processor). Each returns the register frame to
  // leave the kernel with, or 0 when nobody can run.

  extension Microkernel {
    /// The frame of the thread that runs next.
    @inline(__always)
    var nextFrame: UInt {
      let thread = currentThread
      return thread == state.pointee.idleThread ? 0 : thread.address &+ Thread.registersOffset
    }
  }

  @inline(__always)
  private func frameOf(_ thread: Reference<Thread>) -> UInt {
    thread.address &+ Thread.registersOffset
  }

  /// A system call without an entry of its own, or one that its own entry left to the general path.
  ///
  /// All registers are saved in the caller's frame.
  @c(dddk_system_call)
  public func systemCallEntry() -> UInt {
    let kernel = Microkernel.machine
    let caller = kernel.currentThread
    if caller[.systemCall] == UInt(bitPattern: SystemCall.send.rawValue),
      let thread = kernel.wakeDirectly(caller[.capability], caller[.messageInfo])
    {
      return frameOf(thread)
    }
    return handleSystemCall()
  }

  @inline(never)
  private func handleSystemCall() -> UInt {
    let kernel = Microkernel.machine
    kernel.handleSystemCall(kernel.currentThread[.systemCall])
    return kernel.nextFrame
  }

  /// A call.
  ///
  /// All registers are saved in the caller's frame; where the processor has enough of them, the message's words come
  /// as arguments too (`Register.keepsMessageWords`).
  @c(dddk_call)
  public func callEntry(
    _ capability: UInt, _ info: UInt, _ word0: UInt, _ word1: UInt, _ word2: UInt, _ word3: UInt
  ) -> UInt {
    guard
      let thread = Microkernel.machine.callDirectly(capability, info, word0, word1, word2, word3)
    else { return handleSystemCall() }
    return frameOf(thread)
  }

  /// A reply and the wait for the next call.
  ///
  /// Registers and arguments are as for a call.
  @c(dddk_reply_receive)
  public func replyReceiveEntry(
    _ capability: UInt, _ info: UInt, _ word0: UInt, _ word1: UInt, _ word2: UInt, _ word3: UInt
  ) -> UInt {
    guard
      let thread = Microkernel.machine.replyReceiveDirectly(capability, info, word0, word1, word2, word3)
    else { return handleSystemCall() }
    return frameOf(thread)
  }

  /// A send, most often a signal, of the thread whose frame is at `frame`.
  ///
  /// Only those registers are saved that a function without a frame may change, so that nothing here may have
  /// one: what is not simple goes back to the assembly, which saves the rest.
  @c(dddk_send)
  public func sendEntry(_ capability: UInt, _ info: UInt, _ frame: UInt) -> UInt {
    guard Microkernel.machine.signalDirectly(capability, info) else { return dddk_send_otherwise(frame) }
    return frame
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

  extension Microkernel {
    /// Boots what the description says; answers the frame to leave the kernel with.
    func start(_ description: BootDescription) -> UInt {
      do { try boot(description) } catch { kernelPanic(error.text, state.pointee.memoryEnd) }
      restartTimer()
      settle()
      return nextFrame
    }

    /// Where the kernel's own image stands in physical memory.
    var imageRegion: MemoryRegion {
      MemoryRegion(start: physicalAddress(dddk_image_start()), end: physicalAddress(dddk_image_end()))
    }
  }

  #if !arch(x86_64)
    /// The boot: the arguments are the loader's (see `_start`).
    @c(dddk_boot)
    public func bootEntry(
      _ imageStart: UInt, _ imageEnd: UInt, _ imageOffset: UInt, _ entry: UInt, _ treeStart: UInt,
      _ treeSize: UInt
    ) -> UInt {
      let kernel = Microkernel.machine
      kernel.mapKernel()
      let tree = DeviceTreeMemory(start: kernel.kernelAddress(treeStart), size: treeSize)
      guard var memory = tree.range(holding: Platform.memoryStart) else {
        kernelPanic("the device tree names no memory where the kernel stands, at", Platform.memoryStart)
      }
      memory.start = Platform.memoryStart
      memory.end = min(memory.end, Platform.memoryEnd) & ~0xfff
      kernel.mapMemory(memory)
      kernel.state.pointee.windowOffset = Microkernel.window
      kernel.startProcessor()
      kernel.startInterruptController()
      let devices: MemoryRegions
      do { devices = try Platform.kernelDevices() } catch { kernelPanic(error.text, memory.end) }
      return kernel.start(
        BootDescription(
          kernel: kernel.imageRegion,
          memory: memory, kernelDevices: devices,
          deviceTree: MemoryRegion(start: treeStart, end: treeStart &+ treeSize),
          userImage: MemoryRegion(start: imageStart, end: imageEnd), userOffset: imageOffset,
          userEntry: entry))
    }
  #endif
#endif
