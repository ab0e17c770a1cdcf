import CSeL4

/// The root of an address space.
///
/// Manual, section 7.1.
///
/// Corresponds to `seL4_ARM_VSpace`; an ASID pool gives it the ASID without which nothing can be mapped.
public struct VSpace: Capability {
  /// Where the capability stands in the calling thread's CSpace.
  public let pointer: CapabilityPointer

  /// Believes that the capability at `pointer` is of this kind.
  @inline(__always)
  public init(_ pointer: CapabilityPointer) {
    self.pointer = pointer
  }

  /// Makes instructions written in a range of addresses visible to instruction fetches.
  ///
  /// Corresponds to `seL4_ARM_VSpace_Unify_Instruction`.
  ///
  /// - Throws: `rangeError` or `failedLookup` if the range is not mapped within one page.
  public func unifyInstruction(start: Word, end: Word) throws(SeL4Error) {
    try maintain(SeL4_labelVSpaceUnifyInstruction, start, end)
  }
}
