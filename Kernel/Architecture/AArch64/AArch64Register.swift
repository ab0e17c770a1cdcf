#if os(none) && arch(arm64) || !os(none) && !MODEL_RISCV64 && !MODEL_X86_64
  /// A register of a thread's saved context, in the order in which the trap entry saves them.
  ///
  /// The message registers and the transfer order are the ABI of seL4; the host model has those of AArch64.
  enum Register: Int {
    case x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12, x13, x14, x15
    case x16, x17, x18, x19, x20, x21, x22, x23, x24, x25, x26, x27, x28, x29, x30
    case stackPointer
    /// Where the thread goes on.
    case nextInstruction
    case processorState
    /// The instruction that trapped: where a restarted thread goes on.
    case faultInstruction
    case threadPointer
    case threadPointerReadOnly

    /// How many registers a context holds.
    static var count: UInt { 37 }

    /// Holds the invoked capability on entry and the badge on return.
    @inline(__always)
    static var capability: Register { .x0 }
    @inline(__always)
    static var badge: Register { .x0 }
    @inline(__always)
    static var messageInfo: Register { .x1 }
    /// Holds the number of the system call.
    static var systemCall: Register { .x7 }
    static var threadLocalStorage: Register { .threadPointer }

    /// How many words of a message travel in registers.
    ///
    /// Corresponds to `seL4_FastMessageRegisters`.
    @inline(__always)
    static var messageCount: UInt { 4 }

    /// Whether the hot paths keep a message's words in registers.
    @inline(__always)
    static var keepsMessageWords: Bool { true }

    /// The place of message word `index`, which is less than `messageCount`.
    @inline(__always)
    static func message(_ index: UInt) -> Register {
      switch index {
      case 0: .x2
      case 1: .x3
      case 2: .x4
      default: .x5
      }
    }

    /// How many registers TCB_ReadRegisters and TCB_WriteRegisters know, the frame registers first.
    ///
    /// Corresponds to the words of `seL4_UserContext`.
    static var transferCount: UInt { 36 }
    /// Corresponds to `n_frameRegisters`: what TCB_CopyRegisters calls the frame.
    static var frameCount: UInt { 17 }

    /// Word `index` of `seL4_UserContext`.
    static func transfer(_ index: UInt) -> Register {
      let number: UInt =
        switch index {
        case 0: 34
        case 1: 31
        case 2: 33
        case 3...11: index - 3
        case 12...14: index + 4
        case 15...16: index + 14
        case 17...23: index - 8
        case 24...33: index - 5
        default: index + 1
        }
      return Register(rawValue: Int(number)) ?? .x0
    }

    /// The words of an unknown-system-call message but for its last, the number itself.
    ///
    /// Corresponds to `n_syscallMessage`.
    static var unknownSystemCallCount: UInt { 12 }

    /// Word `index` of an unknown-system-call message.
    ///
    /// Corresponds to `seL4_UnknownSyscall_Msg`.
    static func unknownSystemCall(_ index: UInt) -> Register {
      switch index {
      case 8: .faultInstruction
      case 9: .stackPointer
      case 10: .nextInstruction
      case 11: .processorState
      default: Register(rawValue: Int(index)) ?? .x0
      }
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
      case 1: .stackPointer
      default: .processorState
      }
    }

    /// The value that a component may put into this register: of the processor state it chooses the condition
    /// flags alone, so that it can neither mask interrupts nor leave the user's exception level.
    func sanitised(_ value: UInt) -> UInt {
      self == .processorState ? value & 0xf000_0000 | Register.userProcessorState : value
    }

    /// EL0, fast interrupts and SError masked, interrupts on.
    static var userProcessorState: UInt { 0x140 }
  }

  extension Reference<Thread> {
    /// Sets the registers that may not be 0 in a thread that never ran.
    func initialiseRegisters() {
      self[.processorState] = Register.userProcessorState
    }
  }
#endif
