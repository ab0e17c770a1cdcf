import SeL4

extension CapabilityBroker {
  /// Grants a piece of ordinary memory: the smallest that fits, halved until it fits exactly.
  ///
  /// - Parameters:
  ///   - sizeBits: log2 of the bytes.
  ///   - owner: who will hold it.
  /// - Returns: the memory, with no object in it.
  /// - Throws: `outOfMemory`, `outOfSlots`, `tableFull` or `refused`.
  public mutating func allocateMemory(
    sizeBits: UInt8, for owner: Owner
  ) throws(BrokerError) -> MemoryLease {
    guard let piece = memory.smallestFree(atLeast: sizeBits) else {
      throw .outOfMemory(wantedBits: sizeBits, largestBits: memory.largestFreeBits())
    }
    var index = piece
    while memory.node(index).sizeBits > sizeBits {
      do throws(BrokerError) {
        index = try split(index)
      } catch {
        try merge(index)
        throw error
      }
    }
    return hold(index, for: owner)
  }

  /// Grants the piece of device memory of this size that begins at a physical address.
  ///
  /// Device memory comes in pieces of the kernel's choice; the halves beside the one that is granted stay
  /// free for others.
  ///
  /// - Throws: `notDeviceMemory`, `deviceMemoryTaken`, `outOfSlots`, `tableFull` or `refused`.
  mutating func allocateDeviceMemory(
    at address: UInt64, sizeBits: UInt8, for owner: Owner
  ) throws(BrokerError) -> MemoryLease {
    guard let piece = memory.devicePiece(at: address) else { throw .notDeviceMemory(address: address) }
    var index = piece
    let node = memory.node(index)
    guard node.state == .free else { throw .deviceMemoryTaken(address: address, owner: node.owner) }
    guard node.sizeBits >= sizeBits else {
      // A part of the block is held already, or the kernel's own piece is smaller.
      throw takenPart(of: address, sizeBits: sizeBits)
    }
    while memory.node(index).sizeBits > sizeBits {
      do throws(BrokerError) {
        let halves = try split(index)
        index = memory.node(halves).contains(address) ? halves : halves + 1
      } catch {
        try merge(index)
        throw error
      }
    }
    return hold(index, for: owner)
  }

  /// Takes everything away that was made from a piece, and the piece itself, which is free again.
  public mutating func release(_ lease: consuming MemoryLease) throws(BrokerError) {
    do throws(SeL4Error) {
      try RootSlots.place(lease.slot).revoke()
    } catch {
      throw .invalidCapability(slot: lease.slot)
    }
    grants.forget(lease.owner, .untyped, first: lease.address)
    memory.release(lease.node)
    try merge(lease.node)
  }

  /// Grants memory for objects, and the slots for them.
  ///
  /// - Parameters:
  ///   - sizeBits: log2 of the bytes.
  ///   - slotCount: how many objects and copies it can have at a time.
  ///   - owner: who will hold it.
  /// - Returns: memory and slots, both empty.
  /// - Throws: as `allocateMemory`.
  public mutating func allocateObjectMemory(
    sizeBits: UInt8, slotCount: Int, for owner: Owner
  ) throws(BrokerError) -> ObjectMemory {
    let range = try slots.allocate(slotCount)
    do throws(BrokerError) {
      return ObjectMemory(lease: try allocateMemory(sizeBits: sizeBits, for: owner), slots: range)
    } catch {
      slots.release(range)
      throw error
    }
  }

  /// Takes everything away that was made from the memory; memory and slots are free again.
  public mutating func release(_ objects: consuming ObjectMemory) throws(BrokerError) {
    let range = objects.slots
    let used = objects.slotsUsed
    try release(objects.take())
    // Copies of capabilities to what is kept elsewhere do not go with the memory.
    var index = 0
    while index < used {
      try empty(range[index])
      index += 1
    }
    slots.release(range)
  }

  private mutating func hold(_ index: Int, for owner: Owner) -> MemoryLease {
    memory.hold(index, for: owner)
    let node = memory.node(index)
    grants.note(
      GrantRecord(
        owner: owner, kind: .untyped, endsAtRestart: false, first: node.address,
        second: 1 << UInt64(node.sizeBits), third: UInt64(node.slot)))
    return MemoryLease(
      slot: UInt(node.slot), address: node.address, sizeBits: node.sizeBits, node: index, owner: owner)
  }

  /// Halves a free piece; gives the first half's entry.
  private mutating func split(_ index: Int) throws(BrokerError) -> Int {
    guard memory.hasRoomForHalves else {
      throw .tableFull(.untypedMemory, limit: BrokerLimit.untypedNodes)
    }
    let pair = try slots.allocate(2)
    let node = memory.node(index)
    do throws(SeL4Error) {
      try Untyped(RootSlots.pointer(UInt(node.slot))).retype(
        to: .untyped, sizeBits: Int(node.sizeBits) - 1, count: 2, into: RootSlots.cnode,
        offset: pair.first)
    } catch {
      slots.release(pair)
      throw .refused(.retype, error)
    }
    return memory.split(index, slots: pair)
  }

  /// Makes pieces whole again, upwards from one whose two halves may both be free.
  private mutating func merge(_ start: Int) throws(BrokerError) {
    var index = start
    while let parent = memory.mergeable(index) {
      let halves = memory.halves(of: parent)
      let pair = SlotRange(first: UInt(memory.node(halves).slot), count: 2)
      try empty(pair[0])
      try empty(pair[1])
      slots.release(pair)
      memory.merge(parent)
      index = parent
    }
  }

  private mutating func takenPart(of address: UInt64, sizeBits: UInt8) -> BrokerError {
    var page = address
    let end = address + 1 << UInt64(sizeBits)
    while page < end {
      if let index = memory.devicePiece(at: page), memory.node(index).state == .held {
        return .deviceMemoryTaken(address: page, owner: memory.node(index).owner)
      }
      page += BrokerLimit.pageBytes
    }
    return .notDeviceMemory(address: address)
  }
}
