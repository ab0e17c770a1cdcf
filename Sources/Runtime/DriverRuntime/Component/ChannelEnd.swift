public import ComponentInterface
import SeL4
public import SharedRing

/// A component's end of a channel: the memory of its two rings, and how to wake the peer.
public struct ChannelEnd {
  private let header: SharedMemory

  /// The memory of the ring that this end produces into.
  public let outgoing: SharedMemory

  /// The memory of the ring that this end consumes from.
  public let incoming: SharedMemory

  /// Which end this is.
  public let role: ChannelGrant.Role

  /// The bit that the peer's signals set.
  public let badge: NotificationBadge

  /// The notification that wakes the peer.
  let peer: Notification

  /// The end of the channel that `grant` names; nil where its memory is too small.
  ///
  /// - Safety: as much shared memory as the grant says is mapped at its address for as long as the program runs, and this
  ///   program reaches it in no other way.
  @unsafe @inline(__always)
  init?(_ grant: ChannelGrant) {
    guard grant.ringBytes > 0,
      let base = unsafe UnsafeMutableRawPointer(bitPattern: UInt(grant.address))
    else { return nil }
    let ringSize = ChannelLayout.ringHeaderSize &+ Int(grant.ringBytes)
    // Safety: header and rings are within the memory that the caller vouched for.
    header = unsafe SharedMemory(base: base, size: ChannelHeader.size)
    self.outgoing = unsafe SharedMemory(base: base + Int(grant.outgoingOffset), size: ringSize)
    self.incoming = unsafe SharedMemory(base: base + Int(grant.incomingOffset), size: ringSize)
    role = grant.role
    badge = NotificationBadge(rawValue: 1 &<< UInt(grant.badgeBit))
    peer = Notification(CapabilityPointer(rawValue: UInt(grant.peerSlot)))
  }

  /// The channel's generation: it grows when either end is rebuilt.
  public var generation: UInt32 {
    UInt32(truncatingIfNeeded: header.load(at: ChannelHeader.generationOffset))
  }

  /// Wakes the peer.
  ///
  /// Corresponds to `seL4_Signal`. The kernel's entry orders all that was written before it.
  public func signal() { peer.signal() }
}
