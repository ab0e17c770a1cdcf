extension SharedMemory {
  /// How many elements a ring in this memory holds: the largest power of two that fits; at least 1.
  @inlinable
  func ringCapacity<Element: SharedElement>(of type: Element.Type) -> UInt64 {
    // Safety: the address is looked at and not followed.
    precondition(unsafe UInt(bitPattern: base) % 128 == 0, "a ring begins on a cache line")
    let fits = (size - SharedRingWords.size) / MemoryLayout<Element>.stride
    precondition(fits >= 1, "no element fits")
    return UInt64(1) &<< UInt64(Int.bitWidth - 1 - fits.leadingZeroBitCount)
  }
}
