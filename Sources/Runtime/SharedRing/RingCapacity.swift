extension SharedMemory {
  /// How many elements of `elementSize` bytes the ring in this memory holds: a power of two.
  ///
  /// Behind the words the memory has a power of two of bytes; elements of another size take as many as the next power of
  /// two would.
  @inlinable @inline(__always)
  func ringCapacity(elementSize: Int) -> UInt64 {
    // Safety: the address is looked at and not followed.
    precondition(unsafe UInt(bitPattern: base) % 128 == 0, "a ring begins on a cache line")
    let bytes = UInt64(truncatingIfNeeded: size &- SharedRingWords.size)
    precondition(bytes & (bytes &- 1) == 0, "a ring's elements take no power of two")
    let capacity = bytes &>> UInt64(Int.bitWidth - (elementSize - 1).leadingZeroBitCount)
    precondition(capacity > 0, "no element fits")
    return capacity
  }
}
