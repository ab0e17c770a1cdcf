/// Where a component's capabilities stand in its CSpace.
///
/// The supervisor fills these slots before the component's first instruction and leaves all others empty, so a
/// slot number is a fixed part of the interface and never travels through shared memory.
public enum ComponentSlot {
  /// log2 of the number of slots in a component's CNode.
  public static let radixBits = 5

  /// The number of slots in a component's CNode.
  public static let count = 1 << radixBits

  /// The endpoint for requests and faults: write and grant-reply rights, its badge the component's id plus one.
  public static let supervisor: UInt = 1

  /// The component's own notification, to be waited on: read right only.
  public static let notification: UInt = 2

  /// The IRQ handler of the first interrupt; the others follow in the spec's order.
  public static let firstInterrupt: UInt = 8

  /// The notification of the first channel's peer, write right only; one slot a channel, in the channels' order.
  public static let firstPeer: UInt = 16

  /// The I/O ports of the first region, where it is behind ports; one slot a region, in the spec's order.
  public static let firstPorts: UInt = 24

  /// The slot of the I/O ports of region `index`, which is below ``ComponentLimit/regions``.
  public static func ports(_ index: Int) -> UInt { firstPorts + UInt(index) }

  /// The slot of the IRQ handler of interrupt `index`, which is below ``ComponentLimit/interrupts``.
  public static func interrupt(_ index: Int) -> UInt { firstInterrupt + UInt(index) }

  /// The slot of the peer's notification of channel `index`, which is below ``ComponentLimit/channels``.
  public static func peer(_ index: Int) -> UInt { firstPeer + UInt(index) }
}
