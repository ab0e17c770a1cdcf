/// One channel: memory that a component shares with one peer, and the peer's notification.
///
/// The memory begins with a ``ChannelHeader``; two rings follow, where the ``ChannelLayout`` puts them. The grant says
/// where each stands, so that a component has no code to work it out.
public struct ChannelGrant: BitwiseCopyable, Sendable, Equatable {
  /// Where the shared memory stands in the component's address space; a multiple of 4096.
  public var address: UInt64
  /// Bytes of shared memory; a multiple of 4096.
  public var size: UInt64
  /// How many bytes into it the ring stands that the component produces into; a multiple of 128.
  public var outgoingOffset: UInt32
  /// How many bytes into it the ring stands that the component consumes from; a multiple of 128.
  public var incomingOffset: UInt32
  /// Bytes of elements in each of the two rings: a power of two; 0 where the memory is too small for a channel.
  public var ringBytes: UInt32
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

  /// No channel.
  public init() {
    address = 0
    size = 0
    outgoingOffset = 0
    incomingOffset = 0
    ringBytes = 0
    peerSlot = 0
    badgeBit = 0
    role = .server
    generation = 0
  }

  /// A grant of the channel in `size` bytes from `address` on; without rings where they are too few for a channel.
  public init(
    address: UInt64, size: UInt64, peerSlot: UInt32 = 0, badgeBit: UInt32 = 0, role: Role = .server,
    generation: UInt32 = 0
  ) {
    self.init()
    self.address = address
    self.size = size
    if let layout = ChannelLayout(regionSize: Int(truncatingIfNeeded: size)) {
      let toServer = UInt32(layout.toServerOffset)
      let toClient = UInt32(layout.toClientOffset)
      outgoingOffset = role == .server ? toClient : toServer
      incomingOffset = role == .server ? toServer : toClient
      ringBytes = UInt32(layout.ringBytes)
    }
    self.peerSlot = peerSlot
    self.badgeBit = badgeBit
    self.role = role
    self.generation = generation
  }
}
