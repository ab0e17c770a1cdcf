// Untyped memory becomes objects. Corresponds to seL4's `untyped.c`.

extension Microkernel {
  /// Corresponds to `seL4_Untyped_Retype`.
  func invokeUntyped(_ invocation: Invocation) throws(InvocationError) {
    guard invocation.kind == .untypedRetype else { throw .illegalOperation }
    try invocation.require(length: 6, capabilities: 1)
    let userBits = invocation[1]
    guard let type = ObjectType(rawValue: invocation[0]) else { throw .invalidArgument(0) }
    guard userBits < ObjectBits.word, type.sizeBits(userBits: userBits) <= ObjectBits.maximumUntyped else {
      throw .range(minimum: 0, maximum: ObjectBits.maximumUntyped)
    }
    if type == .capabilityTable, userBits == 0 { throw .invalidArgument(1) }
    if type == .untyped, userBits < ObjectBits.minimumUntyped { throw .invalidArgument(1) }
    let destination = try retypeDestination(invocation)
    let offset = invocation[4]
    let count = invocation[5]
    let slotCount: UInt = 1 &<< destination.radix
    guard offset < slotCount else { throw .range(minimum: 0, maximum: slotCount &- 1) }
    guard 1...Limits.retypeFanOut ~= count else { throw .range(minimum: 1, maximum: Limits.retypeFanOut) }
    guard count <= slotCount &- offset else { throw .range(minimum: 1, maximum: slotCount &- offset) }
    for index in 0..<count {
      try destination.slots.advanced(by: offset &+ index).requireEmpty()
    }
    let untyped = invocation.capability
    let isReset = !invocation.slot.hasChildren
    let free = isReset ? 0 : untyped.freeOffset
    let left = (1 &<< untyped.untypedSizeBits) &- free
    let sizeBits = type.sizeBits(userBits: userBits)
    guard left &>> sizeBits >= count else { throw .notEnoughMemory(left: left) }
    if untyped.untypedIsDevice, !type.isFrame, type != .untyped { throw .invalidArgument(1) }
    begin(invocation)
    if isReset { try reset(invocation.slot) }
    // The untyped is aligned to its size, so that offsets align as addresses do.
    let start = (free &+ (1 &<< sizeBits) &- 1) & ~((1 &<< sizeBits) &- 1)
    invocation.slot.pointee.capability.freeOffset = start &+ count &<< sizeBits
    for index in 0..<count {
      let address = untyped.address &+ start &+ index &<< sizeBits
      let object = create(type, at: address, userBits: userBits, isDevice: untyped.untypedIsDevice)
      invocation.slot.insertNew(object, into: destination.slots.advanced(by: offset &+ index))
    }
  }

  private func retypeDestination(_ invocation: Invocation) throws(InvocationError) -> Capability {
    let root = invocation.slot(0).pointee.capability
    let depth = invocation[3]
    let node: Capability
    if depth == 0 {
      node = root
    } else {
      node = try slot(at: invocation[2], depth: depth, in: root, isSource: false).pointee.capability
    }
    guard node.kind == .cnode else {
      throw .failedLookup(source: false, .missingCapability(bitsLeft: depth))
    }
    return node
  }

  /// Zeroes what was used of an untyped that has no children, from the end down, so that what is still used
  /// after a preemption is what its free offset says.
  ///
  /// Corresponds to `resetUntypedCap`.
  private func reset(_ slot: Reference<Slot>) throws(InvocationError) {
    let untyped = slot.pointee.capability
    guard untyped.freeOffset != 0 else { return }
    let chunk: UInt = 1 &<< Limits.resetChunkBits
    if untyped.untypedIsDevice || untyped.untypedSizeBits < Limits.resetChunkBits {
      if !untyped.untypedIsDevice { zero(untyped.address, 1 &<< untyped.untypedSizeBits) }
      slot.pointee.capability.freeOffset = 0
      return
    }
    var used = (untyped.freeOffset &+ chunk &- 1) & ~(chunk &- 1)
    while used > 0 {
      used &-= chunk
      zero(untyped.address &+ used, chunk)
      slot.pointee.capability.freeOffset = used
      try offerPreemption()
    }
  }

  /// Makes an object of zeroed memory and returns its first capability.
  ///
  /// Corresponds to `createObject`.
  private func create(_ type: ObjectType, at address: UInt, userBits: UInt, isDevice: Bool) -> Capability {
    switch type {
    case .untyped:
      return .untyped(address: address, sizeBits: userBits, isDevice: isDevice, freeOffset: 0)
    case .thread:
      let thread = Reference<Thread>(address: address)
      thread.initialise()
      return .thread(thread)
    case .endpoint: return .endpoint(Reference(address: address))
    case .notification: return .notification(Reference(address: address))
    case .capabilityTable:
      return .cnode(Reference(address: address), radix: userBits, guardSize: 0, guard: 0)
    default: return type.memoryObject(at: address, isDevice: isDevice)
    }
  }
}
