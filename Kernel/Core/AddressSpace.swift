// Address spaces: the tables, and the identifiers (ASIDs) that say which tables are in use.

/// How a processor's tables are laid out; the numbers are in its folder.
enum Paging {
  /// Bits of an address that a table resolves.
  static var levelBits: UInt { 9 }
}

/// An identifier in use, in the high 16 bits, and the physical address of the root table that it names: what some
/// processors take to enter an address space.
struct SpaceWord: Equatable {
  var word: UInt

  @inline(__always)
  var asid: UInt { word &>> 48 }
  @inline(__always)
  var root: UInt { word & 0x0000_ffff_ffff_ffff }
}

/// Where a table walk ended.
struct TableSlot {
  let entry: Reference<PageTableEntry>
  /// Bits of the address below the entry: 12 for a page of 4 KiB.
  let bitsLeft: UInt
}

extension Microkernel {
  private static var entryMask: UInt { 511 }

  /// The root table that `asid` names, or nil.
  ///
  /// Corresponds to `findVSpaceForASID`.
  func addressSpace(_ asid: UInt) -> UInt? {
    let pool = asidPool(asid / Limits.asidsPerPool).pointee
    guard pool != 0 else { return nil }
    let space = Reference<SpaceWord>(address: pool).advanced(by: asid % Limits.asidsPerPool).pointee
    return space.word == 0 ? nil : kernelAddress(space.root)
  }

  /// Walks down to the entry that serves `address`, as far as there are tables.
  ///
  /// Corresponds to `lookupPTSlot`.
  func walk(_ root: UInt, _ address: UInt) -> TableSlot {
    var table = Reference<PageTableEntry>(address: root)
    var bits = Paging.topLevelBits
    while true {
      let entry = table.advanced(by: address &>> bits & Microkernel.entryMask)
      guard entry.pointee.isTable, bits > ObjectBits.page else {
        return TableSlot(entry: entry, bitsLeft: bits)
      }
      table = Reference(address: kernelAddress(entry.pointee.address))
      bits &-= Paging.levelBits
    }
  }

  /// The entry of the page that serves `address`, and the page's size in bits.
  func page(_ root: UInt, _ address: UInt) -> (entry: PageTableEntry, bits: UInt)? {
    let slot = walk(root, address)
    return slot.entry.pointee.isPage ? (slot.entry.pointee, slot.bitsLeft) : nil
  }

  func write(_ entry: PageTableEntry, to slot: Reference<PageTableEntry>) {
    slot.pointee = entry
    publishTables()
  }

  /// Writes the entry that serves `address` at boot, where the tables above it are known to be there.
  func enter(_ entry: PageTableEntry, at address: UInt, in root: UInt) {
    walk(root, address).entry.pointee = entry
  }

  /// Makes the thread's address space the current one, or an empty one if it has none that is valid.
  ///
  /// Corresponds to `setVMRoot`.
  func activateAddressSpace(of thread: Reference<Thread>) {
    let capability = thread.pointee.vspace.capability
    guard capability.kind == Paging.rootKind, capability.isSpace,
      addressSpace(capability.asid) == capability.address
    else {
      leaveAddressSpace()
      return
    }
    enterAddressSpace(capability.space)
  }

  /// The root table and ASID behind an invocation's capability for an address space in use.
  func checkedSpace(
    _ capability: Capability, number: UInt
  ) throws(InvocationError) -> (root: UInt, asid: UInt) {
    guard capability.kind == Paging.rootKind, capability.isMapped else { throw .invalidCapability(number) }
    guard let root = addressSpace(capability.asid) else { throw .failedLookup(source: false, .invalidRoot) }
    guard root == capability.address else { throw .invalidCapability(number) }
    return (root, capability.asid)
  }
}

// Page tables.
extension Microkernel {
  func invokePageTable(_ invocation: Invocation) throws(InvocationError) {
    switch invocation.tableKind {
    case .pageTableMap: try mapPageTable(invocation)
    case .pageTableUnmap:
      let capability = invocation.capability
      guard invocation.slot.isFinal, !(capability.isMapped && isRoot(capability)) else { throw .revokeFirst }
      begin(invocation)
      if capability.isMapped {
        unmapPageTable(capability)
        zero(capability.address, 1 &<< ObjectBits.pageTable)
        publishTables()
      }
      invocation.slot.pointee.capability.unmap()
    default: throw .illegalOperation
    }
  }

  /// Corresponds to `seL4_ARM_PageTable_Map`, `seL4_RISCV_PageTable_Map`, `seL4_X86_PageTable_Map` and its like.
  private func mapPageTable(_ invocation: Invocation) throws(InvocationError) {
    try invocation.require(length: 2, capabilities: 1)
    var capability = invocation.capability
    guard !capability.isMapped else { throw .invalidCapability(0) }
    let entryBits = Paging.entryBits(of: capability)
    let address = invocation[0] & ~(1 &<< (entryBits ?? 0) &- 1)
    let spaceCapability = invocation.slot(0).pointee.capability
    guard spaceCapability.kind == Paging.rootKind, spaceCapability.isMapped else {
      throw .invalidCapability(1)
    }
    guard address <= Limits.userTop else { throw .invalidArgument(0) }
    let space = try checkedSpace(spaceCapability, number: 1)
    let slot = walk(space.root, address)
    if let entryBits, slot.bitsLeft > entryBits {
      throw .failedLookup(source: false, .missingCapability(bitsLeft: slot.bitsLeft))
    }
    guard slot.bitsLeft != ObjectBits.page, slot.bitsLeft == entryBits ?? slot.bitsLeft,
      !slot.entry.pointee.isValid
    else { throw .deleteFirst }
    capability.map(at: address & ~(1 &<< slot.bitsLeft &- 1), asid: space.asid)
    begin(invocation)
    invocation.slot.pointee.capability = capability
    write(.table(at: physicalAddress(capability.address)), to: slot.entry)
  }

