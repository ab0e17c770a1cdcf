// The hot cases of calls, replies, signals and interrupts, without a stack frame: each looks whether its case is
// the simple one and then does what the general path would do, or says nil and has done nothing. Tests hold each
// against the general path.

extension Microkernel {
  /// The capability at `address` in a CSpace of one CNode that resolves all 64 bits; else nil.
  @inline(__always)
  private func directCapability(_ address: UInt, of thread: Reference<Thread>) -> Capability? {
    let root = thread.pointee.cspace.capability
    let index = root.wordIndex(address)
    guard root.resolvesWords, index &>> root.radix == 0 else { return nil }
    return root.slots.advanced(by: index).pointee.capability
  }

  /// The address space of `thread`; nil if it has none that is valid.
  @inline(__always)
  private func directSpace(_ thread: Reference<Thread>) -> SpaceWord? {
    let capability = thread.pointee.vspace.capability
    guard capability.isOf(Paging.rootKind), capability.isSpace else { return nil }
    let space = capability.space
    let pool = asidPool(space.asid &>> 9).pointee
    guard pool != 0, Reference<SpaceWord>(address: pool).advanced(by: space.asid & 511).pointee == space
    else { return nil }
    return space
  }

  /// Makes `thread`, which stands in no ready queue, the current one.
  @inline(__always)
  private func switchDirectly(
    from current: Reference<Thread>, to thread: Reference<Thread>, _ space: SpaceWord
  ) {
    saveThreadPointer(of: current)
    enterAddressSpace(space)
    changeFloatingPoint(from: current, to: thread)
    state.pointee.currentThread = thread
    loadThreadPointer(of: thread)
  }

  /// Whether a message has at most four words and no capabilities.
  @inline(__always)
  private func isDirect(_ info: UInt) -> Bool { info & 0x1ff <= Register.messageCount }

  /// Hands over a message for which `isDirect` holds.
  ///
  /// Its words come in registers, or out of the sender's frame where the processor has too few to keep them meanwhile.
  @inline(__always)
  private func deliver(
    from sender: Reference<Thread>, to thread: Reference<Thread>, badge: UInt, _ info: UInt, _ word0: UInt,
    _ word1: UInt, _ word2: UInt, _ word3: UInt
  ) {
    thread[.badge] = badge
    thread[.messageInfo] = info & ~0xe00  // The receiver unwraps nothing.
    let length = info & 0b111
    let isKept = Register.keepsMessageWords
    if length > 0 {
      thread[Register.message(0)] = isKept ? word0 : sender[Register.message(0)]
      if length > 1 {
        thread[Register.message(1)] = isKept ? word1 : sender[Register.message(1)]
        if length > 2 {
          thread[Register.message(2)] = isKept ? word2 : sender[Register.message(2)]
          if length > 3 {
            thread[Register.message(3)] = isKept ? word3 : sender[Register.message(3)]
          }
        }
      }
    }
  }
}

extension Microkernel {
  /// A call to a thread that waits at the endpoint.
  ///
  /// Returns that thread, which runs next.
  @inline(__always)
  func callDirectly(
    _ address: UInt, _ info: UInt, _ word0: UInt, _ word1: UInt, _ word2: UInt, _ word3: UInt
  ) -> Reference<Thread>? {
    let caller = currentThread
    guard isDirect(info), let capability = directCapability(address, of: caller), capability.isOf(.endpoint),
      capability.canSend
    else { return nil }
    let endpoint = capability.endpoint
    guard endpoint.pointee.state == .receiving, capability.canGrant || capability.canGrantReply,
      let receiver = endpoint.pointee.first, !isAnyReady(above: receiver.pointee.priority),
      let space = directSpace(receiver)
    else { return nil }
    endpoint.pointee.removeFirst(receiver)
    caller.pointee.state = .blockedOnReply
    receiver.pointee.state = .running
    receiver.pointee.caller = Slot(
      capability: .reply(to: caller, canGrant: receiver.pointee.blockedCanGrant, isMaster: false),
      previous: caller.replySlot, next: nil, isParent: false)
    caller.pointee.reply.setReply(receiver.callerSlot)
    deliver(
      from: caller, to: receiver, badge: capability.badge, info, word0, word1, word2, word3)
    switchDirectly(from: caller, to: receiver, space)
    return receiver
  }

