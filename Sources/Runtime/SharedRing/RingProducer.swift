/// The producing end of a ring in shared memory.
///
/// It has one holder at a time, in one thread. Elements are written by ``push(_:)`` and shown to the
/// consumer, all at once, by ``publish()``. Whatever the consumer's side writes into the memory, this end
/// writes within the ring only.
@safe @frozen
public struct RingProducer<Element: SharedElement>: ~Copyable {
  @usableFromInline var position: RingPosition<ProducingEnd, SharedRingWords>
  @usableFromInline let elements: UnsafeMutablePointer<Element>

  /// Takes up the ring in `memory` where the last holder of this end had published to.
  ///
  /// Elements that it had pushed and not published are not in the ring. Where the two indices in the memory do not
  /// fit each other, the first use of the ring throws.
  @inlinable
  public init(attachingTo memory: SharedMemory) {
    let capacity = memory.ringCapacity(elementSize: MemoryLayout<Element>.stride)
    position = RingPosition(attachingTo: SharedRingWords(memory), capacity: capacity)
    // Safety: `ringCapacity` checked that `capacity` elements fit behind the words, and the alignment.
    unsafe elements = (memory.base + SharedRingWords.size).assumingMemoryBound(to: Element.self)
  }

  /// Makes an empty ring of it, after a ``RingFault``; what the consumer had not taken is lost.
  @inlinable
  public mutating func resynchronize() { position.resynchronize() }

  /// How many elements the ring holds.
  @inlinable
  public var capacity: Int { Int(truncatingIfNeeded: position.capacity) }

  /// How many elements were ever pushed, by all holders of this end.
  @inlinable
  public var pushedCount: UInt64 { position.next }

  /// How many elements can be pushed now.
  @inlinable
  public mutating func room() throws(RingFault) -> Int {
    try position.refresh()
    return Int(truncatingIfNeeded: position.knownRoom)
  }

  /// Writes an element behind the last; false when the ring is full.
  ///
  /// The consumer sees it after ``publish()``.
  @inlinable @inline(__always)
  public mutating func push(_ element: Element) throws(RingFault) -> Bool {
    if !position.hasKnownRoom {
      try position.refresh()
      guard position.hasKnownRoom else { return false }
    }
    // Safety: masked, the index is below the capacity, which the initialiser checked against the memory.
    unsafe elements[Int(truncatingIfNeeded: position.next & position.mask)] = element
    position.advance(by: 1)
    return true
  }

  /// Writes as many of the elements as there is room for, and says how many.
  ///
  /// They show after ``publish()``.
  @inlinable
  public mutating func push(contentsOf source: borrowing Span<Element>) throws(RingFault) -> Int {
    if position.knownRoom < UInt64(source.count) { try position.refresh() }
    let count = min(source.count, Int(truncatingIfNeeded: position.knownRoom))
    let start = Int(truncatingIfNeeded: position.next & position.mask)
    let first = min(count, capacity - start)
    unsafe source.withUnsafeBufferPointer { buffer in
      guard let origin = buffer.baseAddress else { return }
      // Safety: `start + first` is at most the capacity, and so is `count - first`; both lie within `source`.
      unsafe (elements + start).update(from: origin, count: first)
      unsafe elements.update(from: origin + first, count: count - first)
    }
    position.advance(by: UInt64(count))
    return count
  }

  /// Writes what `source` gives until it gives nothing more or the ring is full; true in the second case.
  ///
  /// `source` is asked only while there is room, so that what it gives is never lost; room that the consumer gives
  /// back meanwhile is not used. For the inner loop of a driver: the counts stay in registers.
  @inlinable @inline(__always)
  public mutating func fill(from source: () -> Element?) throws(RingFault) -> Bool {
    try position.refresh()
    let elements = unsafe elements
    let mask = position.mask
    let limit = position.limit
    var next = position.next
    while next != limit {
      guard let element = source() else { break }
      // Safety: masked, the index is below the capacity, which the initialiser checked against the memory.
      unsafe elements[Int(truncatingIfNeeded: next & mask)] = element
      next = next &+ 1
    }
    position.next = next
    return next == limit
  }

  /// Shows the consumer all elements pushed so far; true says that it sleeps and must be signalled now.
  @inlinable @inline(__always)
  public mutating func publish() -> Bool { position.publish() }

  /// Announces that this end is about to sleep until there is room; false says that there is some already.
  ///
  /// After true, wait for the consumer's signal.
  @inlinable
  public mutating func prepareToSleep() throws(RingFault) -> Bool { try position.prepareToSleep() }

  /// Takes the announcement of ``prepareToSleep()`` back.
  @inlinable
  public mutating func stayAwake() { position.stayAwake() }
}
