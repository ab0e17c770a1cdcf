#if os(none) && arch(x86_64)
  import CKernelEntry

  /// An exception of a component: an access without a page, an instruction that it may not use, or one that interrupts
  /// with a vector that is nobody's.
  @c(dddk_exception)
  public func exceptionEntry() -> UInt {
    let kernel = Microkernel.machine
    let vector = UInt(dddk_current_vector())
    let code = kernel.currentThread[.errorCode]
    dddk_take_vector()
    switch vector {
    case 14:
      // A page fault. Bit 4 of its code says that it was a fetch, which seL4 is not told: it leaves execute-never off,
      // and processors say it where that is on.
      kernel.handleFault(
        Fault(kind: .virtualMemory, flag: false, value: UInt(dddk_fault_address()), code: code & 0xf))
    case 7 where kernel.takeFloatingPoint(): break
    case 158...254:
      // `int`, of 2 bytes: an unknown system call, with the vector and what rax says as its number.
      let thread = kernel.currentThread
      let number = Int32(truncatingIfNeeded: vector &<< 24 | thread[.rax] & 0xff_ffff)
      thread[.faultInstruction] &-= 2
      kernel.handleFault(Fault(kind: .unknownSystemCall, value: UInt(bitPattern: Int(number))))
    // The local controller's own vector, for an interrupt that has gone.
    case 255: break
    default:
      kernel.handleFault(Fault(kind: .userException, value: vector, code: code))
    }
    return kernel.nextFrame
  }

  /// A fault of the kernel's own: it says what it knows and stops.
  @c(dddk_kernel_fault)
  public func kernelFaultEntry(_ vector: UInt, _ instruction: UInt, _ code: UInt) {
    kernelPanic("fault, instruction, address", vector | code &<< 8, instruction, UInt(dddk_fault_address()))
  }

  extension Microkernel {
    /// Maps memory and the interrupt controllers at the kernel's window, and nothing else: what boot saw beside them
    /// goes away.
    ///
    /// Memory is not executable but for the first 2 MiB, where the kernel stands.
    func mapKernel(memoryEnd: UInt, localController: UInt, lineController: UInt) {
      let memory = kernelTable.advanced(by: 2 &* 512)
      for index in 0..<1024 as Range<UInt> {
        let address = index &<< 21
        memory.advanced(by: index).pointee =
          address < memoryEnd ? .kernelPage(at: address, isDevice: false, isExecutable: index == 0) : .invalid
      }
      let devices = kernelTable.advanced(by: 4 &* 512)
      let pageMask: UInt = 0x1f_ffff
      devices.advanced(by: 0).pointee = .kernelPage(
        at: localController & ~pageMask, isDevice: true, isExecutable: false)
      devices.advanced(by: 1).pointee = .kernelPage(
        at: lineController & ~pageMask, isDevice: true, isExecutable: false)
      kernelTable.advanced(by: 512 &+ Microkernel.devicesEntry).pointee =
        .table(at: physicalAddress(devices.address))
      Platform.localController = Microkernel.devicesWindow &+ localController & pageMask
      Platform.lineController = Microkernel.devicesWindow &+ 1 &<< 21 &+ lineController & pageMask
      // Boot ran where memory is; nobody does any more.
      kernelTable.pointee = .invalid
      dddk_invalidate_kernel()
    }

    /// The entry of the kernel's upper table below which devices stand.
    private static var devicesEntry: UInt { 509 }
    private static var devicesWindow: UInt { 0xffff_ff80_0000_0000 | devicesEntry &<< 30 }

    /// Gates for all vectors, the entry for system calls, and write-combining memory as the fifth kind.
    func startProcessor() {
      let gates = Reference<UInt>(address: dddk_interrupt_table_address())
      for vector in 0..<256 as Range<UInt> {
        let stub = dddk_stubs_address() &+ vector &* 16
        // Present, an interrupt gate; components may execute a breakpoint, and `int` for what is no interrupt; what
        // may come at any time has a stack of its own.
        let level: UInt = vector == 3 || vector > 157 ? 3 : 0
        let stack: UInt = vector == 2 || vector == 8 || vector == 18 ? 1 : 0
        gates.advanced(by: vector &* 2).pointee =
          stub & 0xffff | 0x08 &<< 16 | stack &<< 32 | 0x8e &<< 40 | level &<< 45 | (stub &>> 16 & 0xffff)
          &<< 48
        gates.advanced(by: vector &* 2 &+ 1).pointee = stub &>> 32
      }
      dddk_load_interrupt_table()
      // STAR, LSTAR, FMASK: the kernel runs without interrupts, traps, direction, alignment checks, nested tasks.
      dddk_write_register(0xc000_0081, 0x0013_0008_0000_0000)
      dddk_write_register(0xc000_0082, UInt64(dddk_syscall_address()))
      dddk_write_register(0xc000_0084, 0x4_4700)
      // PAT: the power-on value but for entry 4.
      dddk_write_register(0x277, 0x0007_0401_0007_0406)
      dddk_disable_floating_point()
    }
  }
#endif
