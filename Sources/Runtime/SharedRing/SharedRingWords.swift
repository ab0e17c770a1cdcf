import Synchronization

/// The words of a ring in shared memory: those of the producer on one cache line, the consumer's on the next.
///
/// Lines are taken as 128 bytes, the largest in use, so that the ends never write to the same one.
@safe @frozen
public struct SharedRingWords: RingWords, @unchecked Sendable {
  /// Bytes of shared memory that the words take.
  public static var size: Int { 256 }

  @usableFromInline let base: UnsafeMutableRawPointer

  /// The words at the start of `memory`, which has at least ``size`` bytes.
  @inlinable
  init(_ memory: SharedMemory) {
    precondition(memory.size >= Self.size)
    unsafe base = memory.base
  }

  /// Reads a word.
  @inlinable @inline(__always)
  public func load(_ word: RingWord) -> UInt64 {
    // Safety: each offset is a multiple of 8 below `size`, which the initialiser checked against the memory;
    // Atomic<UInt64> has the size and layout of UInt64.
    unsafe (base + word.rawValue).assumingMemoryBound(to: Atomic<UInt64>.self).pointee
      .load(ordering: .sequentiallyConsistent)
  }

  /// Writes a word.
  @inlinable @inline(__always)
  public func store(_ value: UInt64, to word: RingWord) {
    // Safety: as for `load(_:)`.
    unsafe (base + word.rawValue).assumingMemoryBound(to: Atomic<UInt64>.self).pointee
      .store(value, ordering: .sequentiallyConsistent)
  }
}
