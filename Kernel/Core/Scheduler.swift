// Who runs next: the highest priority that is ready, round robin within it. Corresponds to seL4's `schedule`.

/// The ready threads of one priority.
struct ReadyQueue {
  var head: Reference<Thread>?
  var tail: Reference<Thread>?
}

extension Microkernel {
  private static var resumeCurrent: UInt { 0 }
  private static var chooseNew: UInt { 1 }

  /// Sets what the thread is doing, and looks for another thread if the current one can no longer run.
  func setState(_ thread: Reference<Thread>, _ newState: Thread.State) {
    thread.pointee.state = newState
    noteBlocked(thread)
  }

  /// Corresponds to `scheduleTCB`.
  func noteBlocked(_ thread: Reference<Thread>) {
    if thread == currentThread, state.pointee.schedulerAction == Microkernel.resumeCurrent,
      !thread.pointee.isRunnable
    {
      state.pointee.schedulerAction = Microkernel.chooseNew
    }
  }

  /// Makes a thread that became runnable the next one, unless there is already another candidate: then the
  /// queues decide.
  ///
  /// Corresponds to `possibleSwitchTo`.
  func offer(_ thread: Reference<Thread>) {
    if state.pointee.schedulerAction != Microkernel.resumeCurrent {
      requireReschedule()
      enqueue(thread)
    } else {
      state.pointee.schedulerAction = thread.address
    }
  }

  /// Corresponds to `rescheduleRequired`.
  func requireReschedule() {
    let action = state.pointee.schedulerAction
    if action > Microkernel.chooseNew { enqueue(Reference(address: action)) }
    state.pointee.schedulerAction = Microkernel.chooseNew
  }

  /// Acts on what the system call, fault or interrupt did to the threads.
  func schedule() {
    let action = state.pointee.schedulerAction
    guard action != Microkernel.resumeCurrent else { return }
    let current = currentThread
    let wasRunnable = current.pointee.isRunnable
    if wasRunnable { enqueue(current) }
    if action == Microkernel.chooseNew {
      chooseThread()
    } else {
      let candidate = Reference<Thread>(address: action)
      let isIdle = current == state.pointee.idleThread
      let priority = candidate.pointee.priority
      if isIdle || priority < current.pointee.priority, isAnyReady(above: priority) {
        enqueue(candidate)
        chooseThread()
      } else if wasRunnable, priority == current.pointee.priority {
        append(candidate)
        chooseThread()
      } else {
        switchTo(candidate)
      }
    }
    state.pointee.schedulerAction = Microkernel.resumeCurrent
  }

  private func chooseThread() {
    if let thread = readyQueue(UInt8(truncatingIfNeeded: state.pointee.highestReady)).pointee.head {
      switchTo(thread)
    } else {
      switchToIdle()
    }
  }

  /// Makes `thread` the current one: its address space, its floating-point registers, its thread pointers.
  func switchTo(_ thread: Reference<Thread>) {
    saveThreadPointer(of: currentThread)
    activateAddressSpace(of: thread)
    changeFloatingPoint(from: currentThread, to: thread)
    dequeue(thread)
    state.pointee.currentThread = thread
    loadThreadPointer(of: thread)
  }

  private func switchToIdle() {
    saveThreadPointer(of: currentThread)
    leaveAddressSpace()
    changeFloatingPoint(from: currentThread, to: state.pointee.idleThread)
    state.pointee.currentThread = state.pointee.idleThread
  }

  /// Lets a thread that was stopped in a system call begin it again.
  ///
  /// Corresponds to `activateThread`.
  func activateThread() {
    let thread = currentThread
    if thread.pointee.state == .restart {
      thread[.nextInstruction] = thread[.faultInstruction]
      setState(thread, .running)
    }
  }

  /// Counts one tick of the current thread's turn.
  ///
  /// Corresponds to `timerTick`.
  func countTick() {
    let thread = currentThread
    guard thread.pointee.state == .running else { return }
    if thread.pointee.timeSlice > 1 {
      thread.pointee.timeSlice &-= 1
    } else {
      thread.pointee.timeSlice = Limits.timeSlice
      append(thread)
      requireReschedule()
    }
  }

