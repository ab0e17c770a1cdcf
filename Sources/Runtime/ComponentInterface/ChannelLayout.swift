/// Where the parts of a channel stand in its shared memory.
///
/// Header, ring towards the server, ring towards the client. Each ring begins on a cache line, has two lines of
/// indices and then its elements.
public struct ChannelLayout: BitwiseCopyable, Sendable, Equatable {
  /// Bytes before a ring's first element: a line for each of its two ends.
  public static let ringHeaderSize = 256

  /// The smallest region that holds two rings.
  public static let smallestRegion = 4096

  /// Bytes of elements in each ring: the largest power of two that fits.
  public let ringBytes: Int

  /// Bytes of each ring, with its indices.
  public var ringSize: Int { Self.ringHeaderSize + ringBytes }

  /// The offset of the ring towards the server.
  public var toServerOffset: Int { ChannelHeader.size }

  /// The offset of the ring towards the client.
  public var toClientOffset: Int { ChannelHeader.size + ringSize }

  /// The layout of a region of `regionSize` bytes; nil when that is below ``smallestRegion``.
  public init?(regionSize: Int) {
    guard regionSize >= Self.smallestRegion else { return nil }
    let room = (regionSize - ChannelHeader.size) / 2 - Self.ringHeaderSize
    ringBytes = 1 << (Int.bitWidth - 1 - room.leadingZeroBitCount)
  }

  /// The bytes of shared memory, a multiple of 4096, in which each ring holds at least `ringBytes` of elements.
  public static func regionSize(ringBytes: Int) -> Int {
    var elements = 1
    while elements < ringBytes { elements *= 2 }
    let line = ChannelHeader.size
    let ring = (elements + line - 1) & ~(line - 1)
    return (ChannelHeader.size + 2 * (ringHeaderSize + ring) + 4095) & ~4095
  }
}
