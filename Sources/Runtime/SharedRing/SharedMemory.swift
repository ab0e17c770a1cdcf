import Synchronization

/// A range of memory that somebody else may write at any time.
///
/// Words in it are read and written as atomics only, so that a race has a meaning.
@safe @frozen
public struct SharedMemory: @unchecked Sendable {
  @usableFromInline let base: UnsafeMutableRawPointer

  /// The size in bytes.
  public let size: Int

  /// Memory of `size` bytes at `base`.
  ///
  /// - Safety: `base` is a multiple of 8, and `size` is not negative. So many bytes from `base` on stay mapped, readable
  ///   and (where a word is stored) writable for as long as the value or anything made from it is used, and this program
  ///   reaches them in no other way.
  @unsafe @inlinable
  public init(base: UnsafeMutableRawPointer, size: Int) {
    assert(UInt(bitPattern: base) % 8 == 0 && size >= 0, "shared memory is not aligned")
    unsafe self.base = unsafe base
    self.size = size
  }

  /// The word at a byte offset that is a multiple of 8, with acquire order.
  @inlinable
  public func load(at offset: Int) -> UInt64 {
    precondition(offset >= 0 && offset % 8 == 0 && offset <= size - 8)
    // Safety: in bounds and aligned, as just checked; Atomic<UInt64> has the size and layout of UInt64.
    return unsafe (base + offset).assumingMemoryBound(to: Atomic<UInt64>.self).pointee
      .load(ordering: .acquiring)
  }

  /// Writes the word at a byte offset that is a multiple of 8, with release order.
  @inlinable
  public func store(_ value: UInt64, at offset: Int) {
    precondition(offset >= 0 && offset % 8 == 0 && offset <= size - 8)
    // Safety: as for `load(at:)`.
    unsafe (base + offset).assumingMemoryBound(to: Atomic<UInt64>.self).pointee
      .store(value, ordering: .releasing)
  }
}
