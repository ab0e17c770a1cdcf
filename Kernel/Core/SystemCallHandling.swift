// From a system call's number to what it does. Corresponds to seL4's `handleSyscall`.

extension Microkernel {
  /// The general path of every system call: whatever the caller's registers hold, afterwards the current
  /// thread is one that can run.
  func handleSystemCall(_ number: UInt) {
    let caller = currentThread
    switch SystemCall(rawValue: Int(bitPattern: number)) {
    case .call: invoke(isCall: true, isBlocking: true)
    case .send: invoke(isCall: false, isBlocking: true)
    case .nonBlockingSend: invoke(isCall: false, isBlocking: false)
    case .receive: receive(isBlocking: true)
    case .nonBlockingReceive: receive(isBlocking: false)
    case .reply: replyToCaller()
    case .replyReceive:
      replyToCaller()
      receive(isBlocking: true)
    case .yield: yield()
    case nil: deliver(Fault(kind: .unknownSystemCall, value: number), of: caller)
    }
    settle()
  }

  /// Corresponds to `handleUserLevelFault` and `handleVMFaultEvent`.
  func handleFault(_ fault: Fault) {
    deliver(fault, of: currentThread)
    settle()
  }

  /// Chooses who runs after all that the entry to the kernel did.
  func settle() {
    schedule()
    activateThread()
  }

  /// Corresponds to `handleInvocation`.
  private func invoke(isCall: Bool, isBlocking: Bool) {
    let caller = currentThread
    let address = caller[.capability]
    let info = MessageInfo(word: caller[.messageInfo])
    let slot: Reference<Slot>
    do {
      slot = try self.slot(address, of: caller)
    } catch {
      if isBlocking {
        deliver(.capability(address: address, receiving: false), of: caller, lookupFailure: error)
      }
      return
    }
    let buffer = messageBuffer(of: caller, forReceiver: false)
    let extra: ExtraSlots
    do {
      extra = try extraSlots(of: caller, info, buffer)
    } catch {
      if isBlocking {
        deliver(
          .capability(address: error.address, receiving: false), of: caller, lookupFailure: error.failure)
      }
      return
    }
    let length = buffer == nil ? min(info.length, Register.messageCount) : info.length
    let invocation = Invocation(
      label: info.label, length: length, slot: slot, capability: slot.pointee.capability, extra: extra,
      buffer: buffer, caller: caller, isBlocking: isBlocking, isCall: isCall)
    do {
      try perform(invocation)
    } catch .preempted {
      // The caller stays at the system call and makes it again when it runs next.
      handlePendingInterrupt()
      return
    } catch {
      if isCall { answer(caller, error) }
      return
    }
    if caller.pointee.state == .restart {
      if isCall {
        caller[.badge] = 0
        caller[.messageInfo] = 0
      }
      setState(caller, .running)
    }
  }

  /// Corresponds to `decodeInvocation`.
  private func perform(_ invocation: Invocation) throws(InvocationError) {
    let capability = invocation.capability
    switch capability.kind {
    case .null, .zombie: throw .invalidCapability(0)
    case .endpoint:
      guard capability.canSend else { throw .invalidCapability(0) }
      begin(invocation)
      send(
        invocation.caller, to: capability.endpoint, badge: capability.badge, canGrant: capability.canGrant,
        canGrantReply: capability.canGrantReply, isBlocking: invocation.isBlocking, isCall: invocation.isCall)
    case .notification:
      guard capability.canSend else { throw .invalidCapability(0) }
      begin(invocation)
      signal(capability.notification, badge: capability.badge)
    case .reply:
      guard !capability.isReplyMaster else { throw .invalidCapability(0) }
      begin(invocation)
      reply(
        from: invocation.caller, to: capability.thread, invocation.slot, canGrant: capability.canGrant)
    case .thread: try invokeThread(invocation)
    case .cnode: try invokeCNode(invocation)
    case .untyped: try invokeUntyped(invocation)
    case .interruptControl: try invokeInterruptControl(invocation)
    case .interruptHandler: try invokeInterruptHandler(invocation)
    case .frame: try invokePage(invocation)
    case .pageTable: try invokePageTable(invocation)
    case .vspace: try invokeVSpace(invocation)
    case .asidControl: try invokeASIDControl(invocation)
    case .asidPool: try invokeASIDPool(invocation)
    case .privilege: try invokePrivilege(invocation)
    }
  }

  /// Tells the caller why nothing was done.
  ///
  /// Corresponds to `replyFromKernel_error`.
  private func answer(_ caller: Reference<Thread>, _ error: InvocationError) {
    let buffer = messageBuffer(of: caller, forReceiver: true)
    caller[.badge] = 0
    let length: UInt
    switch error {
    case .invalidArgument(let number), .invalidCapability(let number):
      length = setMessageWord(0, number, of: caller, buffer)
    case .range(let minimum, let maximum):
      setMessageWord(0, minimum, of: caller, buffer)
      length = setMessageWord(1, maximum, of: caller, buffer)
    case .failedLookup(let isSource, let failure):
      setMessageWord(0, isSource ? 1 : 0, of: caller, buffer)
      length = setLookupFailure(failure, at: 1, for: caller, buffer)
    case .notEnoughMemory(let left): length = setMessageWord(0, left, of: caller, buffer)
    case .illegalOperation, .alignment, .truncatedMessage, .deleteFirst, .revokeFirst, .preempted:
      length = 0
    }
    caller[.messageInfo] = MessageInfo(label: error.label, length: length).word
  }

  /// Corresponds to `handleRecv`.
  private func receive(isBlocking: Bool) {
    let thread = currentThread
    let address = thread[.capability]
    let capability: Capability
    do {
      capability = try slot(address, of: thread).pointee.capability
    } catch {
      deliver(.capability(address: address, receiving: true), of: thread, lookupFailure: error)
      return
    }
    switch capability.kind {
    case .endpoint where capability.canReceive:
      deleteOne(thread.callerSlot)
      receive(thread, at: capability, isBlocking: isBlocking)
    case .notification where capability.canReceive && canAwait(capability.notification, thread):
      awaitSignal(thread, capability.notification, isBlocking: isBlocking)
    default:
      deliver(
        .capability(address: address, receiving: true), of: thread,
        lookupFailure: .missingCapability(bitsLeft: 0))
    }
  }

  /// A bound notification is its thread's alone.
  private func canAwait(_ notification: Reference<Notification>, _ thread: Reference<Thread>) -> Bool {
    notification.pointee.boundThread == nil || notification.pointee.boundThread == thread
  }

  /// Serves the interrupt that a preempted operation gave way to.
  private func handlePendingInterrupt() {
    if let number = takeInterrupt() { handleInterrupt(number) }
  }
}
