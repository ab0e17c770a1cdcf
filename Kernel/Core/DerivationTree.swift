// How capabilities descend from each other. Corresponds to the mapping database of seL4 (`cteInsert`, …).

extension Reference<Slot> {
  /// Whether the capability in `other`, which comes later in the list, descends from this one.
  ///
  /// Corresponds to `isMDBParentOf`.
  func isParent(of other: Reference<Slot>) -> Bool {
    let capability = pointee.capability
    let otherCapability = other.pointee.capability
    guard pointee.isRevocable, capability.coversRegion(of: otherCapability) else { return false }
    switch capability.kind {
    case .endpoint, .notification:
      return capability.badge == 0
        || capability.badge == otherCapability.badge && !other.pointee.isFirstBadged
    default: return true
    }
  }

  var hasChildren: Bool {
    guard let next = pointee.next else { return false }
    return isParent(of: next)
  }

  /// Whether no other slot names this slot's object: deleting it destroys the object.
  ///
  /// Corresponds to `isFinalCapability`.
  var isFinal: Bool {
    let capability = pointee.capability
    if let previous = pointee.previous, previous.pointee.capability.namesSameObject(as: capability) {
      return false
    }
    guard let next = pointee.next else { return true }
    return !capability.namesSameObject(as: next.pointee.capability)
  }

  /// Puts `capability`, derived from this slot's, into the empty slot `destination`.
  ///
  /// Corresponds to `cteInsert`.
  func insert(_ capability: Capability, into destination: Reference<Slot>) {
    let source = pointee.capability
    let next = pointee.next
    destination.pointee = Slot(
      capability: capability, previous: self, next: next,
      isParent: capability.isRevocable(derivedFrom: source))
    if source.kind == .untyped, capability.kind == .untyped, source.address == capability.address,
      source.untypedSizeBits == capability.untypedSizeBits
    {
      // The copy hands out the memory from now on.
      pointee.capability.freeOffset = 1 &<< source.untypedSizeBits
    }
    pointee.next = destination
    next?.pointee.previous = destination
  }

  /// Puts a new object's capability, made of this slot's untyped memory, into the empty slot `destination`.
  ///
  /// Corresponds to `insertNewCap`.
  func insertNew(_ capability: Capability, into destination: Reference<Slot>) {
    let next = pointee.next
    destination.pointee = Slot(capability: capability, previous: self, next: next, isParent: true)
    next?.pointee.previous = destination
    pointee.next = destination
  }

  /// Moves this slot's place in the tree to the empty slot `destination`, as `capability`.
  ///
  /// Corresponds to `cteMove`.
  func move(to destination: Reference<Slot>, as capability: Capability) {
    destination.pointee = pointee
    destination.pointee.capability = capability
    pointee = .empty
    destination.relinkNeighbours()
  }

  /// Exchanges the places of two slots in the tree.
  ///
  /// Corresponds to `cteSwap`.
  func swap(_ capability: Capability, with other: Reference<Slot>, _ otherCapability: Capability) {
    guard self != other else { return }
    var mine = pointee
    var theirs = other.pointee
    mine.capability = capability
    theirs.capability = otherCapability
    // Neighbours of each other link to themselves after a plain exchange.
    if theirs.previous == self { theirs.previous = other }
    if theirs.next == self { theirs.next = other }
    if mine.previous == other { mine.previous = self }
    if mine.next == other { mine.next = self }
    pointee = theirs
    other.pointee = mine
    relinkNeighbours()
    other.relinkNeighbours()
  }

  private func relinkNeighbours() {
    pointee.previous?.pointee.next = self
    pointee.next?.pointee.previous = self
  }

  /// Takes the slot out of the tree and empties it.
  func unlink() {
    let slot = pointee
    slot.previous?.pointee.next = slot.next
    if let next = slot.next {
      next.pointee.previous = slot.previous
      if slot.isFirstBadged { next.pointee.isFirstBadged = true }
    }
    pointee = .empty
  }
}

extension Capability {
  /// Whether a capability derived from `source` starts a subtree that it can revoke.
  ///
  /// Corresponds to `isCapRevocable`.
  fileprivate func isRevocable(derivedFrom source: Capability) -> Bool {
    switch kind {
    case .endpoint, .notification: badge != source.badge
    case .interruptHandler: source.kind == .interruptControl
    case .privilege: privilege != source.privilege
    case .untyped: true
    default: false
    }
  }
}

extension Reference<Slot> {
  /// What a copy of `capability`, which came from this slot, may be.
  ///
  /// It is null where there can be none.
  /// Corresponds to `deriveCap`.
  func derive(_ capability: Capability) throws(InvocationError) -> Capability {
    switch capability.kind {
    case .zombie, .interruptControl, .reply: return .null
    case .privilege where !capability.canCopyPrivilege: return .null
    case .untyped:
      guard !hasChildren else { throw .revokeFirst }
      return capability
    case .vspace, .pageTable:
      guard capability.isMapped else { throw .illegalOperation }
      return capability
    case .frame:
      var unmapped = capability
      unmapped.asid = 0
      return unmapped
    default: return capability
    }
  }

  func requireEmpty() throws(InvocationError) {
    guard pointee.capability.isNull else { throw .deleteFirst }
  }
}
