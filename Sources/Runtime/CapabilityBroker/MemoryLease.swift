import SeL4

/// A piece of untyped memory that somebody holds until it is released.
///
/// The holder makes objects from it; the release revokes them all.
public struct MemoryLease: ~Copyable {
  /// The slot of the untyped capability.
  public let slot: UInt
  /// Physical address of its first byte.
  public let address: UInt64
  /// log2 of its bytes.
  public let sizeBits: UInt8
  /// Its entry in the broker's table.
  let node: Int
  /// Who holds it.
  let owner: Owner

  /// The capability.
  public var untyped: Untyped { Untyped(RootSlots.pointer(slot)) }
}
