/// Where one end of a ring stands: its private count, and how far it may go as of when it last asked the peer.
///
/// The algorithm of both ends without the elements: the producer counts what it wrote, the consumer what it read, and each
/// may go on until it is as far ahead as the other allows. Counts never wrap in practice (64 bits) and are compared by
/// difference anyhow.
@frozen
public struct RingPosition<End: RingEnd, Words: RingWords>: ~Copyable {
  @usableFromInline let words: Words
  /// What of a number is the place of its element: one less than the ring's capacity.
  @usableFromInline let mask: UInt64
  /// The number of the next element to write or read; published up to some earlier number.
  @usableFromInline var next: UInt64
  /// The first number that may not be written or read: between `next` and `next + capacity`, always.
  @usableFromInline var limit: UInt64

  /// Goes on where the last holder of this end had published to; 0 in fresh memory.
  ///
  /// The peer is not asked yet. The capacity is a power of two.
  @inlinable
  public init(attachingTo words: Words, capacity: UInt64) {
    self.words = words
    mask = capacity &- 1
    next = words.load(End.count)
    limit = next
  }

  /// How many elements the ring holds.
  @inlinable @inline(__always)
  public var capacity: UInt64 { mask &+ 1 }

  /// How far this end may go when the peer has come to `count`: all that is published, or as far ahead as the ring is large.
  @inlinable @inline(__always)
  func limit(at count: UInt64) -> UInt64 { End.isProducer ? count &+ capacity : count }

  /// Makes an empty ring at the peer's alleged position; what was under way is lost.
  @inlinable
  public mutating func resynchronize() {
    next = words.load(End.peerCount)
    limit = limit(at: next)
    words.store(next, to: End.count)
  }

  /// Whether an element can be written or read without asking the peer.
  @inlinable @inline(__always)
  public var hasKnownRoom: Bool { next != limit }

  /// Elements that can be written or read without asking the peer.
  @inlinable @inline(__always)
  public var knownRoom: UInt64 { limit &- next }

  /// Asks how far the peer has come.
  ///
  /// Pairs with the peer's ``publish()``: what it counts is written, or read.
  @inlinable
  public mutating func refresh() throws(RingFault) {
    let count = words.load(End.peerCount)
    let limit = limit(at: count)
    guard limit &- next <= capacity else {
      throw End.isProducer
        ? RingFault(produced: next, consumed: count, capacity: capacity)
        : RingFault(produced: count, consumed: next, capacity: capacity)
    }
    self.limit = limit
  }

  /// Counts elements as written or read: at most ``knownRoom``.
  @inlinable @inline(__always)
  public mutating func advance(by count: UInt64) { next = next &+ count }

  /// Shows the peer all that was written or read so far; true says that it sleeps and the caller must signal it now.
  ///
  /// Pairs with the peer's ``refresh()`` (elements before count) and with its ``prepareToSleep()`` (count before flag, there
  /// flag before count: one of the two sees the other).
  @inlinable @inline(__always)
  public mutating func publish() -> Bool {
    words.store(next, to: End.count)
    guard words.load(End.peerSleeps) != 0 else { return false }
    // Cleared before the signal, never after: the peer sets it again only once the signal has woken it.
    words.store(0, to: End.peerSleeps)
    return true
  }

  /// Announces that this end is about to sleep until it can go on; false says that it can already.
  ///
  /// After true the caller must wait for the peer's signal; the announcement stands until that comes or ``stayAwake()``.
  @inlinable
  public mutating func prepareToSleep() throws(RingFault) -> Bool {
    words.store(1, to: End.sleeps)
    try refresh()
    guard hasKnownRoom else { return true }
    stayAwake()
    return false
  }

  /// Takes an announcement back: this end looks by itself, signals are not needed.
  @inlinable
  public mutating func stayAwake() { words.store(0, to: End.sleeps) }
}