  /// Takes a page table out of its address space, if it is still there.
  ///
  /// Corresponds to `unmapPageTable`.
  func unmapPageTable(_ capability: Capability) {
    guard let root = addressSpace(capability.asid) else { return }
    let target = capability.address
    var table = Reference<PageTableEntry>(address: root)
    var bits = Paging.topLevelBits
    while bits > ObjectBits.page {
      let entry = table.advanced(by: capability.mappedAddress &>> bits & Microkernel.entryMask)
      guard entry.pointee.isTable else { return }
      let next = kernelAddress(entry.pointee.address)
      if next == target {
        write(.invalid, to: entry)
        invalidateTranslations(asid: capability.asid)
        return
      }
      table = Reference(address: next)
      bits &-= Paging.levelBits
    }
  }
}

// Pages; what a component may ask of them is in the processor's folder.
extension Microkernel {
  /// Takes a page out of its address space, if it is still there.
  ///
  /// Corresponds to `unmapPage`.
  func unmapPage(_ capability: Capability) {
    guard let root = addressSpace(capability.asid) else { return }
    let slot = walk(root, capability.mappedAddress)
    guard slot.bitsLeft == capability.pageSize.bits, slot.entry.pointee.isPage,
      slot.entry.pointee.address == physicalAddress(capability.address)
    else { return }
    write(.invalid, to: slot.entry)
    invalidateTranslation(asid: capability.asid, address: capability.mappedAddress)
  }
}

// Identifiers.
extension Microkernel {
  /// Corresponds to `seL4_ARM_ASIDControl_MakePool`, `seL4_RISCV_ASIDControl_MakePool`.
  func invokeASIDControl(_ invocation: Invocation) throws(InvocationError) {
    guard invocation.kind == .asidControlMakePool else { throw .illegalOperation }
    try invocation.require(length: 2, capabilities: 2)
    var index: UInt = 0
    while index < Limits.asidPools, asidPool(index).pointee != 0 { index &+= 1 }
    guard index < Limits.asidPools else { throw .deleteFirst }
    let parent = invocation.slot(0)
    let untyped = parent.pointee.capability
    guard untyped.kind == .untyped, untyped.untypedSizeBits == ObjectBits.asidPool, !untyped.untypedIsDevice
    else { throw .invalidCapability(1) }
    guard !parent.hasChildren else { throw .revokeFirst }
    let destination = try slot(
      at: invocation[0], depth: invocation[1], in: invocation.slot(1).pointee.capability, isSource: false)
    try destination.requireEmpty()
    begin(invocation)
    parent.pointee.capability.freeOffset = 1 &<< ObjectBits.asidPool
    zero(untyped.address, 1 &<< ObjectBits.asidPool)
    parent.insert(
      .asidPool(address: untyped.address, base: index &* Limits.asidsPerPool), into: destination)
    asidPool(index).pointee = untyped.address
  }

  /// Corresponds to `seL4_ARM_ASIDPool_Assign`, `seL4_RISCV_ASIDPool_Assign`.
  func invokeASIDPool(_ invocation: Invocation) throws(InvocationError) {
    guard invocation.kind == .asidPoolAssign else { throw .illegalOperation }
    try invocation.require(length: 0, capabilities: 1)
    let slot = invocation.slot(0)
    let vspace = slot.pointee.capability
    guard vspace.kind == Paging.rootKind, !vspace.isMapped else { throw .invalidCapability(1) }
    let base = invocation.capability.asidBase
    let pool = asidPool(base / Limits.asidsPerPool).pointee
    guard pool != 0 else { throw .failedLookup(source: false, .invalidRoot) }
    guard pool == invocation.capability.address else { throw .invalidCapability(0) }
    let entries = Reference<UInt>(address: pool)
    var index: UInt = 0
    while index < Limits.asidsPerPool, base &+ index == 0 || entries.advanced(by: index).pointee != 0 {
      index &+= 1
    }
    guard index < Limits.asidsPerPool else { throw .deleteFirst }
    begin(invocation)
    slot.pointee.capability.becomeSpace(root: physicalAddress(vspace.address), asid: base &+ index)
    shareKernel(with: vspace.address)
    entries.advanced(by: index).pointee = slot.pointee.capability.space.word
  }

  /// Whether a table in use is the root of an address space.
  func isRoot(_ table: Capability) -> Bool { addressSpace(table.asid) == table.address }

  /// Takes the identifier from an address space that goes away.
  ///
  /// Corresponds to `deleteASID`.
  func releaseASID(of vspace: Capability) {
    guard isRoot(vspace) else { return }
    invalidateTranslations(asid: vspace.asid)
    let pool = asidPool(vspace.asid / Limits.asidsPerPool).pointee
    Reference<UInt>(address: pool).advanced(by: vspace.asid % Limits.asidsPerPool).pointee = 0
    activateAddressSpace(of: currentThread)
  }

  /// Corresponds to `deleteASIDPool`.
  func releaseASIDPool(_ capability: Capability) {
    let entry = asidPool(capability.asidBase / Limits.asidsPerPool)
    guard entry.pointee == capability.address else { return }
    for index in 0..<Limits.asidsPerPool
    where Reference<UInt>(address: capability.address).advanced(by: index).pointee != 0 {
      invalidateTranslations(asid: capability.asidBase &+ index)
    }
    entry.pointee = 0
    activateAddressSpace(of: currentThread)
  }
}
