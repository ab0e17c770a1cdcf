#if os(none) && arch(riscv64) || MODEL_RISCV64
  // What a component may ask of a page, on RISC-V. Caches are coherent: nobody asks for them.

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

    /// Corresponds to `seL4_RISCV_Page_Map`.
    private func mapPage(_ invocation: Invocation) throws(InvocationError) {
      try invocation.require(length: 3, capabilities: 1)
      var capability = invocation.capability
      let address = invocation[0]
      let rights = capability.pageRights.masked(CapabilityRights(rawValue: invocation[1]))
      let attributes = PageAttributes(rawValue: invocation[2])
      let size = capability.pageSize
      let space = try checkedSpace(invocation.slot(0).pointee.capability, number: 1)
      guard address &+ (1 &<< size.bits) &- 1 <= Limits.userTop else { throw .invalidArgument(0) }
      guard address & (1 &<< size.bits &- 1) == 0 else { throw .alignment }
      let slot = walk(space.root, address)
      guard slot.bitsLeft == size.bits else {
        throw .failedLookup(source: false, .missingCapability(bitsLeft: slot.bitsLeft))
      }
      if capability.asid != 0 {
        guard capability.asid == space.asid else { throw .invalidCapability(1) }
        guard capability.mappedAddress == address else { throw .invalidArgument(0) }
      } else {
        guard !slot.entry.pointee.isValid else { throw .deleteFirst }
      }
      capability.asid = space.asid
      capability.mappedAddress = address
      begin(invocation)
      invocation.slot.pointee.capability = capability
      write(
        .page(at: physicalAddress(capability.address), rights: rights, attributes: attributes), to: slot.entry
      )
    }

    /// Address spaces are page tables: no capability comes here.
    func invokeVSpace(_ invocation: Invocation) throws(InvocationError) { throw .illegalOperation }
  }
#endif
