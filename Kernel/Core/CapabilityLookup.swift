// From a capability address to a slot. Corresponds to seL4's `cspace.c`.

/// A slot, and how many bits of the address it left over: 0 unless a capability on the way was no CNode.
struct ResolvedSlot {
  let slot: Reference<Slot>
  let bitsLeft: UInt
}

extension Microkernel {
  /// Follows `bits` bits of `address` from the CNode `root`.
  ///
  /// Corresponds to `resolveAddressBits`.
  func resolve(_ root: Capability, _ address: UInt, bits: UInt) throws(LookupFailure) -> ResolvedSlot {
    guard root.kind == .cnode else { throw .invalidRoot }
    var node = root
    var left = bits
    // Each turn consumes at least one bit: a CNode has at least two slots.
    while true {
      let guardSize = node.guardSize
      let radix = node.radix
      let level = guardSize &+ radix
      let found = address &>> (left &- guardSize) & (1 &<< guardSize &- 1)
      guard guardSize <= left, found == node.guardValue else {
        throw .guardMismatch(guardFound: node.guardValue, bitsLeft: left, bitsFound: guardSize)
      }
      guard level <= left else { throw .depthMismatch(bitsFound: level, bitsLeft: left) }
      left &-= level
      let slot = node.slots.advanced(by: address &>> left & (1 &<< radix &- 1))
      guard left > 0 else { return ResolvedSlot(slot: slot, bitsLeft: 0) }
      node = slot.pointee.capability
      guard node.kind == .cnode else { return ResolvedSlot(slot: slot, bitsLeft: left) }
    }
  }

  /// The slot at `address` in a thread's own CSpace.
  ///
  /// Corresponds to `lookupSlot`.
  func slot(_ address: UInt, of thread: Reference<Thread>) throws(LookupFailure) -> Reference<Slot> {
    try resolve(thread.pointee.cspace.capability, address, bits: ObjectBits.word).slot
  }

  /// The slot that an operation on CNodes names.
  ///
  /// Corresponds to `lookupSlotForCNodeOp`.
  func slot(
    at index: UInt, depth: UInt, in root: Capability, isSource: Bool
  ) throws(InvocationError) -> Reference<Slot> {
    guard root.kind == .cnode else { throw .failedLookup(source: isSource, .invalidRoot) }
    guard 1...ObjectBits.word ~= depth else { throw .range(minimum: 1, maximum: ObjectBits.word) }
    let resolved: ResolvedSlot
    do {
      resolved = try resolve(root, index, bits: depth)
    } catch {
      throw .failedLookup(source: isSource, error)
    }
    guard resolved.bitsLeft == 0 else {
      throw .failedLookup(
        source: isSource, .depthMismatch(bitsFound: 0, bitsLeft: resolved.bitsLeft))
    }
    return resolved.slot
  }
}

/// The slots that a message names beside the invoked one.
///
/// Corresponds to `current_extra_caps`.
struct ExtraSlots {
  var first: Reference<Slot>?
  var second: Reference<Slot>?
  var third: Reference<Slot>?

  static var none: ExtraSlots { ExtraSlots(first: nil, second: nil, third: nil) }

  subscript(index: UInt) -> Reference<Slot>? {
    switch index {
    case 0: first
    case 1: second
    case 2: third
    default: nil
    }
  }
}

/// An extra capability's address that leads nowhere.
struct ExtraSlotFailure: Error {
  let address: UInt
  let failure: LookupFailure
}

extension Microkernel {
  /// Finds the extra capabilities of a message that `thread` sends.
  ///
  /// Corresponds to `lookupExtraCaps`.
  func extraSlots(
    of thread: Reference<Thread>, _ info: MessageInfo, _ buffer: MessageBuffer?
  ) throws(ExtraSlotFailure) -> ExtraSlots {
    var slots = ExtraSlots.none
    guard let buffer else { return slots }
    let count = info.extraCapabilities
    if count > 0 { slots.first = try extraSlot(0, of: thread, buffer) }
    if count > 1 { slots.second = try extraSlot(1, of: thread, buffer) }
    if count > 2 { slots.third = try extraSlot(2, of: thread, buffer) }
    return slots
  }

  private func extraSlot(
    _ index: UInt, of thread: Reference<Thread>, _ buffer: MessageBuffer
  ) throws(ExtraSlotFailure) -> Reference<Slot> {
    let address = buffer.capabilityAddress(index)
    do {
      return try slot(address, of: thread)
    } catch {
      throw ExtraSlotFailure(address: address, failure: error)
    }
  }
}
