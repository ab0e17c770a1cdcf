/// The peer's index is impossible: it claims to have taken what was never published, or published more than fits.
///
/// Nothing was read or written on its account. The end stays as it was, and may go on once the peer's word makes
/// sense again, or call `resynchronize()`.
public struct RingFault: Error, Equatable, Sendable {
  /// The producer's count.
  public let produced: UInt64
  /// The consumer's count.
  public let consumed: UInt64
  /// How many elements the ring holds: the largest difference that is possible.
  public let capacity: UInt64

  /// A fault with its evidence.
  @inlinable
  public init(produced: UInt64, consumed: UInt64, capacity: UInt64) {
    self.produced = produced
    self.consumed = consumed
    self.capacity = capacity
  }
}
