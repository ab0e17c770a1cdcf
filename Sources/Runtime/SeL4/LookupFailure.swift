import CSeL4

/// Why a capability pointer did not resolve.
///
/// Manual, section 3.4.
///
/// Corresponds to `seL4_LookupFailureType` and the words that follow it.
public enum LookupFailure: Equatable, Sendable {
  /// The root of the space is no CNode or VSpace.
  case invalidRoot
  /// The slot, or a paging structure on the way, is empty; `bitsLeft` of the address were still to be resolved.
  case missingCapability(bitsLeft: Word)
  /// The address ends inside a CNode, or goes on behind one that resolves `bitsFound`.
  case depthMismatch(bitsLeft: Word, bitsFound: Word)
  /// The address disagrees with a CNode's guard.
  case guardMismatch(bitsLeft: Word, guardFound: Word, guardBits: Word)
  /// A type that no manual names.
  case unknown(type: Word)

  init(type: Word, _ first: Word, _ second: Word, _ third: @autoclosure () -> Word) {
    switch Int(truncatingIfNeeded: type) {
    case SeL4_lookupInvalidRoot: self = .invalidRoot
    case SeL4_lookupMissingCapability: self = .missingCapability(bitsLeft: first)
    case SeL4_lookupDepthMismatch: self = .depthMismatch(bitsLeft: first, bitsFound: second)
    case SeL4_lookupGuardMismatch:
      self = .guardMismatch(bitsLeft: first, guardFound: second, guardBits: third())
    default: self = .unknown(type: type)
    }
  }
}
