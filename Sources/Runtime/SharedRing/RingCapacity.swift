extension SharedMemory {
  /// How many elements of `elementSize` bytes a ring in this memory holds: the largest power of two that fits; at
  /// least 1.
  ///
  /// A function of its own: every ring of a program shares it.
  @usableFromInline @inline(never)
  func ringCapacity(elementSize: Int) -> UInt64 {
    // Safety: the address is looked at and not followed.
    precondition(unsafe UInt(bitPattern: base) % 128 == 0, "a ring begins on a cache line")
    precondition(size - SharedRingWords.size >= elementSize, "no element fits")
    var capacity = elementSize
    while capacity <= (size - SharedRingWords.size) / 2 { capacity *= 2 }
    return UInt64(capacity / elementSize)
  }
}
