// The hot cases of calls, replies, signals and interrupts, without a stack frame: each looks whether its case is
// the simple one and then does what the general path would do, or says nil and has done nothing. Tests hold each
// against the general path.

extension Microkernel {
  /// The capability at `address` in a CSpace of one CNode that resolves all 64 bits; else nil.
  @inline(__always)
  private func directCapability(_ address: UInt, of thread: Reference<Thread>) -> Capability? {
    let root = thread.pointee.cspace.capability
    guard root.isOf(.cnode), root.radix &+ root.guardSize == ObjectBits.word,
      address &>> root.radix == root.guardValue
    else { return nil }
    return root.slots.advanced(by: address & (1 &<< root.radix &- 1)).pointee.capability
  }

  /// The value that makes `thread`'s address space the current one; nil if it has none that is valid.
  @inline(__always)
  private func directSpace(_ thread: Reference<Thread>) -> (root: UInt, asid: UInt)? {
    let capability = thread.pointee.vspace.capability
    guard capability.isOf(Paging.rootKind), capability.isMapped else { return nil }
    let asid = capability.asid
    let pool = asidPool(asid &>> 9).pointee
    guard pool != 0,
      Reference<UInt>(address: pool).advanced(by: asid & 511).pointee == capability.address
    else { return nil }
    return (capability.address, asid)
  }

  /// Whether the scheduler would choose `thread` when `current` stops running.
  @inline(__always)
  private func runsAfter(_ current: Reference<Thread>, _ thread: Reference<Thread>) -> Bool {
    let priority = thread.pointee.priority
    return priority >= current.pointee.priority || priority >= highestReadyPriority ?? 0
  }

  /// Makes `thread`, which stands in no ready queue, the current one.
  @inline(__always)
  private func switchDirectly(to thread: Reference<Thread>, _ space: (root: UInt, asid: UInt)) {
    saveThreadPointer()
    enterAddressSpace(physicalAddress(space.root), space.asid)
    activateFloatingPoint(of: thread)
    state.pointee.currentThread = thread
    restoreThreadPointer()
  }

  /// A message of at most four words without capabilities; its length, else nil.
  @inline(__always)
  private func directLength(_ info: UInt) -> UInt? {
    let bits = info & 0x1ff  // length and extra capabilities
    return bits <= Register.messageCount ? bits : nil
  }

  /// Hands a message over.
  ///
  /// Its words come in registers, or out of the sender's frame where the processor has too few to keep them meanwhile.
  @inline(__always)
  private func deliver(
    from sender: Reference<Thread>, to thread: Reference<Thread>, badge: UInt, _ info: UInt, _ length: UInt,
    _ word0: UInt, _ word1: UInt,
    _ word2: UInt, _ word3: UInt
  ) {
    thread[.badge] = badge
    thread[.messageInfo] = MessageInfo(label: info &>> 12, length: length).word
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
    guard let length = directLength(info), let capability = directCapability(address, of: caller),
      capability.isOf(.endpoint), capability.canSend, capability.canGrant || capability.canGrantReply
    else { return nil }
    let endpoint = capability.endpoint
    guard endpoint.pointee.state == .receiving, let receiver = endpoint.pointee.first,
      runsAfter(caller, receiver), let space = directSpace(receiver)
    else { return nil }
    endpoint.pointee.removeFirst(receiver)
    caller.pointee.state = .blockedOnReply
    receiver.pointee.state = .running
    receiver.pointee.caller = Slot(
      capability: .reply(to: caller, canGrant: receiver.pointee.blockedCanGrant, isMaster: false),
      previous: caller.replySlot, next: nil, isParent: false)
    caller.pointee.reply.next = receiver.callerSlot
    deliver(
      from: caller, to: receiver, badge: capability.badge, info, length, word0, word1, word2, word3)
    switchDirectly(to: receiver, space)
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
    guard let length = directLength(info), right.isOf(.reply),
      let capability = directCapability(address, of: current), capability.isOf(.endpoint),
      capability.canReceive
    else { return nil }
    if let notification = current.pointee.boundNotification, notification.pointee.state == .active {
      return nil
    }
    let endpoint = capability.endpoint
    let caller = right.thread
    guard endpoint.pointee.state != .sending, caller.pointee.fault.kind == .none,
      runsAfter(current, caller), let space = directSpace(caller)
    else { return nil }
    current.pointee.state = .blockedOnReceive
    current.pointee.blockedObject = endpoint.address
    current.pointee.blockedCanGrant = capability.canGrant
    endpoint.pointee.appendReceiver(current)
    caller.pointee.reply.next = nil
    current.pointee.caller = .empty
    caller.pointee.state = .running
    deliver(
      from: current, to: caller, badge: 0, info, length, word0, word1, word2, word3)
    switchDirectly(to: caller, space)
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
    let currentState = current.pointee.state
    guard notification.pointee.state == .waiting, let thread = notification.pointee.first,
      thread.pointee.priority > current.pointee.priority, currentState == .running || currentState == .idle,
      let space = directSpace(thread)
    else { return nil }
    notification.pointee.removeFirst(thread)
    thread.pointee.state = .running
    thread[.badge] = capability.badge
    if currentState == .running { putFirst(current) }
    switchDirectly(to: thread, space)
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
