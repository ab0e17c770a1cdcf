import CSeL4

/// A paging structure below the root.
///
/// Manual, section 7.1.
///
/// Corresponds to `seL4_ARM_PageTable`.
public struct PageTable: Capability {
  /// Where the capability stands in the calling thread's CSpace.
  public let pointer: CapabilityPointer

  /// Believes that the capability at `pointer` is of this kind.
  @inline(__always)
  public init(_ pointer: CapabilityPointer) {
    self.pointer = pointer
  }

  /// Fills the highest missing level on the way to `address`, or the table's own where each level has a type.
  ///
  /// Corresponds to `seL4_ARM_PageTable_Map`; to `seL4_X86_PageTable_Map`, `seL4_X86_PageDirectory_Map` and
  /// `seL4_X86_PDPT_Map`.
  ///
  /// - Parameters:
  ///   - vspace: an address space with an ASID.
  ///   - address: on the way to which a table is missing.
  ///   - bits: what the table fills, as it was made with `ObjectType.table(filling:)`.
  ///   - attributes: how the table is cached.
  /// - Throws: `deleteFirst` if no level is missing, `invalidCapability` if the table is mapped already.
  public func map(
    into vspace: VSpace, at address: Word, filling bits: Word = 0, attributes: MappingAttributes = .normal
  ) throws(SeL4Error) {
    IPCBuffer.setCapability(0, to: vspace.pointer)
    try invoke(
      TableLevel(filling: bits).mapLabel, length: 2, capabilities: 1, address, attributes.rawValue)
  }

  /// Takes the table out of its address space.
  ///
  /// Corresponds to `seL4_ARM_PageTable_Unmap`.
  ///
  /// - Throws: `revokeFirst` if other capabilities to the table exist.
  public func unmap() throws(SeL4Error) {
    try invoke(SeL4_labelPageTableUnmap)
  }
}
