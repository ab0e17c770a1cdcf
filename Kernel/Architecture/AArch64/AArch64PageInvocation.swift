#if os(none) && arch(arm64) || !os(none) && !MODEL_RISCV64 && !MODEL_X86_64
  // What a component may ask of a page and of an address space, on AArch64.

  // Pages.
  extension Microkernel {
    func invokePage(_ invocation: Invocation) throws(InvocationError) {
      switch invocation.kind {
      case .pageMap: try mapPage(invocation)
      case .pageUnmap:
        begin(invocation)
        if invocation.capability.asid != 0 { unmapPage(invocation.capability) }
        invocation.slot.pointee.capability.mappedAddress = 0
        invocation.slot.pointee.capability.asid = 0
      case .pageClean, .pageInvalidate, .pageCleanInvalidate, .pageUnifyInstruction:
        try maintainPage(invocation)
      case .pageGetAddress:
        begin(invocation)
        finish(invocation, answer: physicalAddress(invocation.capability.address))
      default: throw .illegalOperation
      }
    }

    /// Corresponds to `seL4_ARM_Page_Map`.
    private func mapPage(_ invocation: Invocation) throws(InvocationError) {
      try invocation.require(length: 3, capabilities: 1)
      var capability = invocation.capability
      let address = invocation[0]
      let rights = capability.pageRights.masked(CapabilityRights(rawValue: invocation[1]))
      let attributes = PageAttributes(rawValue: invocation[2])
      let size = capability.pageSize
      let space = try checkedSpace(invocation.slot(0).pointee.capability, number: 1)
      guard address & (1 &<< size.bits &- 1) == 0 else { throw .alignment }
      if capability.asid != 0 {
        guard capability.asid == space.asid else { throw .invalidCapability(1) }
        guard capability.mappedAddress == address else { throw .invalidArgument(0) }
      } else {
        guard address &+ (1 &<< size.bits) &- 1 <= Limits.userTop else { throw .invalidArgument(0) }
      }
      let slot = walk(space.root, address)
      guard slot.bitsLeft == size.bits else {
        throw .failedLookup(source: false, .missingCapability(bitsLeft: slot.bitsLeft))
      }
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

    /// Cleans or invalidates caches for a part of a mapped page.
    ///
    /// Corresponds to `seL4_ARM_Page_Clean_Data` and its like; device memory, which no cache holds, is left
    /// alone.
    private func maintainPage(_ invocation: Invocation) throws(InvocationError) {
      try invocation.require(length: 2)
      let capability = invocation.capability
      guard capability.asid != 0 else { throw .illegalOperation }
      guard let root = addressSpace(capability.asid) else { throw .failedLookup(source: false, .invalidRoot) }
      let start = invocation[0]
      let end = invocation[1]
      guard start < end else { throw .invalidArgument(1) }
      let size: UInt = 1 &<< capability.pageSize.bits
      guard start < size, end <= size else { throw .invalidArgument(0) }
      let slot = walk(root, capability.mappedAddress)
      guard slot.bitsLeft == capability.pageSize.bits, slot.entry.pointee.isPage,
        slot.entry.pointee.address == physicalAddress(capability.address)
      else { throw .invalidCapability(0) }
      if invocation.kind == .pageInvalidate, slot.entry.pointee.rights != .readWrite {
        throw .illegalOperation
      }
      begin(invocation)
      if !capability.frameIsDevice {
        maintainCaches(invocation.kind, capability.address &+ start, end &- start)
      }
    }
  }

  // The address space as a whole.
  extension Microkernel {
    func invokeVSpace(_ invocation: Invocation) throws(InvocationError) {
      switch invocation.kind {
      case .vspaceClean, .vspaceInvalidate, .vspaceCleanInvalidate, .vspaceUnifyInstruction: break
      default: throw .illegalOperation
      }
      try invocation.require(length: 2)
      let start = invocation[0]
      let end = invocation[1]
      guard start < end else { throw .invalidArgument(1) }
      guard end <= Limits.userTop else { throw .illegalOperation }
      let space = try checkedSpace(invocation.capability, number: 0)
      let slot = walk(space.root, start)
      guard slot.entry.pointee.isPage else {
        begin(invocation)
        return
      }
      let offsetMask: UInt = 1 &<< slot.bitsLeft &- 1
      guard start & ~offsetMask == (end &- 1) & ~offsetMask else {
        throw .range(minimum: start, maximum: start | offsetMask)
      }
      if invocation.kind == .vspaceInvalidate, slot.entry.pointee.rights != .readWrite {
        throw .illegalOperation
      }
      begin(invocation)
      let physical = slot.entry.pointee.address &+ start & offsetMask
      if isMemory(physical) {
        maintainCaches(invocation.kind, kernelAddress(physical), end &- start)
      }
    }
  }
#endif
