/// The address of a capability in the calling thread's CSpace.
///
/// Corresponds to `seL4_CPtr` (manual, section 3.3). Holding one proves nothing: the kernel looks it up at each
/// call.
public struct CapabilityPointer: RawRepresentable, Equatable, Hashable, Sendable {
  /// The word that the kernel sees.
  public let rawValue: Word

  /// Takes the word that the kernel sees.
  public init(rawValue: Word) {
    self.rawValue = rawValue
  }

  /// Names no capability; the kernel refuses every invocation of it.
  ///
  /// Corresponds to `seL4_CapNull`.
  public static let null = CapabilityPointer(rawValue: 0)
}
