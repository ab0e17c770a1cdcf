// Copying, moving and deleting capabilities. Corresponds to `decodeCNodeInvocation`.

extension Microkernel {
  func invokeCNode(_ invocation: Invocation) throws(InvocationError) {
    let kind = invocation.kind
    guard InvocationLabel.cnodeRevoke.rawValue...InvocationLabel.cnodeSaveCaller.rawValue ~= kind.rawValue
    else { throw .illegalOperation }
    try invocation.require(length: 2)
    let destination = try slot(
      at: invocation[0], depth: invocation[1], in: invocation.capability, isSource: false)
    switch kind {
    case .cnodeCopy, .cnodeMint, .cnodeMove, .cnodeMutate: try copy(invocation, to: destination)
    case .cnodeRevoke:
      begin(invocation)
      try revoke(destination)
    case .cnodeDelete:
      begin(invocation)
      try delete(destination)
    case .cnodeCancelBadgedSends:
      let capability = destination.pointee.capability
      guard capability.kind == .endpoint, capability.canSend, capability.canReceive, capability.canGrant,
        capability.canGrantReply
      else { throw .illegalOperation }
      begin(invocation)
      if capability.badge != 0 { cancelSends(at: capability.endpoint, badge: capability.badge) }
    case .cnodeRotate: try rotate(invocation, to: destination)
    default:
      try destination.requireEmpty()
      begin(invocation)
      let caller = invocation.caller.callerSlot
      let capability = caller.pointee.capability
      if capability.kind == .reply { caller.move(to: destination, as: capability) }
    }
  }

  /// Corresponds to `seL4_CNode_Copy`, `_Mint`, `_Move` and `_Mutate`.
  private func copy(_ invocation: Invocation, to destination: Reference<Slot>) throws(InvocationError) {
    try invocation.require(length: 4, capabilities: 1)
    try destination.requireEmpty()
    let depth = invocation[3]
    let source = try slot(
      at: invocation[2], depth: depth, in: invocation.slot(0).pointee.capability, isSource: true)
    let original = source.pointee.capability
    guard !original.isNull else { throw .failedLookup(source: true, .missingCapability(bitsLeft: depth)) }
    var moved: Capability?
    var copied: Capability?
    switch invocation.kind {
    case .cnodeCopy:
      try invocation.require(length: 5)
      copied = try source.derive(original.masked(CapabilityRights(rawValue: invocation[4])))
    case .cnodeMint:
      try invocation.require(length: 6)
      let masked = original.masked(CapabilityRights(rawValue: invocation[4]))
      if let updated = masked.updated(with: invocation[5], preserving: false) {
        copied = try source.derive(updated)
      }
    case .cnodeMutate:
      try invocation.require(length: 5)
      moved = original.updated(with: invocation[4], preserving: true)
    default: moved = original
    }
    if let moved {
      begin(invocation)
      source.move(to: destination, as: moved)
    } else if let copied, !copied.isNull {
      begin(invocation)
      source.insert(copied, into: destination)
    } else {
      throw .illegalOperation
    }
  }

  /// Corresponds to `seL4_CNode_Rotate`.
  private func rotate(_ invocation: Invocation, to destination: Reference<Slot>) throws(InvocationError) {
    try invocation.require(length: 8, capabilities: 2)
    let pivotDepth = invocation[4]
    let sourceDepth = invocation[7]
    let source = try slot(
      at: invocation[6], depth: sourceDepth, in: invocation.slot(1).pointee.capability, isSource: true)
    let pivot = try slot(
      at: invocation[3], depth: pivotDepth, in: invocation.slot(0).pointee.capability, isSource: true)
    guard pivot != source, pivot != destination else { throw .illegalOperation }
    if source != destination { try destination.requireEmpty() }
    let sourceCapability = source.pointee.capability
    let pivotCapability = pivot.pointee.capability
    guard !sourceCapability.isNull else {
      throw .failedLookup(source: true, .missingCapability(bitsLeft: sourceDepth))
    }
    guard !pivotCapability.isNull else {
      throw .failedLookup(source: false, .missingCapability(bitsLeft: pivotDepth))
    }
    guard let newSource = sourceCapability.updated(with: invocation[5], preserving: true),
      let newPivot = pivotCapability.updated(with: invocation[2], preserving: true)
    else { throw .illegalOperation }
    begin(invocation)
    if source == destination {
      source.swap(newSource, with: pivot, newPivot)
    } else {
      pivot.move(to: destination, as: newPivot)
      source.move(to: pivot, as: newSource)
    }
  }
}
