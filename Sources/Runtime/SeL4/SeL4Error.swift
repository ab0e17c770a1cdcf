import CSeL4

/// Why the kernel refused an invocation, with the evidence that it gave.
///
/// Manual, section 10.1.
///
/// Corresponds to `seL4_Error` and the message words that follow it.
public enum SeL4Error: Error, Equatable, Sendable {
  /// Argument number `argument`, counted from 0, is not allowed.
  case invalidArgument(argument: Word)
  /// Capability number `capability` (0 is the one invoked) is missing or of the wrong kind.
  case invalidCapability(capability: Word)
  /// The object is not in a state that allows the call, or the kind has no such method.
  case illegalOperation
  /// A value stands outside `minimum` to `maximum`.
  case rangeError(minimum: Word, maximum: Word)
  /// An address is not aligned to the size of what it names.
  case alignmentError
  /// A slot or a paging structure on the way to the place was not found.
  case failedLookup(wasSource: Bool, failure: LookupFailure)
  /// The message was shorter than the method needs, or carried too few capabilities.
  case truncatedMessage
  /// The destination is not empty.
  case deleteFirst
  /// The object has children.
  case revokeFirst
  /// The untyped has `available` bytes left, too few.
  case notEnoughMemory(available: Word)
  /// A code that no manual names.
  case unknown(code: Word)

  /// The error that a reply with this label and these words stands for; nil for success.
  @inline(__always)
  init?(_ registers: SystemCallRegisters) {
    guard registers.info.label != Word(SeL4_errorNone) else { return nil }
    self.init(refusal: registers)
  }

  private init(refusal registers: SystemCallRegisters) {
    switch Int(truncatingIfNeeded: registers.info.label) {
    case SeL4_errorInvalidArgument: self = .invalidArgument(argument: registers.word0)
    case SeL4_errorInvalidCapability: self = .invalidCapability(capability: registers.word0)
    case SeL4_errorIllegalOperation: self = .illegalOperation
    case SeL4_errorRangeError:
      self = .rangeError(minimum: registers.word0, maximum: registers.word1)
    case SeL4_errorAlignmentError: self = .alignmentError
    case SeL4_errorFailedLookup:
      self = .failedLookup(
        wasSource: registers.word0 != 0,
        failure: LookupFailure(
          type: registers.word1, registers.word2, registers.word3, IPCBuffer.word(4)))
    case SeL4_errorTruncatedMessage: self = .truncatedMessage
    case SeL4_errorDeleteFirst: self = .deleteFirst
    case SeL4_errorRevokeFirst: self = .revokeFirst
    case SeL4_errorNotEnoughMemory: self = .notEnoughMemory(available: registers.word0)
    default: self = .unknown(code: registers.info.label)
    }
  }
}
