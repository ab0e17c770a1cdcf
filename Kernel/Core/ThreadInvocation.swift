// What one thread may do to another. Corresponds to `decodeTCBInvocation`.

extension Microkernel {
  func invokeThread(_ invocation: Invocation) throws(InvocationError) {
    let thread = invocation.capability.thread
    switch invocation.kind {
    case .threadReadRegisters: try readRegisters(invocation, thread)
    case .threadWriteRegisters: try writeRegisters(invocation, thread)
    case .threadCopyRegisters: try copyRegisters(invocation, thread)
    case .threadConfigure: try configure(invocation, thread)
    case .threadSetSpace: try setSpace(invocation, thread)
    case .threadSetIPCBuffer: try setIPCBuffer(invocation, thread)
    case .threadSetPriority:
      try invocation.require(length: 1, capabilities: 1)
      let priority = try allowedPriority(invocation[0], try authority(invocation))
      begin(invocation)
      setPriority(thread, priority)
    case .threadSetMaximumPriority:
      try invocation.require(length: 1, capabilities: 1)
      let priority = try allowedPriority(invocation[0], try authority(invocation))
      begin(invocation)
      thread.pointee.maximumPriority = priority
    case .threadSetSchedulingParameters:
      try invocation.require(length: 2, capabilities: 1)
      let authority = try authority(invocation)
      let maximum = try allowedPriority(invocation[0], authority)
      let priority = try allowedPriority(invocation[1], authority)
      begin(invocation)
      thread.pointee.maximumPriority = maximum
      setPriority(thread, priority)
    case .threadSuspend:
      begin(invocation)
      suspend(thread)
    case .threadResume:
      begin(invocation)
      resume(thread)
    case .threadBindNotification: try bindNotification(invocation, thread)
    case .threadUnbindNotification:
      guard thread.pointee.boundNotification != nil else { throw .illegalOperation }
      begin(invocation)
      unbindNotification(of: thread)
    case .threadSetTLSBase:
      try invocation.require(length: 1)
      begin(invocation)
      thread[Register.threadLocalStorage] = Register.threadLocalStorage.sanitised(invocation[0])
      if thread == currentThread {
        loadThreadPointer(of: currentThread)
        requireReschedule()
      }
    case .threadSetFlags: try setFlags(invocation, thread)
    default: throw .illegalOperation
    }
  }

  /// The thread whose maximum priority allows the caller to give priorities.
  private func authority(_ invocation: Invocation) throws(InvocationError) -> Reference<Thread> {
    let capability = invocation.slot(0).pointee.capability
    guard capability.kind == .thread else { throw .invalidCapability(1) }
    return capability.thread
  }

  private func allowedPriority(
    _ priority: UInt, _ authority: Reference<Thread>
  ) throws(InvocationError) -> UInt8 {
    let maximum = UInt(authority.pointee.maximumPriority)
    guard priority <= maximum else { throw .range(minimum: 0, maximum: maximum) }
    return UInt8(truncatingIfNeeded: priority)
  }

  /// Corresponds to `suspend`.
  func suspend(_ thread: Reference<Thread>) {
    cancelWait(thread)
    if thread.pointee.state == .running {
      // The thread was between instructions: it goes on there whoever resumes it.
      thread[.faultInstruction] = thread[.nextInstruction]
    }
    dequeue(thread)
    setState(thread, .inactive)
  }

  /// Corresponds to `restart`.
  func resume(_ thread: Reference<Thread>) {
    guard thread.isStopped else { return }
    cancelWait(thread)
    makeReplyMaster(thread)
    setState(thread, .restart)
    enqueue(thread)
    offer(thread)
  }

  /// Corresponds to `setupReplyMaster`.
  func makeReplyMaster(_ thread: Reference<Thread>) {
    guard thread.pointee.reply.capability.isNull else { return }
    thread.pointee.reply = Slot(
      capability: .reply(to: thread, canGrant: true, isMaster: true), previous: nil, next: nil,
      isParent: true)
  }

  private func bindNotification(
    _ invocation: Invocation, _ thread: Reference<Thread>
  ) throws(InvocationError) {
    try invocation.require(length: 0, capabilities: 1)
    let capability = invocation.slot(0).pointee.capability
    guard thread.pointee.boundNotification == nil, capability.kind == .notification, capability.canReceive,
      capability.notification.pointee.state != .waiting,
      capability.notification.pointee.boundThread == nil
    else { throw .illegalOperation }
    begin(invocation)
    bind(capability.notification, to: thread)
  }

