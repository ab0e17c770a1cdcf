import CSeL4

/// A table of capability slots.
///
/// Manual, chapter 3.
///
/// Corresponds to `seL4_CNode`; what the manual's methods do to a slot, `Slot` does.
public struct CNode: Capability {
  /// Where the capability stands in the calling thread's CSpace.
  public let pointer: CapabilityPointer

  /// Believes that the capability at `pointer` is of this kind.
  @inline(__always)
  public init(_ pointer: CapabilityPointer) {
    self.pointer = pointer
  }

  /// The slot at `index`, of which `depth` bits are resolved.
  public func slot(_ index: Word, depth: Int) -> Slot {
    Slot(root: self, index: index, depth: depth)
  }

  /// The word that gives a CNode capability a guard of `bits` bits (0 to 58) of value `value`.
  ///
  /// Corresponds to `seL4_CNode_CapData_new`. A CNode of radix r that is a thread's whole CSpace wants a guard
  /// of 64 − r bits of value 0, so that small numbers name its slots.
  public static func guardWord(bits: Int, value: Word = 0) -> Word {
    value &<< 6 | Word(truncatingIfNeeded: bits) & 0x3f
  }
}
