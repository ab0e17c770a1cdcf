import CSeL4

/// A thread's access to memory that its address space does not allow.
public struct VMFault: Equatable, Sendable {
  /// Address of the instruction.
  public var instruction: Word
  /// Address that it accessed.
  public var address: Word
  /// Whether the thread tried to run what stands there.
  public var isInstructionFetch: Bool
  /// The processor's syndrome.
  public var status: Word

  /// An access and the instruction that made it.
  public init(instruction: Word, address: Word, isInstructionFetch: Bool, status: Word) {
    self.instruction = instruction
    self.address = address
    self.isInstructionFetch = isInstructionFetch
    self.status = status
  }
}

/// What stopped a thread, as its fault endpoint is told.
///
/// Manual, section 6.2.
///
/// Corresponds to `seL4_Fault`.
public enum Fault: Equatable, Sendable {
  /// A capability pointer that did not resolve, at a send or a receive.
  case capability(instruction: Word, pointer: Word, inReceivePhase: Bool, failure: LookupFailure)
  /// A system call that the kernel does not have.
  case unknownSystemCall(instruction: Word, number: Word)
  /// An instruction that the processor refused, or an alignment fault.
  case userException(instruction: Word, number: Word, code: Word)
  case vm(VMFault)

  /// The fault that a message from a fault endpoint stands for; nil if its label is none of a fault's, or it
  /// is shorter than that fault's message.
  ///
  /// Read it before the next system call: part of it stands in the IPC buffer.
  public init?(_ message: Message) {
    let length = message.info.length
    switch Int(truncatingIfNeeded: message.info.label) {
    case SeL4_faultCapability where length > SeL4_capFaultLookupFailureType:
      let type = SeL4_capFaultLookupFailureType
      self = .capability(
        instruction: message.word(SeL4_capFaultIP), pointer: message.word(SeL4_capFaultAddr),
        inReceivePhase: message.word(SeL4_capFaultInRecvPhase) != 0,
        failure: LookupFailure(
          type: message.word(type), message.word(type + 1), message.word(type + 2),
          message.word(type + 3)))
    case SeL4_faultUnknownSystemCall where length > SeL4_unknownSystemCallNumber:
      self = .unknownSystemCall(
        instruction: message.word(SeL4_unknownSystemCallFaultIP),
        number: message.word(SeL4_unknownSystemCallNumber))
    case SeL4_faultUserException where length > SeL4_userExceptionCode:
      self = .userException(
        instruction: message.word(SeL4_userExceptionFaultIP),
        number: message.word(SeL4_userExceptionNumber), code: message.word(SeL4_userExceptionCode))
    case SeL4_faultVM where length > SeL4_vmFaultFSR:
      self = .vm(
        VMFault(
          instruction: message.word(SeL4_vmFaultIP), address: message.word(SeL4_vmFaultAddr),
          isInstructionFetch: message.word(SeL4_vmFaultPrefetchFault) != 0,
          status: message.word(SeL4_vmFaultFSR)))
    default: return nil
    }
  }

  /// Address of the instruction that stopped.
  public var instruction: Word {
    switch self {
    case .capability(let instruction, _, _, _): instruction
    case .unknownSystemCall(let instruction, _): instruction
    case .userException(let instruction, _, _): instruction
    case .vm(let fault): fault.instruction
    }
  }
}
