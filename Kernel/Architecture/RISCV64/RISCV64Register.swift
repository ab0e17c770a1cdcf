#if os(none) && arch(riscv64) || MODEL_RISCV64
  /// A register of a thread's saved context, in the order in which the trap entry saves them.
  ///
  /// The message registers and the transfer order are the ABI of seL4 on RISC-V.
  enum Register: Int {
    case ra, sp, gp, tp, t0, t1, t2, s0, s1, a0, a1, a2, a3, a4, a5, a6, a7
    case s2, s3, s4, s5, s6, s7, s8, s9, s10, s11, t3, t4, t5, t6
    /// Where the thread goes on.
    case nextInstruction
    /// The instruction that trapped: where a restarted thread goes on.
    case faultInstruction

    /// How many registers a context holds.
    static var count: UInt { 33 }

    /// Holds the invoked capability on entry and the badge on return.
    @inline(__always)
    static var capability: Register { .a0 }
    @inline(__always)
    static var badge: Register { .a0 }
    @inline(__always)
    static var messageInfo: Register { .a1 }
    /// Holds the number of the system call.
    static var systemCall: Register { .a7 }
    static var threadLocalStorage: Register { .tp }

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
      case 0: .a2
      case 1: .a3
      case 2: .a4
      default: .a5
      }
    }

    /// How many registers TCB_ReadRegisters and TCB_WriteRegisters know, the frame registers first.
    ///
    /// Corresponds to the words of `seL4_UserContext`.
    static var transferCount: UInt { 32 }
    /// Corresponds to `n_frameRegisters`: what TCB_CopyRegisters calls the frame.
    static var frameCount: UInt { 16 }

    /// Word `index` of `seL4_UserContext`: the instruction, ra, sp, gp, s0 to s11, a0 to a7, t0 to t6, tp.
    static func transfer(_ index: UInt) -> Register {
      let number: UInt =
        switch index {
        case 0: 32
        case 1...3: index - 1
        case 4...5: index + 3
        case 6...15: index + 11
        case 16...23: index - 7
        case 24...26: index - 20
        case 27...30: index
        default: 3
        }
      return Register(rawValue: Int(number)) ?? .ra
    }

    /// The words of an unknown-system-call message but for its last, the number itself.
    ///
    /// Corresponds to `n_syscallMessage`.
    static var unknownSystemCallCount: UInt { 10 }

    /// Word `index` of an unknown-system-call message.
    ///
    /// Corresponds to `seL4_UnknownSyscall_Msg`.
    static func unknownSystemCall(_ index: UInt) -> Register {
      switch index {
      case 0: .faultInstruction
      case 1: .sp
      case 2: .ra
      default: Register(rawValue: Int(index) + 6) ?? .a0
      }
    }

    /// The words of a user exception's message but for the number and the code.
    ///
    /// Corresponds to `n_exceptionMessage`.
    static var userExceptionCount: UInt { 2 }

    /// Word `index` of a user exception's message.
    ///
    /// Corresponds to `seL4_UserException_Msg`.
    static func userException(_ index: UInt) -> Register { index == 0 ? .faultInstruction : .sp }

    /// The value that a component may put into this register: any, since none of them holds a right.
    func sanitised(_ value: UInt) -> UInt { value }
  }

  extension Reference<Thread> {
    /// A thread that never ran has all its registers 0.
    func initialiseRegisters() {}
  }
#endif