  /// A reply to a caller, and waiting at an endpoint where nobody waits to send.
  ///
  /// Returns the caller, which runs next.
  @inline(__always)
  func replyReceiveDirectly(
    _ address: UInt, _ info: UInt, _ word0: UInt, _ word1: UInt, _ word2: UInt, _ word3: UInt
  ) -> Reference<Thread>? {
    let current = currentThread
    let right = current.pointee.caller.capability
    guard isDirect(info), let capability = directCapability(address, of: current), capability.isOf(.endpoint),
      capability.canReceive, right.isOf(.reply)
    else { return nil }
    if let notification = current.pointee.boundNotification, notification.pointee.state == .active {
      return nil
    }
    let endpoint = capability.endpoint
    let caller = right.thread
    guard endpoint.pointee.state != .sending, caller.pointee.fault.kind == .none,
      !isAnyReady(above: caller.pointee.priority), let space = directSpace(caller)
    else { return nil }
    current.pointee.state = .blockedOnReceive
    current.pointee.blockedObject = endpoint.address
    current.pointee.blockedCanGrant = capability.canGrant
    endpoint.pointee.appendReceiver(current)
    caller.pointee.reply.setReply(nil)
    current.pointee.caller = .empty
    caller.pointee.state = .running
    deliver(
      from: current, to: caller, badge: 0, info, word0, word1, word2, word3)
    switchDirectly(from: current, to: caller, space)
    return caller
  }

  /// A signal that wakes nobody.
  ///
  /// True if it is done; the current thread goes on.
  @inline(__always)
  func signalDirectly(_ address: UInt, _ info: UInt) -> Bool {
    guard info & 0x180 == 0, let capability = directCapability(address, of: currentThread),
      capability.isOf(.notification), capability.canSend
    else { return false }
    let notification = capability.notification
    switch notification.pointee.state {
    case .active:
      notification.pointee.badge |= capability.badge
      return true
    case .idle:
      if let thread = notification.pointee.boundThread, thread.pointee.state == .blockedOnReceive {
        return false
      }
      notification.pointee.activate(capability.badge)
      return true
    case .waiting: return false
    }
  }

  /// A signal that wakes a thread of higher priority than the current one.
  ///
  /// Returns that thread, which runs next.
  @inline(__always)
  func wakeDirectly(_ address: UInt, _ info: UInt) -> Reference<Thread>? {
    guard info & 0x180 == 0, let capability = directCapability(address, of: currentThread),
      capability.isOf(.notification), capability.canSend
    else { return nil }
    return wakeDirectly(capability)
  }

  @inline(__always)
  private func wakeDirectly(_ capability: Capability) -> Reference<Thread>? {
    let notification = capability.notification
    let current = currentThread
    guard current.pointee.state == .running || current.pointee.state == .idle,
      notification.pointee.state == .waiting, let thread = notification.pointee.first,
      thread.pointee.priority > current.pointee.priority, let space = directSpace(thread)
    else { return nil }
    notification.pointee.removeFirst(thread)
    thread.pointee.state = .running
    thread[.badge] = capability.badge
    if current.pointee.state == .running { putFirst(current) }
    switchDirectly(from: current, to: thread, space)
    return thread
  }

  /// An interrupt whose driver waits for it and has a higher priority than the current thread.
  ///
  /// Returns the driver's thread, which runs next; the interrupt is completed and held.
  @inline(__always)
  func interruptDirectly(_ number: UInt) -> Reference<Thread>? {
    guard number <= Platform.maximumInterrupt, interruptState(number).pointee == .signal else { return nil }
    let capability = interruptSlot(number).pointee.capability
    guard capability.isOf(.notification), capability.canSend, let thread = wakeDirectly(capability) else {
      return nil
    }
    holdInterrupt(number)
    completeInterrupt(number)
    return thread
  }
}
