// Signals and who takes them. Corresponds to seL4's `notification.c`.

extension Microkernel {
  /// Wakes a thread with the badge, or keeps it.
  ///
  /// Corresponds to `sendSignal`.
  func signal(_ notification: Reference<Notification>, badge: UInt) {
    switch notification.pointee.state {
    case .idle:
      if let thread = notification.pointee.boundThread, thread.pointee.state == .blockedOnReceive {
        cancelWait(thread)
        wake(thread, badge)
      } else {
        notification.pointee.activate(badge)
      }
    case .waiting:
      guard let thread = notification.pointee.first else { return }
      leave(thread, notification)
      wake(thread, badge)
    case .active:
      notification.pointee.badge |= badge
    }
  }

  private func wake(_ thread: Reference<Thread>, _ badge: UInt) {
    setState(thread, .running)
    thread[.badge] = badge
    offer(thread)
  }

  /// Takes the signals, or waits for one.
  ///
  /// Corresponds to `receiveSignal`.
  func awaitSignal(_ thread: Reference<Thread>, _ notification: Reference<Notification>, isBlocking: Bool) {
    if notification.pointee.state == .active {
      thread[.badge] = notification.pointee.take()
    } else if isBlocking {
      thread.pointee.state = .blockedOnNotification
      thread.pointee.blockedObject = notification.address
      noteBlocked(thread)
      var queue = notification.pointee.queue
      queue.append(thread)
      notification.pointee.setQueue(queue)
    } else {
      thread[.badge] = 0
    }
  }

  private func leave(_ thread: Reference<Thread>, _ notification: Reference<Notification>) {
    var queue = notification.pointee.queue
    queue.remove(thread)
    notification.pointee.setQueue(queue)
  }

  func cancelSignal(_ thread: Reference<Thread>, _ notification: Reference<Notification>) {
    leave(thread, notification)
    setState(thread, .inactive)
  }

  /// Lets all who wait for a notification that is going away try again.
  ///
  /// Corresponds to `cancelAllSignals`.
  func cancelAll(at notification: Reference<Notification>) {
    guard notification.pointee.state == .waiting else { return }
    var waiting = notification.pointee.first
    notification.pointee.setQueue(ThreadQueue())
    while let thread = waiting {
      waiting = thread.pointee.queueNext
      setState(thread, .restart)
      enqueue(thread)
    }
    requireReschedule()
  }

  func bind(_ notification: Reference<Notification>, to thread: Reference<Thread>) {
    notification.pointee.boundThread = thread
    thread.pointee.boundNotification = notification
  }

  func unbindNotification(of thread: Reference<Thread>) {
    guard let notification = thread.pointee.boundNotification else { return }
    notification.pointee.boundThread = nil
    thread.pointee.boundNotification = nil
  }

  func unbindThread(of notification: Reference<Notification>) {
    guard let thread = notification.pointee.boundThread else { return }
    notification.pointee.boundThread = nil
    thread.pointee.boundNotification = nil
  }
}