  private func setFlags(_ invocation: Invocation, _ thread: Reference<Thread>) throws(InvocationError) {
    try invocation.require(length: 2)
    let clear = invocation[0]
    let set = invocation[1] & UInt(Thread.floatingPointDisabled)
    begin(invocation)
    let flags = UInt(thread.pointee.flags) & ~clear | set
    thread.pointee.flags = UInt8(truncatingIfNeeded: flags)
    if flags & UInt(Thread.floatingPointDisabled) != 0 { releaseFloatingPoint(of: thread) }
    finish(invocation, answer: flags)
  }
}

// Registers.
extension Microkernel {
  private func readRegisters(_ invocation: Invocation, _ thread: Reference<Thread>) throws(InvocationError) {
    try invocation.require(length: 2)
    let count = invocation[1]
    guard 1...Register.transferCount ~= count else {
      throw .range(minimum: 1, maximum: Register.transferCount)
    }
    guard thread != currentThread else { throw .illegalOperation }
    let suspends = invocation[0] & 1 != 0
    begin(invocation)
    if suspends { suspend(thread) }
    let caller = invocation.caller
    if invocation.isCall {
      let buffer = messageBuffer(of: caller, forReceiver: true)
      caller[.badge] = 0
      var length: UInt = 0
      for index in 0..<count {
        length = setMessageWord(index, thread[Register.transfer(index)], of: caller, buffer)
      }
      caller[.messageInfo] = MessageInfo(label: 0, length: length).word
    }
    setState(caller, .running)
  }

  private func writeRegisters(_ invocation: Invocation, _ thread: Reference<Thread>) throws(InvocationError) {
    try invocation.require(length: 2)
    let count = invocation[1]
    guard count <= invocation.length &- 2 else { throw .truncatedMessage }
    guard thread != currentThread else { throw .illegalOperation }
    let resumes = invocation[0] & 1 != 0
    begin(invocation)
    for index in 0..<min(count, Register.transferCount) {
      let register = Register.transfer(index)
      thread[register] = register.sanitised(invocation[index &+ 2])
    }
    thread[.nextInstruction] = thread[.faultInstruction]
    if resumes { resume(thread) }
  }

  private func copyRegisters(_ invocation: Invocation, _ thread: Reference<Thread>) throws(InvocationError) {
    try invocation.require(length: 1, capabilities: 1)
    let capability = invocation.slot(0).pointee.capability
    guard capability.kind == .thread else { throw .invalidCapability(1) }
    let source = capability.thread
    let flags = invocation[0]
    begin(invocation)
    if flags & 1 != 0 { suspend(source) }
    if flags & 2 != 0 { resume(thread) }
    saveThreadPointer(of: currentThread)
    if flags & 4 != 0 {
      for index in 0..<Register.frameCount {
        thread[Register.transfer(index)] = source[Register.transfer(index)]
      }
      thread[.nextInstruction] = thread[.faultInstruction]
    }
    if flags & 8 != 0 {
      for index in Register.frameCount..<Register.transferCount {
        thread[Register.transfer(index)] = source[Register.transfer(index)]
      }
    }
    if thread == currentThread {
      loadThreadPointer(of: currentThread)
      requireReschedule()
    }
  }
}

/// A thread's new CSpace and VSpace, checked.
private struct Spaces {
  let cspace: Capability
  let cspaceSource: Reference<Slot>
  let vspace: Capability
  let vspaceSource: Reference<Slot>
}

/// A thread's new IPC buffer, checked; without a source it has none.
private struct NewBuffer {
  let address: UInt
  let frame: Capability
  let source: Reference<Slot>?
}

// Spaces and the IPC buffer.
extension Microkernel {
  private func configure(_ invocation: Invocation, _ thread: Reference<Thread>) throws(InvocationError) {
    try invocation.require(length: 4, capabilities: 3)
    let buffer = try checkedBuffer(invocation[3], invocation.slot(2))
    let spaces = try checkedSpaces(invocation, thread)
    begin(invocation)
    try install(spaces, faultHandler: invocation[0], in: invocation, thread)
    try install(buffer, in: invocation, thread)
  }

