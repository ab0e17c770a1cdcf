import CSeL4

/// What a system call takes and gives back in registers.
///
/// Manual, sections 4.1 and 10.2.
public struct SystemCallRegisters: Equatable, Sendable {
  /// In: the capability pointer.
  ///
  /// Out: the badge of the sender.
  public var badge: Word
  /// The message's info word.
  public var info: MessageInfo
  /// The first message word.
  public var word0: Word
  /// The second message word.
  public var word1: Word
  /// The third message word.
  public var word2: Word
  /// The fourth message word.
  public var word3: Word

  /// The registers of one system call.
  @inline(__always)
  public init(
    badge: Word, info: MessageInfo, word0: Word = 0, word1: Word = 0, word2: Word = 0, word3: Word = 0
  ) {
    self.badge = badge
    self.info = info
    self.word0 = word0
    self.word1 = word1
    self.word2 = word2
    self.word3 = word3
  }
}

/// The one place that enters the kernel: on the target by the processor's instruction, on the host through
/// `HostKernel.current`.
public enum SystemCall {
  /// Corresponds to `seL4_SysCall`.
  public static var call: Int { SeL4_systemCallCall }
  /// Corresponds to `seL4_SysReplyRecv`.
  public static var replyRecv: Int { SeL4_systemCallReplyRecv }
  /// Corresponds to `seL4_SysSend`.
  public static var send: Int { SeL4_systemCallSend }
  /// Corresponds to `seL4_SysNBSend`.
  public static var nbSend: Int { SeL4_systemCallNBSend }
  /// Corresponds to `seL4_SysRecv`.
  public static var recv: Int { SeL4_systemCallRecv }
  /// Corresponds to `seL4_SysReply`.
  public static var reply: Int { SeL4_systemCallReply }
  /// Corresponds to `seL4_SysYield`.
  public static var yield: Int { SeL4_systemCallYield }
  /// Corresponds to `seL4_SysNBRecv`.
  public static var nbRecv: Int { SeL4_systemCallNBRecv }

  /// Makes system call `number` with every message register going in and coming out.
  ///
  /// The typed methods of the capabilities are what a program uses; this one is also for tests that try what no
  /// typed method would do.
  @inline(__always)
  public static func exchange(_ number: Int, _ registers: SystemCallRegisters) -> SystemCallRegisters {
    #if os(none)
      let result = SeL4_exchange(
        number,
        SeL4Registers(
          badge: registers.badge, info: registers.info.rawValue, word0: registers.word0,
          word1: registers.word1, word2: registers.word2, word3: registers.word3))
      return SystemCallRegisters(
        badge: result.badge, info: MessageInfo(rawValue: result.info), word0: result.word0,
        word1: result.word1, word2: result.word2, word3: result.word3)
    #else
      var registers = registers
      HostKernel.required.systemCall(number, &registers)
      return registers
    #endif
  }

  /// Receives: only the capability pointer goes in.
  @inline(__always)
  static func receive(_ number: Int, from pointer: CapabilityPointer) -> SystemCallRegisters {
    #if os(none)
      let result = SeL4_receive(number, pointer.rawValue)
      return SystemCallRegisters(
        badge: result.badge, info: MessageInfo(rawValue: result.info), word0: result.word0,
        word1: result.word1, word2: result.word2, word3: result.word3)
    #else
      return exchange(
        number, SystemCallRegisters(badge: pointer.rawValue, info: MessageInfo(rawValue: 0)))
    #endif
  }

  /// Sends a message without words.
  @inline(__always)
  static func sendEmpty(_ number: Int, to pointer: CapabilityPointer) {
    #if os(none)
      SeL4_sendEmpty(number, pointer.rawValue, 0)
    #else
      _ = exchange(number, SystemCallRegisters(badge: pointer.rawValue, info: MessageInfo(rawValue: 0)))
    #endif
  }

  /// Gives the rest of the time slice to threads of the same priority.
  ///
  /// Corresponds to `seL4_Yield`.
  @inline(__always)
  public static func yieldProcessor() {
    #if os(none)
      SeL4_call(yield)
    #else
      _ = exchange(yield, SystemCallRegisters(badge: 0, info: MessageInfo(rawValue: 0)))
    #endif
  }
}
