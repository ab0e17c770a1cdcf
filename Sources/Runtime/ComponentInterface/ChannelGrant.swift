/// One channel: memory that a component shares with one peer, and the peer's notification.
///
/// The memory begins with a ``ChannelHeader``; two rings follow, `toServer` and `toClient`, where SharedRing's
/// channel layout puts them.
public struct ChannelGrant: BitwiseCopyable, Sendable, Equatable {
  /// Where the shared memory stands in the component's address space; a multiple of 4096.
  public var address: UInt64
  /// Bytes of shared memory; a multiple of 4096.
  public var size: UInt64
  /// The slot of the peer's notification, see ``ComponentSlot/peer(_:)``.
  public var peerSlot: UInt32
  /// The bit number in ``NotificationBadge`` that the peer's signal sets.
  public var badgeBit: UInt32
  /// Which end of the channel the component has.
  public var role: Role
  /// The channel's generation when the component was started.
  public var generation: UInt32

  /// An end of a channel.
  public struct Role: BitwiseCopyable, Sendable, Equatable {
    /// 0 for the server, 1 for the client.
    public var rawValue: UInt32

    /// The component serves the channel's class, as a driver does.
    public static let server = Role(rawValue: 0)
    /// The component uses the channel's class.
    public static let client = Role(rawValue: 1)
  }

  /// A grant with all its parts.
  public init(
    address: UInt64 = 0, size: UInt64 = 0, peerSlot: UInt32 = 0, badgeBit: UInt32 = 0, role: Role = .server,
    generation: UInt32 = 0
  ) {
    self.address = address
    self.size = size
    self.peerSlot = peerSlot
    self.badgeBit = badgeBit
    self.role = role
    self.generation = generation
  }
}