  /// Gives up the rest of the turn.
  ///
  /// Corresponds to `seL4_Yield`.
  func yield() {
    dequeue(currentThread)
    append(currentThread)
    requireReschedule()
  }

  func setPriority(_ thread: Reference<Thread>, _ priority: UInt8) {
    dequeue(thread)
    thread.pointee.priority = priority
    guard thread.pointee.isRunnable else { return }
    if thread == currentThread { requireReschedule() } else { offer(thread) }
  }
}

// The ready queues.
extension Microkernel {
  /// Whether a thread of a higher priority than `priority` is ready.
  @inline(__always)
  func isAnyReady(above priority: UInt8) -> Bool { UInt(priority) < state.pointee.highestReady }

  /// The word of ready bits for priorities from `group * 64`.
  @inline(__always)
  private func readyBits(_ group: UInt) -> Reference<UInt> {
    state.rebound(to: UInt.self, offset: 40).advanced(by: group)
  }

  @inline(__always)
  private func markReady(_ priority: UInt8) {
    readyBits(UInt(priority) &>> 6).pointee |= 1 &<< (UInt(priority) & 63)
    if UInt(priority) > state.pointee.highestReady { state.pointee.highestReady = UInt(priority) }
  }

  /// No thread of this priority is ready any more.
  ///
  /// If it was the highest, the next one is looked for here, so that who asks for the highest need not look: some
  /// processors cannot count zeros.
  private func markEmpty(_ priority: UInt8) {
    var group = UInt(priority) &>> 6
    readyBits(group).pointee &= ~(1 &<< (UInt(priority) & 63))
    guard UInt(priority) == state.pointee.highestReady else { return }
    while group > 0, readyBits(group).pointee == 0 { group &-= 1 }
    let bits = readyBits(group).pointee
    state.pointee.highestReady = bits == 0 ? 0 : group &* 64 &+ 63 &- UInt(bits.leadingZeroBitCount)
  }

  /// Puts a thread in front of its priority's queue.
  ///
  /// Corresponds to `tcbSchedEnqueue`.
  func enqueue(_ thread: Reference<Thread>) {
    guard !thread.pointee.isQueued else { return }
    putFirst(thread)
  }

  /// Puts a thread that stands in no queue in front of its priority's.
  @inline(__always)
  func putFirst(_ thread: Reference<Thread>) {
    let queue = readyQueue(thread.pointee.priority)
    let head = queue.pointee.head
    thread.pointee.readyPrevious = nil
    thread.pointee.readyNext = head
    if let head {
      head.pointee.readyPrevious = thread
    } else {
      queue.pointee.tail = thread
      markReady(thread.pointee.priority)
    }
    queue.pointee.head = thread
    thread.pointee.isQueued = true
  }

  /// Puts a thread behind all others of its priority.
  ///
  /// Corresponds to `tcbSchedAppend`.
  func append(_ thread: Reference<Thread>) {
    guard !thread.pointee.isQueued else { return }
    let queue = readyQueue(thread.pointee.priority)
    let tail = queue.pointee.tail
    thread.pointee.readyPrevious = tail
    thread.pointee.readyNext = nil
    if let tail {
      tail.pointee.readyNext = thread
    } else {
      queue.pointee.head = thread
      markReady(thread.pointee.priority)
    }
    queue.pointee.tail = thread
    thread.pointee.isQueued = true
  }

  /// Takes a thread out of its queue, if it is in one.
  ///
  /// Corresponds to `tcbSchedDequeue`.
  func dequeue(_ thread: Reference<Thread>) {
    guard thread.pointee.isQueued else { return }
    let queue = readyQueue(thread.pointee.priority)
    let previous = thread.pointee.readyPrevious
    let next = thread.pointee.readyNext
    if let previous { previous.pointee.readyNext = next } else { queue.pointee.head = next }
    if let next { next.pointee.readyPrevious = previous } else { queue.pointee.tail = previous }
    if queue.pointee.head == nil { markEmpty(thread.pointee.priority) }
    thread.pointee.isQueued = false
  }
}
