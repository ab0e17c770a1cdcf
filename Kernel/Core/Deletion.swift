// How capabilities go away, and with the last one its object. Corresponds to `cteDelete`, `cteRevoke` and
// `finaliseCap` of seL4, whose way of deleting CNodes that contain each other without recursion is kept:
// a CNode or thread that loses its last capability becomes a zombie, which counts the slots still to be emptied.

/// What remains of a capability whose object has been told of its end.
private struct Finalised {
  /// Null, or a zombie that holds slots.
  var remainder: Capability = .null
  /// An interrupt that can be given out anew once the slot is empty.
  var interrupt: UInt?
}

extension Microkernel {
  /// Deletes all that descends from the slot's capability.
  ///
  /// Corresponds to `cteRevoke`.
  func revoke(_ slot: Reference<Slot>) throws(InvocationError) {
    while let next = slot.pointee.next, slot.isParent(of: next) {
      try delete(next)
      try offerPreemption()
    }
  }

  /// Empties the slot.
  ///
  /// Corresponds to `cteDelete`, exposed.
  func delete(_ slot: Reference<Slot>) throws(InvocationError) {
    let (_, interrupt) = try finalise(slot, immediate: true)
    empty(slot, freeing: interrupt)
  }

  /// Empties a slot whose capability is known to need no long work: a reply, a notification, an endpoint.
  ///
  /// Corresponds to `cteDeleteOne`.
  func deleteOne(_ slot: Reference<Slot>) {
    let capability = slot.pointee.capability
    guard !capability.isNull else { return }
    _ = finalise(capability, isFinal: slot.isFinal)
    slot.unlink()
  }

  private func empty(_ slot: Reference<Slot>, freeing interrupt: UInt?) {
    guard !slot.pointee.capability.isNull else { return }
    slot.unlink()
    if let interrupt { setInterruptState(interrupt, .inactive) }
  }

  /// Works on a slot until its capability can be removed.
  ///
  /// With `immediate` a zombie's slots are emptied here; otherwise a zombie that holds itself is left, for
  /// the one that found it. Corresponds to `finaliseSlot`.
  private func finalise(
    _ slot: Reference<Slot>, immediate: Bool
  ) throws(InvocationError) -> (isRemovable: Bool, interrupt: UInt?) {
    while !slot.pointee.capability.isNull {
      let result = finalise(slot.pointee.capability, isFinal: slot.isFinal)
      if isRemovable(result.remainder, slot) { return (true, result.interrupt) }
      slot.pointee.capability = result.remainder
      if !immediate, result.remainder.slots == slot { return (false, nil) }
      if immediate {
        try reduceZombie(slot)
      } else {
        // Brings the zombie's first slot here and the zombie into it, where it holds itself.
        let first = result.remainder.slots
        first.swap(first.pointee.capability, with: slot, result.remainder)
      }
      try offerPreemption()
    }
    return (true, nil)
  }

  private func isRemovable(_ remainder: Capability, _ slot: Reference<Slot>) -> Bool {
    guard remainder.kind == .zombie else { return true }
    return remainder.zombieCount == 0 || remainder.zombieCount == 1 && remainder.slots == slot
  }

  /// Empties the last slot that a zombie holds.
  ///
  /// Corresponds to `reduceZombie`.
  private func reduceZombie(_ slot: Reference<Slot>) throws(InvocationError) {
    let zombie = slot.pointee.capability
    let count = zombie.zombieCount
    let last = zombie.slots.advanced(by: count &- 1)
    let (isRemovable, interrupt) = try finalise(last, immediate: false)
    if isRemovable { empty(last, freeing: interrupt) }
    let now = slot.pointee.capability
    if now.kind == .zombie, now.head == zombie.head, now.zombieCount == count {
      slot.pointee.capability.zombieCount = count &- 1
    }
  }

  /// Tells the object that one of its capabilities goes away, and if it is the last, ends it.
  ///
  /// Corresponds to `finaliseCap`.
  private func finalise(_ capability: Capability, isFinal: Bool) -> Finalised {
    switch capability.kind {
    case .endpoint:
      if isFinal { cancelAll(at: capability.endpoint) }
    case .notification:
      if isFinal {
        unbindThread(of: capability.notification)
        cancelAll(at: capability.notification)
      }
    case .cnode:
      if isFinal {
        return Finalised(
          remainder: .zombie(capability.slots, count: 1 &<< capability.radix, radix: capability.radix))
      }
    case .thread:
      if isFinal {
        let thread = capability.thread
        unbindNotification(of: thread)
        suspend(thread)
        releaseFloatingPoint(of: thread)
        return Finalised(remainder: .zombie(thread.slot(0), count: Thread.slotCount, radix: nil))
      }
    case .zombie: return Finalised(remainder: capability)
    case .interruptHandler:
      if isFinal {
        deleteOne(interruptSlot(capability.interrupt))
        return Finalised(interrupt: capability.interrupt)
      }
    case .frame:
      if capability.asid != 0 { unmapPage(capability) }
    case .pageTable:
      if isFinal, capability.isMapped {
        if isRoot(capability) { releaseASID(of: capability) } else { unmapPageTable(capability) }
      }
    case .vspace:
      if isFinal, capability.isMapped { releaseASID(of: capability) }
    case .asidPool:
      if isFinal { releaseASIDPool(capability) }
    case .privilege:
      if isFinal { releasePrivilege(capability) }
    case .null, .untyped, .reply, .interruptControl, .asidControl: break
    }
    return Finalised()
  }

  /// Counts one step of a long operation; after a bounded number of them an interrupt that waits goes first
  /// and the system call begins again.
  ///
  /// Corresponds to `preemptionPoint`.
  func offerPreemption() throws(InvocationError) {
    state.pointee.workUnits &+= 1
    guard state.pointee.workUnits >= Limits.workUnits else { return }
    state.pointee.workUnits = 0
    if isInterruptPending { throw .preempted }
  }
}
