/// Where the producer of a ring stands: its private count, and how far the consumer had come when last asked.
///
/// The algorithm of the producing end without its elements. Counts never wrap in practice (64 bits) and are compared
/// by difference anyhow.
@frozen
public struct ProducerPosition<Words: RingWords>: ~Copyable {
  @usableFromInline let words: Words
  /// How many elements the ring holds.
  public let capacity: UInt64
  /// The number of the next element to write; published up to some earlier number.
  @usableFromInline var next: UInt64
  /// The first number that may not be written: between `next` and `next + capacity`, always.
  @usableFromInline var limit: UInt64

  /// Goes on where the last holder of this end had published to; 0 in fresh memory.
  ///
  /// The consumer is not asked yet.
  @inlinable
  public init(attachingTo words: Words, capacity: UInt64) {
    self.words = words
    self.capacity = capacity
    next = words.load(.produced)
    limit = next
  }

  /// Makes an empty ring at the consumer's alleged position; what it had not taken is lost.
  @inlinable
  public mutating func resynchronize() {
    next = words.load(.consumed)
    limit = next &+ capacity
    words.store(next, to: .produced)
  }

  /// Whether there is room for an element without asking the consumer.
  @inlinable @inline(__always)
  public var hasKnownRoom: Bool { next != limit }

  /// Elements that can be written without asking the consumer.
  @inlinable @inline(__always)
  public var knownRoom: UInt64 { limit &- next }

  /// Asks how far the consumer has come.
  ///
  /// Pairs with ``ConsumerPosition/publish()``: what it has read is read.
  @inlinable
  public mutating func refresh() throws(RingFault) {
    let consumed = words.load(.consumed)
    guard next &- consumed <= capacity else {
      throw RingFault(produced: next, consumed: consumed, capacity: capacity)
    }
    limit = consumed &+ capacity
  }

  /// Counts elements as written that were written: at most ``knownRoom``.
  @inlinable @inline(__always)
  public mutating func advance(by count: UInt64) { next = next &+ count }

  /// Shows the consumer all elements written so far; true says that it sleeps and the caller must signal it now.
  ///
  /// Pairs with ``ConsumerPosition/refresh()`` (elements before count) and with
  /// ``ConsumerPosition/prepareToSleep()`` (count before flag, there flag before count: one of the two sees the
  /// other).
  @inlinable @inline(__always)
  public mutating func publish() -> Bool {
    words.store(next, to: .produced)
    guard words.load(.elementsWanted) != 0 else { return false }
    // Cleared before the signal, never after: the consumer sets it again only once the signal has woken it.
    words.store(0, to: .elementsWanted)
    return true
  }

  /// Announces that this end is about to sleep until there is room; false says that there is some already.
  ///
  /// After true the caller must wait for the consumer's signal; the announcement stands until that comes or
  /// ``stayAwake()``.
  @inlinable
  public mutating func prepareToSleep() throws(RingFault) -> Bool {
    words.store(1, to: .roomWanted)
    try refresh()
    guard hasKnownRoom else { return true }
    stayAwake()
    return false
  }

  /// Takes an announcement back: this end looks by itself, signals are not needed.
  @inlinable
  public mutating func stayAwake() { words.store(0, to: .roomWanted) }
}
