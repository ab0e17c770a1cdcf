#if os(none) && arch(x86_64) || MODEL_X86_64
  // What a component may ask of a page, on x86-64. Caches are coherent: nobody asks for them.

  extension Microkernel {
    func invokePage(_ invocation: Invocation) throws(InvocationError) {
      switch invocation.kind {
      case .pageMap: try mapPage(invocation)
      case .pageUnmap:
        begin(invocation)
        if invocation.capability.asid != 0 { unmapPage(invocation.capability) }
        invocation.slot.pointee.capability.mappedAddress = 0
        invocation.slot.pointee.capability.asid = 0
      case .pageGetAddress:
        begin(invocation)
        finish(invocation, answer: physicalAddress(invocation.capability.address))
      default: throw .illegalOperation
      }
    }

    /// Corresponds to `seL4_X86_Page_Map`: what was mapped there before gives way.
    private func mapPage(_ invocation: Invocation) throws(InvocationError) {
      try invocation.require(length: 3, capabilities: 1)
      var capability = invocation.capability
      let address = invocation[0]
      let rights = capability.pageRights.masked(CapabilityRights(rawValue: invocation[1]))
      let attributes = PageAttributes(rawValue: invocation[2])
      let size = capability.pageSize
      let spaceCapability = invocation.slot(0).pointee.capability
      guard spaceCapability.kind == .vspace, spaceCapability.isMapped else { throw .invalidCapability(1) }
      if capability.asid != 0 {
        guard capability.asid == spaceCapability.asid else { throw .invalidCapability(1) }
        guard capability.mappedAddress == address else { throw .invalidArgument(0) }
      } else {
        guard address <= Limits.userTop, address &+ (1 &<< size.bits) <= Limits.userTop else {
          throw .invalidArgument(0)
        }
      }
      let space = try checkedSpace(spaceCapability, number: 1)
      guard address & (1 &<< size.bits &- 1) == 0 else { throw .alignment }
      let slot = walk(space.root, address)
      guard slot.bitsLeft <= size.bits else {
        throw .failedLookup(source: false, .missingCapability(bitsLeft: slot.bitsLeft))
      }
      guard slot.bitsLeft == size.bits else { throw .deleteFirst }
      capability.asid = space.asid
      capability.mappedAddress = address
      begin(invocation)
      let wasValid = slot.entry.pointee.isValid
      invocation.slot.pointee.capability = capability
      write(
        .page(at: physicalAddress(capability.address), size: size, rights: rights, attributes: attributes),
        to: slot.entry)
      if wasValid { invalidateTranslation(asid: space.asid, address: address) }
    }

    /// Nothing is asked of a root table but to be a thread's or a pool's.
    func invokeVSpace(_ invocation: Invocation) throws(InvocationError) { throw .illegalOperation }
  }
#endif
