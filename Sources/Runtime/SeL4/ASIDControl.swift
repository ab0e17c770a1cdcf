import CSeL4

/// The right to make ASID pools.
///
/// Manual, section 7.1.
///
/// Corresponds to `seL4_ARM_ASIDControl`.
public struct ASIDControl: Capability {
  /// Where the capability stands in the calling thread's CSpace.
  public let pointer: CapabilityPointer

  /// Believes that the capability at `pointer` is of this kind.
  @inline(__always)
  public init(_ pointer: CapabilityPointer) {
    self.pointer = pointer
  }

  /// Makes a pool from a 4 KiB untyped in an empty slot.
  ///
  /// Corresponds to `seL4_ARM_ASIDControl_MakePool`.
  ///
  /// - Throws: `deleteFirst` if there are no pools left or the slot is taken, `revokeFirst` if the untyped is
  ///   in use.
  public func makePool(from untyped: Untyped, into slot: Slot) throws(SeL4Error) {
    IPCBuffer.setCapability(0, to: untyped.pointer)
    IPCBuffer.setCapability(1, to: slot.root.pointer)
    try invoke(
      SeL4_labelASIDControlMakePool, length: 2, capabilities: 2, slot.index,
      Word(truncatingIfNeeded: slot.depth) & 0xff)
  }
}
