/// Where the consumer of a ring stands: its private count, and how far the producer had come when last asked.
///
/// The algorithm of the consuming end without its elements, the mirror of ``ProducerPosition``.
@frozen
public struct ConsumerPosition<Words: RingWords>: ~Copyable {
  @usableFromInline let words: Words
  /// How many elements the ring holds.
  public let capacity: UInt64
  /// The number of the next element to read; taken up to some earlier number.
  @usableFromInline var next: UInt64
  /// The first number that may not be read: between `next` and `next + capacity`, always.
  @usableFromInline var limit: UInt64

  /// Goes on where the last holder of this end had taken to; 0 in fresh memory.
  ///
  /// The producer is not asked yet.
  @inlinable
  public init(attachingTo words: Words, capacity: UInt64) {
    self.words = words
    self.capacity = capacity
    next = words.load(.consumed)
    limit = next
  }

  /// Makes an empty ring at the producer's alleged position; what it had published is lost.
  @inlinable
  public mutating func resynchronize() {
    next = words.load(.produced)
    limit = next
    words.store(next, to: .consumed)
  }

  /// Whether there is an element without asking the producer.
  @inlinable @inline(__always)
  public var hasKnownElement: Bool { next != limit }

  /// Elements that can be read without asking the producer.
  @inlinable @inline(__always)
  public var knownCount: UInt64 { limit &- next }

  /// Asks how far the producer has come.
  ///
  /// Pairs with ``ProducerPosition/publish()``: what it counts is written.
  @inlinable
  public mutating func refresh() throws(RingFault) {
    let produced = words.load(.produced)
    guard produced &- next <= capacity else {
      throw RingFault(produced: produced, consumed: next, capacity: capacity)
    }
    limit = produced
  }

  /// Counts elements as read that were read: at most ``knownCount``.
  @inlinable @inline(__always)
  public mutating func advance(by count: UInt64) { next = next &+ count }

  /// Gives the room of all elements read so far back; true says that the producer sleeps for want of room and the
  /// caller must signal it now.
  ///
  /// Pairs with ``ProducerPosition/refresh()`` and ``ProducerPosition/prepareToSleep()``.
  @inlinable @inline(__always)
  public mutating func publish() -> Bool {
    words.store(next, to: .consumed)
    guard words.load(.roomWanted) != 0 else { return false }
    // Cleared before the signal, never after: the producer sets it again only once the signal has woken it.
    words.store(0, to: .roomWanted)
    return true
  }

  /// Announces that this end is about to sleep until there is an element; false says that there is one already.
  ///
  /// After true the caller must wait for the producer's signal; the announcement stands until that comes or
  /// ``stayAwake()``.
  @inlinable
  public mutating func prepareToSleep() throws(RingFault) -> Bool {
    words.store(1, to: .elementsWanted)
    try refresh()
    guard hasKnownElement else { return true }
    stayAwake()
    return false
  }

  /// Takes an announcement back: this end looks by itself, signals are not needed.
  @inlinable
  public mutating func stayAwake() { words.store(0, to: .elementsWanted) }
}
