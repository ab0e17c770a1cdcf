/// Why a capability address leads to no slot.
///
/// Corresponds to `seL4_LookupFailureType`.
struct LookupFailure: Error, Equatable {
  /// Declared so that zeroed memory holds a failure that is well formed.
  enum Kind: UInt8 { case invalidRoot, missingCapability, depthMismatch, guardMismatch }
  var kind: Kind
  /// Bits of the address that were left to resolve.
  var bitsLeft: UInt8 = 0
  /// Bits that the CNode would have resolved (depth) or that its guard has (guard).
  var bitsFound: UInt8 = 0
  var guardFound: UInt = 0

  static var invalidRoot: LookupFailure { LookupFailure(kind: .invalidRoot) }

  static func missingCapability(bitsLeft: UInt) -> LookupFailure {
    LookupFailure(kind: .missingCapability, bitsLeft: UInt8(truncatingIfNeeded: bitsLeft & 0x7f))
  }

  static func depthMismatch(bitsFound: UInt, bitsLeft: UInt) -> LookupFailure {
    LookupFailure(
      kind: .depthMismatch, bitsLeft: UInt8(truncatingIfNeeded: bitsLeft & 0x7f),
      bitsFound: UInt8(truncatingIfNeeded: bitsFound & 0x7f))
  }

  static func guardMismatch(guardFound: UInt, bitsLeft: UInt, bitsFound: UInt) -> LookupFailure {
    LookupFailure(
      kind: .guardMismatch, bitsLeft: UInt8(truncatingIfNeeded: bitsLeft & 0x7f),
      bitsFound: UInt8(truncatingIfNeeded: bitsFound & 0x7f), guardFound: guardFound)
  }
}
