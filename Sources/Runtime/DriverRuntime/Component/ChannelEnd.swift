public import ComponentInterface
import SeL4
public import SharedRing

/// A component's end of a channel: the memory of its two rings, and how to wake the peer.
public struct ChannelEnd {
  private let memory: SharedMemory
  private let layout: ChannelLayout
  private let grant: ChannelGrant

  init(memory: SharedMemory, layout: ChannelLayout, grant: ChannelGrant) {
    self.memory = memory
    self.layout = layout
    self.grant = grant
  }

  /// Which end this is.
  public var role: ChannelGrant.Role { grant.role }

  /// The bit that the peer's signals set.
  public var badge: NotificationBadge { NotificationBadge(rawValue: 1 &<< UInt(grant.badgeBit)) }

  /// The channel's generation: it grows when either end is rebuilt.
  public var generation: UInt32 {
    UInt32(truncatingIfNeeded: memory.load(at: ChannelHeader.generationOffset))
  }

  /// The memory of the ring that this end produces into.
  public var outgoing: SharedMemory {
    memory.part(
      offset: role == .server ? layout.toClientOffset : layout.toServerOffset, size: layout.ringSize)
  }

  /// The memory of the ring that this end consumes from.
  public var incoming: SharedMemory {
    memory.part(
      offset: role == .server ? layout.toServerOffset : layout.toClientOffset, size: layout.ringSize)
  }

  /// Wakes the peer.
  ///
  /// Corresponds to `seL4_Signal`. The kernel's entry orders all that was written before it.
  public func signal() {
    Notification(CapabilityPointer(rawValue: UInt(grant.peerSlot))).signal()
  }
}
