import CSeL4

/// A piece of physical memory that can be mapped.
///
/// Manual, section 7.1.
///
/// Corresponds to `seL4_ARM_Page`; one capability is one mapping.
public struct Frame: Capability {
  /// Where the capability stands in the calling thread's CSpace.
  public let pointer: CapabilityPointer

  /// Believes that the capability at `pointer` is of this kind.
  @inline(__always)
  public init(_ pointer: CapabilityPointer) {
    self.pointer = pointer
  }

  /// Maps the frame, or changes rights and attributes of its mapping.
  ///
  /// Corresponds to `seL4_ARM_Page_Map`.
  ///
  /// - Parameters:
  ///   - vspace: an address space with an ASID.
  ///   - address: aligned to the frame's size.
  ///   - rights: of them, read and write count, as far as the capability has them.
  ///   - attributes: see `MappingAttributes`.
  /// - Throws: `failedLookup` if a paging structure is missing, with the bits that it would resolve (see
  ///   `PageTable.map`); `deleteFirst` if something is mapped there; `invalidCapability` if the capability
  ///   is mapped elsewhere; `alignmentError`.
  public func map(
    into vspace: VSpace, at address: Word, rights: CapabilityRights, attributes: MappingAttributes
  ) throws(SeL4Error) {
    IPCBuffer.setCapability(0, to: vspace.pointer)
    try invoke(
      SeL4_labelPageMap, length: 3, capabilities: 1, address, rights.rawValue, attributes.rawValue)
  }

  /// Takes the mapping away; without one, nothing happens.
  ///
  /// Corresponds to `seL4_ARM_Page_Unmap`.
  public func unmap() throws(SeL4Error) {
    try invoke(SeL4_labelPageUnmap)
  }

  /// The frame's physical address.
  ///
  /// Corresponds to `seL4_ARM_Page_GetAddress`.
  public func getAddress() throws(SeL4Error) -> Word {
    try invoke(SeL4_labelPageGetAddress).word0
  }

  /// Makes instructions written through the mapping visible to instruction fetches.
  ///
  /// Corresponds to `seL4_ARM_Page_Unify_Instruction`; where the kernel has no such call, to the processor's own
  /// instruction.
  ///
  /// - Parameters:
  ///   - start: offset in bytes of the first byte.
  ///   - end: offset in bytes behind the last.
  /// - Throws: `illegalOperation` or `failedLookup` if the frame is not mapped, `invalidArgument` if the
  ///   range is empty or leaves the frame.
  public func unifyInstruction(start: Word, end: Word) throws(SeL4Error) {
    try maintain(SeL4_labelPageUnifyInstruction, start, end)
  }

  /// Writes back and drops the cached lines of a range.
  ///
  /// Corresponds to `seL4_ARM_Page_CleanInvalidate_Data`; where caches are coherent, nothing is done.
  ///
  /// - Throws: as `unifyInstruction`.
  public func cleanInvalidateData(start: Word, end: Word) throws(SeL4Error) {
    try maintain(SeL4_labelPageCleanInvalidateData, start, end)
  }
}
