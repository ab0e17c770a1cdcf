import CSeL4

/// A set of address space identifiers.
///
/// Manual, section 7.1.
///
/// Corresponds to `seL4_ARM_ASIDPool`.
public struct ASIDPool: Capability {
  /// Where the capability stands in the calling thread's CSpace.
  public let pointer: CapabilityPointer

  /// Believes that the capability at `pointer` is of this kind.
  @inline(__always)
  public init(_ pointer: CapabilityPointer) {
    self.pointer = pointer
  }

  /// Gives an address space an identifier.
  ///
  /// Corresponds to `seL4_ARM_ASIDPool_Assign`.
  ///
  /// - Throws: `deleteFirst` if the pool is full, `invalidCapability` if it has one already.
  public func assign(_ vspace: VSpace) throws(SeL4Error) {
    IPCBuffer.setCapability(0, to: vspace.pointer)
    try invoke(SeL4_labelASIDPoolAssign, capabilities: 1)
  }
}
