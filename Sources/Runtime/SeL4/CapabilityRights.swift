/// What a capability lets its holder do.
///
/// Manual, section 3.1.
///
/// Corresponds to `seL4_CapRights_t`.
public struct CapabilityRights: OptionSet, Sendable {
  /// The word that the kernel sees.
  public let rawValue: Word

  /// Takes the word that the kernel sees.
  public init(rawValue: Word) {
    self.rawValue = rawValue
  }

  /// To send, signal, or write a frame.
  ///
  /// Corresponds to `seL4_CanWrite`.
  public static let write = CapabilityRights(rawValue: 1)
  /// To receive, wait, or read a frame.
  ///
  /// Corresponds to `seL4_CanRead`.
  public static let read = CapabilityRights(rawValue: 2)
  /// To send capabilities along.
  ///
  /// Corresponds to `seL4_CanGrant`.
  public static let grant = CapabilityRights(rawValue: 4)
  /// To be replied to.
  ///
  /// Corresponds to `seL4_CanGrantReply`.
  public static let grantReply = CapabilityRights(rawValue: 8)

  /// Corresponds to `seL4_ReadWrite`.
  public static let readWrite: CapabilityRights = [.read, .write]
  /// Corresponds to `seL4_AllRights`.
  public static let all: CapabilityRights = [.read, .write, .grant, .grantReply]
}
