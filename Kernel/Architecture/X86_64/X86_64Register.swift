#if os(none) && arch(x86_64) || MODEL_X86_64
  /// A register of a thread's saved context, in the order in which the kernel's entry saves them.
  ///
  /// From `vector` to `ss` it is what the processor pushes at an interrupt, with what its stub adds. The message
  /// registers and the transfer order are the ABI of seL4 on x86-64.
  enum Register: Int {
    case rdi, rsi, rax, rbx, rbp, r12, r13, r14, rdx, r10, r8, r9, r15, r11, rcx
    case fsBase, gsBase
    case vector, errorCode
    /// Where the thread goes on.
    case nextInstruction
    case cs, flags, sp, ss
    /// The instruction that trapped: where a restarted thread goes on.
    case faultInstruction

    /// How many registers a context holds.
    static var count: UInt { 25 }

    /// Holds the invoked capability on entry and the badge on return.
    @inline(__always)
    static var capability: Register { .rdi }
    @inline(__always)
    static var badge: Register { .rdi }
    @inline(__always)
    static var messageInfo: Register { .rsi }
    /// Holds the number of the system call.
    static var systemCall: Register { .rdx }
    static var threadLocalStorage: Register { .fsBase }

    /// How many words of a message travel in registers.
    ///
    /// Corresponds to `seL4_FastMessageRegisters`.
    @inline(__always)
    static var messageCount: UInt { 4 }

    /// Whether the hot paths keep a message's words in registers: there are too few, and the frame has them.
    @inline(__always)
    static var keepsMessageWords: Bool { false }

    /// The place of message word `index`, which is less than `messageCount`.
    @inline(__always)
    static func message(_ index: UInt) -> Register {
      switch index {
      case 0: .r10
      case 1: .r8
      case 2: .r9
      default: .r15
      }
    }

    /// How many registers TCB_ReadRegisters and TCB_WriteRegisters know, the frame registers first.
    ///
    /// Corresponds to the words of `seL4_UserContext`.
    static var transferCount: UInt { 20 }
    /// Corresponds to `n_frameRegisters`: what TCB_CopyRegisters calls the frame.
    static var frameCount: UInt { 18 }

    /// Word `index` of `seL4_UserContext`: the instruction, the stack pointer, the flags, the general registers, and
    /// the bases of the segments FS and GS.
    static func transfer(_ index: UInt) -> Register {
      switch index {
      case 0: .faultInstruction
      case 1: .sp
      case 2: .flags
      case 18: .fsBase
      case 19: .gsBase
      default: general(index &- 3)
      }
    }

    /// rax, rbx, rcx, rdx, rsi, rdi, rbp, r8 to r15.
    private static func general(_ index: UInt) -> Register {
      switch index {
      case 0: .rax
      case 1: .rbx
      case 2: .rcx
      case 3: .rdx
      case 4: .rsi
      case 5: .rdi
      case 6: .rbp
      case 7: .r8
      case 8: .r9
      case 9: .r10
      case 10: .r11
      case 11: .r12
      case 12: .r13
      case 13: .r14
      default: .r15
      }
    }

    /// The words of an unknown-system-call message but for its last, the number itself.
    ///
    /// Corresponds to `n_syscallMessage`.
    static var unknownSystemCallCount: UInt { 18 }

    /// Word `index` of an unknown-system-call message.
    ///
    /// Corresponds to `seL4_UnknownSyscall_Msg`.
    static func unknownSystemCall(_ index: UInt) -> Register {
      index < 15 ? general(index) : userException(index &- 15)
    }

    /// The words of a user exception's message but for the number and the code.
    ///
    /// Corresponds to `n_exceptionMessage`.
    static var userExceptionCount: UInt { 3 }

    /// Word `index` of a user exception's message.
    ///
    /// Corresponds to `seL4_UserException_Msg`.
    static func userException(_ index: UInt) -> Register {
      switch index {
      case 0: .faultInstruction
      case 1: .sp
      default: .flags
      }
    }

    /// The value that a component may put into this register: flags that only concern itself, with interrupts on; and
    /// addresses that the processor can load, else 0.
    func sanitised(_ value: UInt) -> UInt {
      switch self {
      case .flags: (value | 1 &<< 1 | 1 &<< 9) & ~(1 &<< 3 | 1 &<< 5 | 1 &<< 8) & 0xfff
      case .faultInstruction, .nextInstruction, .fsBase, .gsBase:
        value > 0x0000_7fff_ffff_ffff && value < 0xffff_8000_0000_0000 ? 0 : value
      default: value
      }
    }
  }

  extension Reference<Thread> {
    /// A thread that never ran is at user level with interrupts on, and has no exceptions of floating point.
    func initialiseRegisters() {
      self[.flags] = 0x202
      self[.cs] = 0x23
      self[.ss] = 0x1b
      let control = rebound(to: UInt.self, offset: Thread.floatingPointOffset)
      control.pointee = 0x37f
      control.advanced(by: 3).pointee = 0x1f80
    }
  }
#endif
