/// The consuming end of a ring in shared memory.
///
/// It has one holder at a time, in one thread. Elements are read by ``pop()``, and their room given back, all
/// at once, by ``publish()``. Whatever the producer's side writes into the memory, this end reads within the
/// ring only; each element is read once.
@safe @frozen
public struct RingConsumer<Element: SharedElement>: ~Copyable {
  @usableFromInline var position: RingPosition<ConsumingEnd, SharedRingWords>
  @usableFromInline let elements: UnsafeMutablePointer<Element>

  /// Takes up the ring in `memory` where the last holder of this end had given room back.
  ///
  /// Elements that it had popped without ``publish()`` come again. Where the two indices in the memory do not fit each
  /// other, the first use of the ring throws.
  @inlinable
  public init(attachingTo memory: SharedMemory) {
    let capacity = memory.ringCapacity(elementSize: MemoryLayout<Element>.stride)
    position = RingPosition(attachingTo: SharedRingWords(memory), capacity: capacity)
    // Safety: `ringCapacity` checked that `capacity` elements fit behind the words, and the alignment.
    unsafe elements = (memory.base + SharedRingWords.size).assumingMemoryBound(to: Element.self)
  }

  /// Makes an empty ring of it, after a ``RingFault``; what the producer had published is lost.
  @inlinable
  public mutating func resynchronize() { position.resynchronize() }

  /// How many elements the ring holds.
  @inlinable
  public var capacity: Int { Int(truncatingIfNeeded: position.capacity) }

  /// How many elements were ever popped, by all holders of this end.
  @inlinable
  public var poppedCount: UInt64 { position.next }

  /// How many elements can be popped now.
  @inlinable
  public mutating func count() throws(RingFault) -> Int {
    try position.refresh()
    return Int(truncatingIfNeeded: position.knownRoom)
  }

  /// Reads the oldest element; nil when the ring is empty.
  ///
  /// Its room is given back by ``publish()``.
  @inlinable @inline(__always)
  public mutating func pop() throws(RingFault) -> Element? {
    if !position.hasKnownRoom {
      try position.refresh()
      guard position.hasKnownRoom else { return nil }
    }
    // Safety: masked, the index is below the capacity, which the initialiser checked against the memory.
    let element = unsafe elements[Int(truncatingIfNeeded: position.next & position.mask)]
    position.advance(by: 1)
    return element
  }

  /// Reads as many elements as there are and as fit, and says how many.
  @inlinable
  public mutating func pop(into target: inout MutableSpan<Element>) throws(RingFault) -> Int {
    if position.knownRoom < UInt64(target.count) { try position.refresh() }
    let count = min(target.count, Int(truncatingIfNeeded: position.knownRoom))
    let start = Int(truncatingIfNeeded: position.next & position.mask)
    let first = min(count, capacity - start)
    unsafe target.withUnsafeMutableBufferPointer { buffer in
      guard let origin = buffer.baseAddress else { return }
      // Safety: `start + first` is at most the capacity, and so is `count - first`; both lie within `target`.
      unsafe origin.update(from: elements + start, count: first)
      unsafe (origin + first).update(from: elements, count: count - first)
    }
    position.advance(by: UInt64(count))
    return count
  }

  /// Reads element after element into `take` while `isReady` says so; true when it stopped for want of elements.
  ///
  /// Elements that the producer publishes meanwhile are left for the next time. For the inner loop of a driver: the
  /// counts stay in registers.
  @inlinable @inline(__always)
  public mutating func drain(while isReady: () -> Bool, into take: (Element) -> Void) throws(RingFault)
    -> Bool
  {
    try position.refresh()
    let elements = unsafe elements
    let mask = position.mask
    let limit = position.limit
    var next = position.next
    while next != limit {
      guard isReady() else { break }
      // Safety: masked, the index is below the capacity, which the initialiser checked against the memory.
      take(unsafe elements[Int(truncatingIfNeeded: next & mask)])
      next = next &+ 1
    }
    position.next = next
    return next == limit
  }

  /// Gives the room of all elements popped so far back; true says that the producer sleeps for want of room and
  /// must be signalled now.
  @inlinable @inline(__always)
  public mutating func publish() -> Bool { position.publish() }

  /// Announces that this end is about to sleep until there is an element; false says that there is one already.
  ///
  /// After true, wait for the producer's signal.
  @inlinable
  public mutating func prepareToSleep() throws(RingFault) -> Bool { try position.prepareToSleep() }

  /// Takes the announcement of ``prepareToSleep()`` back.
  @inlinable
  public mutating func stayAwake() { position.stayAwake() }
}
