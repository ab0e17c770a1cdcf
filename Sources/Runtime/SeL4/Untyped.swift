import CSeL4

/// Memory that holds no object yet.
///
/// Manual, section 2.4.
///
/// Corresponds to `seL4_Untyped`.
public struct Untyped: Capability {
  /// Where the capability stands in the calling thread's CSpace.
  public let pointer: CapabilityPointer

  /// Believes that the capability at `pointer` is of this kind.
  @inline(__always)
  public init(_ pointer: CapabilityPointer) {
    self.pointer = pointer
  }

  /// Makes `count` objects of one type in consecutive empty slots.
  ///
  /// Corresponds to `seL4_Untyped_Retype`.
  ///
  /// Objects are taken at the untyped's watermark, aligned to their size: the caller cannot choose where.
  ///
  /// - Parameters:
  ///   - type: what to make.
  ///   - sizeBits: of an untyped, its size as a power of two; of a CNode, its radix; else ignored.
  ///   - count: 1 to 256.
  ///   - root: the CNode whose slots are filled, found from the caller's CSpace when `depth` is 0, else the
  ///     root of a path to it.
  ///   - index: the path from `root` to the CNode, of `depth` bits.
  ///   - depth: 0 means `root` itself.
  ///   - offset: the first slot in that CNode.
  /// - Throws: `notEnoughMemory`, `deleteFirst` if a slot is taken, `rangeError` if the slots or the size are
  ///   out of range, `invalidArgument` if the type is unknown or may not be made from device memory.
  public func retype(
    to type: ObjectType, sizeBits: Int = 0, count: Int = 1, into root: CNode, index: Word = 0,
    depth: Int = 0, offset: Word
  ) throws(SeL4Error) {
    IPCBuffer.setCapability(0, to: root.pointer)
    IPCBuffer.setWord(4, to: offset)
    IPCBuffer.setWord(5, to: Word(truncatingIfNeeded: count))
    try invoke(
      SeL4_labelUntypedRetype, length: 6, capabilities: 1, type.rawValue,
      Word(truncatingIfNeeded: sizeBits), index, Word(truncatingIfNeeded: depth))
  }
}