  private func setSpace(_ invocation: Invocation, _ thread: Reference<Thread>) throws(InvocationError) {
    try invocation.require(length: 3, capabilities: 2)
    let spaces = try checkedSpaces(invocation, thread)
    begin(invocation)
    try install(spaces, faultHandler: invocation[0], in: invocation, thread)
  }

  private func setIPCBuffer(_ invocation: Invocation, _ thread: Reference<Thread>) throws(InvocationError) {
    try invocation.require(length: 1, capabilities: 1)
    let buffer = try checkedBuffer(invocation[0], invocation.slot(0))
    begin(invocation)
    try install(buffer, in: invocation, thread)
  }

  private func checkedBuffer(_ address: UInt, _ source: Reference<Slot>) throws(InvocationError) -> NewBuffer
  {
    guard address != 0 else { return NewBuffer(address: 0, frame: .null, source: nil) }
    let frame = try source.derive(source.pointee.capability)
    guard frame.kind == .frame, !frame.frameIsDevice else { throw .illegalOperation }
    guard address & (1 &<< ObjectBits.ipcBuffer &- 1) == 0 else { throw .alignment }
    return NewBuffer(address: address, frame: frame, source: source)
  }

  private func checkedSpaces(
    _ invocation: Invocation, _ thread: Reference<Thread>
  ) throws(InvocationError) -> Spaces {
    guard !isLongDeletion(thread.cspaceSlot), !isLongDeletion(thread.vspaceSlot) else {
      throw .illegalOperation
    }
    let cspaceSource = invocation.slot(0)
    let vspaceSource = invocation.slot(1)
    let cspace = try derived(cspaceSource, data: invocation[1])
    guard cspace.kind == .cnode else { throw .illegalOperation }
    let vspace = try derived(vspaceSource, data: invocation[2])
    guard vspace.kind == Paging.rootKind, vspace.isMapped else { throw .illegalOperation }
    return Spaces(
      cspace: cspace, cspaceSource: cspaceSource, vspace: vspace, vspaceSource: vspaceSource)
  }

  private func derived(_ source: Reference<Slot>, data: UInt) throws(InvocationError) -> Capability {
    let capability = source.pointee.capability
    guard data != 0 else { return try source.derive(capability) }
    return try source.derive(capability.updated(with: data, preserving: false) ?? .null)
  }

  /// Whether emptying the slot would take a time without a bound.
  ///
  /// Corresponds to `slotCapLongRunningDelete`.
  private func isLongDeletion(_ slot: Reference<Slot>) -> Bool {
    switch slot.pointee.capability.kind {
    case .cnode, .thread, .zombie: slot.isFinal
    default: false
    }
  }

  private func install(
    _ spaces: Spaces, faultHandler: UInt, in invocation: Invocation, _ thread: Reference<Thread>
  ) throws(InvocationError) {
    thread.pointee.faultHandler = faultHandler
    try replace(thread.cspaceSlot, with: spaces.cspace, from: spaces.cspaceSource, in: invocation, thread)
    try replace(thread.vspaceSlot, with: spaces.vspace, from: spaces.vspaceSource, in: invocation, thread)
  }

  private func install(
    _ buffer: NewBuffer, in invocation: Invocation, _ thread: Reference<Thread>
  ) throws(InvocationError) {
    if let source = buffer.source {
      try replace(
        thread.ipcBufferSlot, with: buffer.frame, from: source, in: invocation, thread,
        address: buffer.address)
    } else {
      try delete(thread.ipcBufferSlot)
      thread.pointee.ipcBufferAddress = 0
    }
    if thread == currentThread { requireReschedule() }
  }

  /// Exchanges one of a thread's own capabilities, unless deleting the old one took away the new one's source
  /// or the thread itself.
  private func replace(
    _ slot: Reference<Slot>, with capability: Capability, from source: Reference<Slot>,
    in invocation: Invocation, _ thread: Reference<Thread>, address: UInt? = nil
  ) throws(InvocationError) {
    try delete(slot)
    if let address { thread.pointee.ipcBufferAddress = address }
    guard capability.namesSameObject(as: source.pointee.capability),
      Capability.thread(thread).namesSameObject(as: invocation.slot.pointee.capability)
    else { return }
    source.insert(capability, into: slot)
  }
}
