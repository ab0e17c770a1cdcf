// Sending, receiving and replying. Corresponds to seL4's `endpoint.c`.

extension Microkernel {
  /// Sends the thread's message, or its fault's, to whoever waits at the endpoint, or waits itself.
  ///
  /// Corresponds to `sendIPC`.
  func send(
    _ thread: Reference<Thread>, to endpoint: Reference<Endpoint>, badge: UInt, canGrant: Bool,
    canGrantReply: Bool, isBlocking: Bool, isCall: Bool
  ) {
    guard endpoint.pointee.state == .receiving, let receiver = endpoint.pointee.first else {
      guard isBlocking else { return }
      thread.pointee.state = .blockedOnSend
      thread.pointee.blockedObject = endpoint.address
      thread.pointee.blockedBadge = badge
      thread.pointee.blockedCanGrant = canGrant
      thread.pointee.blockedCanGrantReply = canGrantReply
      thread.pointee.blockedIsCall = isCall
      noteBlocked(thread)
      wait(thread, at: endpoint, .sending)
      return
    }
    leave(receiver, endpoint)
    transfer(from: thread, to: receiver, badge: badge, canGrant: canGrant, endpoint: endpoint)
    let replyCanGrant = receiver.pointee.blockedCanGrant
    setState(receiver, .running)
    offer(receiver)
    if isCall {
      if canGrant || canGrantReply {
        awaitReply(thread, from: receiver, canGrant: replyCanGrant)
      } else {
        setState(thread, .inactive)
      }
    }
  }

  /// Receives a message at the endpoint, or a signal of the thread's bound notification.
  ///
  /// Corresponds to `receiveIPC`.
  func receive(_ thread: Reference<Thread>, at capability: Capability, isBlocking: Bool) {
    if let notification = thread.pointee.boundNotification, notification.pointee.state == .active {
      thread[.badge] = notification.pointee.take()
      return
    }
    let endpoint = capability.endpoint
    guard endpoint.pointee.state == .sending, let sender = endpoint.pointee.first else {
      guard isBlocking else {
        thread[.badge] = 0
        return
      }
      thread.pointee.state = .blockedOnReceive
      thread.pointee.blockedObject = endpoint.address
      thread.pointee.blockedCanGrant = capability.canGrant
      noteBlocked(thread)
      wait(thread, at: endpoint, .receiving)
      return
    }
    leave(sender, endpoint)
    let canGrant = sender.pointee.blockedCanGrant
    transfer(
      from: sender, to: thread, badge: sender.pointee.blockedBadge, canGrant: canGrant, endpoint: endpoint)
    if sender.pointee.blockedIsCall {
      if canGrant || sender.pointee.blockedCanGrantReply {
        awaitReply(sender, from: thread, canGrant: capability.canGrant)
      } else {
        setState(sender, .inactive)
      }
    } else {
      setState(sender, .running)
      offer(sender)
    }
  }

  private func wait(_ thread: Reference<Thread>, at endpoint: Reference<Endpoint>, _ waiting: Endpoint.State)
  {
    var queue = endpoint.pointee.queue
    queue.append(thread)
    endpoint.pointee.setQueue(queue, waiting)
  }

  private func leave(_ thread: Reference<Thread>, _ endpoint: Reference<Endpoint>) {
    var queue = endpoint.pointee.queue
    let waiting = endpoint.pointee.state
    queue.remove(thread)
    endpoint.pointee.setQueue(queue, waiting)
  }

  /// Gives `callee` the one right to answer `caller`.
  ///
  /// Corresponds to `setupCallerCap`.
  private func awaitReply(_ caller: Reference<Thread>, from callee: Reference<Thread>, canGrant: Bool) {
    setState(caller, .blockedOnReply)
    caller.replySlot.insert(
      .reply(to: caller, canGrant: canGrant, isMaster: false), into: callee.callerSlot)
  }

  /// Answers the thread that the capability in `slot` names, which uses it up.
  ///
  /// Corresponds to `doReplyTransfer`.
  func reply(
    from sender: Reference<Thread>, to receiver: Reference<Thread>, _ slot: Reference<Slot>, canGrant: Bool
  ) {
    if receiver.pointee.fault.kind == .none {
      transfer(from: sender, to: receiver, badge: 0, canGrant: canGrant, endpoint: nil)
      deleteOne(slot)
      setState(receiver, .running)
      offer(receiver)
    } else {
      deleteOne(slot)
      let restarts = takeFaultReply(from: sender, for: receiver)
      receiver.pointee.fault = .none
      if restarts {
        setState(receiver, .restart)
        offer(receiver)
      } else {
        setState(receiver, .inactive)
      }
    }
  }

  /// Answers the caller of the current thread, if there is one.
  ///
  /// Corresponds to `handleReply`.
  func replyToCaller() {
    let slot = currentThread.callerSlot
    let capability = slot.pointee.capability
    guard capability.kind == .reply, !capability.isReplyMaster else { return }
    reply(from: currentThread, to: capability.thread, slot, canGrant: capability.canGrant)
  }

  /// Takes a thread out of whatever it waits for; it is then inactive unless it could run.
  ///
  /// Corresponds to `cancelIPC`.
  func cancelWait(_ thread: Reference<Thread>) {
    switch thread.pointee.state {
    case .blockedOnSend, .blockedOnReceive:
      leave(thread, Reference(address: thread.pointee.blockedObject))
      setState(thread, .inactive)
    case .blockedOnNotification:
      cancelSignal(thread, Reference(address: thread.pointee.blockedObject))
    case .blockedOnReply:
      thread.pointee.fault = .none
      if let slot = thread.replySlot.pointee.next { deleteOne(slot) }
    case .inactive, .running, .restart, .idle: break
    }
  }

  /// Lets all who wait at an endpoint that is going away try again, and fail.
  ///
  /// Corresponds to `cancelAllIPC`.
  func cancelAll(at endpoint: Reference<Endpoint>) {
    guard endpoint.pointee.state != .idle else { return }
    var waiting = endpoint.pointee.first
    endpoint.pointee.setQueue(ThreadQueue(), .idle)
    while let thread = waiting {
      waiting = thread.pointee.queueNext
      setState(thread, .restart)
      enqueue(thread)
    }
    requireReschedule()
  }

  /// Lets all who wait to send with `badge` try again.
  ///
  /// Corresponds to `cancelBadgedSends`.
  func cancelSends(at endpoint: Reference<Endpoint>, badge: UInt) {
    guard endpoint.pointee.state == .sending else { return }
    var queue = endpoint.pointee.queue
    var waiting = queue.head
    while let thread = waiting {
      waiting = thread.pointee.queueNext
      if thread.pointee.blockedBadge == badge {
        setState(thread, .restart)
        enqueue(thread)
        queue.remove(thread)
      }
    }
    endpoint.pointee.setQueue(queue, .sending)
    requireReschedule()
  }
}
