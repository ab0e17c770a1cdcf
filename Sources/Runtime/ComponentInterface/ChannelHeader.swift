/// The first line of a channel's memory.
///
/// The supervisor alone has reason to write it. Both peers could, since the memory is theirs: a generation
/// that a peer forged makes the other attach once more, which loses nothing.
public struct ChannelHeader: BitwiseCopyable, Sendable {
  /// What ``magic`` must hold: "DDDKCHAN" in little-endian order.
  public static let expectedMagic: UInt64 = 0x4e41_4843_4b44_4444

  /// Bytes kept for the header: one cache line of the largest kind.
  public static let size = 128

  /// The offset of ``generation`` in bytes.
  public static let generationOffset = 8

  /// ``expectedMagic``, written when the channel is made.
  public var magic: UInt64
  /// Grows by one whenever either end is rebuilt; starts at 1.
  public var generation: UInt32
  /// Zero.
  public var reserved: UInt32

  /// The header of a channel of the given generation.
  public init(generation: UInt32 = 1) {
    magic = Self.expectedMagic
    self.generation = generation
    reserved = 0
  }
}
