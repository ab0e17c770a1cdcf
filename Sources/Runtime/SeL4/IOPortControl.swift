import CSeL4

/// The right to give out ranges of I/O ports.
///
/// Manual, section 8.3.
///
/// Corresponds to `seL4_X86_IOPortControl`.
public struct IOPortControl: Capability {
  /// Whether the processor has I/O ports; without them no capability is of this kind.
  public static var exists: Bool { SeL4_labelIOPortControlIssue != 0 }

  /// Where the capability stands in the calling thread's CSpace.
  public let pointer: CapabilityPointer

  /// Believes that the capability at `pointer` is of this kind.
  @inline(__always)
  public init(_ pointer: CapabilityPointer) {
    self.pointer = pointer
  }

  /// Makes a capability to the ports of a range in an empty slot.
  ///
  /// Corresponds to `seL4_X86_IOPortControl_Issue`.
  ///
  /// - Throws: `revokeFirst` if one of the ports is given out already, `deleteFirst` if the slot is taken.
  public func issue(_ ports: ClosedRange<UInt16>, into slot: Slot) throws(SeL4Error) {
    IPCBuffer.setCapability(0, to: slot.root.pointer)
    try invoke(
      SeL4_labelIOPortControlIssue, length: 4, capabilities: 1, Word(ports.lowerBound),
      Word(ports.upperBound),
      slot.index, Word(truncatingIfNeeded: slot.depth) & 0xff)
  }
}
