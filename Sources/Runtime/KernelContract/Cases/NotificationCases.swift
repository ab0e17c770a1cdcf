import CSeL4
import SeL4

// Manual, chapter 5.
extension Contract {
  mutating func notificationCases() {
    test("notification-ors-the-badges-of-its-signals") { c in
      let notification = c.make(.notification)
      c.signal(c.mint(notification, badge: 1))
      c.signal(c.mint(notification, badge: 4))
      c.signal(c.mint(notification, badge: 1))
      c.nbRecv(notification)
      c.nbRecv(notification)
    }
    test("notification-signalled-without-badge-is-active-with-0") { c in
      let notification = c.make(.notification)
      c.signal(notification)
      let worker = c.makeWorker()
      c.script(worker, .recv(notification))
      c.start(worker)
      c.show(worker)
    }
    test("notification-wait-takes-what-was-kept") { c in
      let notification = c.make(.notification)
      c.signal(c.mint(notification, badge: 6))
      c.recv(notification)
      c.nbRecv(notification)
    }
    test("notification-wakes-waiting-threads-in-order-one-a-signal") { c in
      let notification = c.make(.notification)
      let first = c.makeWorker(priority: 140)
      let second = c.makeWorker(priority: 150)
      c.script(first, .recv(notification))
      c.script(second, .recv(notification))
      c.start(first)
      c.start(second)
      c.signal(c.mint(notification, badge: 1))
      c.show(first)
      c.show(second)
      c.signal(c.mint(notification, badge: 2))
      c.show(second)
      c.nbRecv(notification)
    }
    test("notification-signal-without-the-right-does-nothing") { c in
      let notification = c.make(.notification)
      let receiver = c.mint(notification, badge: 1, rights: .read)
      c.signal(receiver)
      c.nbRecv(notification)
      c.invoke(Request(0, "Call"), receiver, [], [])
    }
    test("notification-wait-without-the-right-faults") { c in
      let notification = c.make(.notification)
      let handler = c.make(.endpoint)
      let worker = c.makeWorker(faultHandler: handler)
      let sender = c.mint(notification, badge: 1, rights: .write)
      c.script(worker, .recv(sender))
      c.script(worker, .nbRecv(sender))
      c.start(worker)
      c.recv(handler)
      c.restart(worker)
      c.recv(handler)
    }
    test("notification-called-is-signalled-and-answers-at-once") { c in
      let notification = c.make(.notification)
      c.invoke(Request(5, "Call"), c.mint(notification, badge: 2), [], [])
      c.nbRecv(notification)
    }
    test("notification-nbsend-signals") { c in
      let notification = c.make(.notification)
      c.send(SystemCall.nbSend, c.mint(notification, badge: 8))
      c.nbRecv(notification)
    }
    test("notification-bound-wakes-its-thread-at-an-endpoint") { c in
      let notification = c.make(.notification)
      let endpoint = c.make(.endpoint)
      let worker = c.makeWorker()
      c.invoke(.bindNotification, worker.thread, [], [notification])
      c.script(worker, .recv(endpoint))
      c.script(worker, .recv(endpoint))
      c.start(worker)
      c.signal(c.mint(notification, badge: 0x20))
      c.show(worker)
      c.send(SystemCall.send, endpoint, label: 1)
      c.show(worker)
    }
    test("notification-bound-and-active-goes-before-a-message") { c in
      let notification = c.make(.notification)
      let endpoint = c.make(.endpoint)
      let worker = c.makeWorker()
      let sender = c.makeWorker()
      c.invoke(.bindNotification, worker.thread, [], [notification])
      c.script(sender, .send(endpoint, label: 1))
      c.start(sender)
      c.signal(c.mint(notification, badge: 0x20))
      c.script(worker, .nbRecv(endpoint))
      c.script(worker, .nbRecv(endpoint))
      c.script(worker, .nbRecv(endpoint))
      c.start(worker)
      c.show(worker)
    }
    test("notification-bound-does-not-wake-a-sender") { c in
      let notification = c.make(.notification)
      let endpoint = c.make(.endpoint)
      let worker = c.makeWorker()
      c.invoke(.bindNotification, worker.thread, [], [notification])
      c.script(worker, .send(endpoint, label: 1))
      c.start(worker)
      c.signal(c.mint(notification, badge: 0x20))
      c.show(worker)
      c.nbRecv(endpoint)
      c.show(worker)
    }
    test("notification-bound-to-another-cannot-be-waited-for") { c in
      let notification = c.make(.notification)
      let handler = c.make(.endpoint)
      let owner = c.makeWorker()
      let worker = c.makeWorker(faultHandler: handler)
      c.invoke(.bindNotification, owner.thread, [], [notification])
      c.script(worker, .recv(notification))
      c.start(worker)
      c.recv(handler)
      c.script(owner, .recv(notification))
      c.start(owner)
      c.signal(c.mint(notification, badge: 3))
      c.show(owner)
    }
    test("notification-unbound-serves-everybody-again") { c in
      let notification = c.make(.notification)
      let owner = c.make(.tcb)
      c.invoke(.bindNotification, owner, [], [notification])
      c.invoke(.unbindNotification, owner, [], [])
      c.signal(c.mint(notification, badge: 3))
      c.nbRecv(notification)
    }
    test("notification-deleted-lets-its-waiters-fault") { c in
      let notification = c.make(.notification)
      let handler = c.make(.endpoint)
      let worker = c.makeWorker(faultHandler: handler)
      c.script(worker, .recv(notification))
      c.start(worker)
      c.invoke(.delete, Self.cnode, [notification, 64], [])
      c.recv(handler)
    }
    test("notification-deleted-lets-equal-waiters-fault-one-after-the-other") { c in
      let notification = c.make(.notification)
      let handler = c.make(.endpoint)
      for number in 1...3 as ClosedRange<Word> {
        let worker = c.makeWorker(faultHandler: c.mint(handler, badge: number))
        c.script(worker, .recv(notification))
        c.start(worker)
      }
      c.invoke(.delete, Self.cnode, [notification, 64], [])
      for _ in 0..<3 { c.recv(handler) }
    }
    test("notification-deleted-unbinds-its-thread") { c in
      let notification = c.make(.notification)
      let other = c.make(.notification)
      let endpoint = c.make(.endpoint)
      let worker = c.makeWorker()
      c.invoke(.bindNotification, worker.thread, [], [notification])
      c.script(worker, .recv(endpoint))
      c.start(worker)
      c.invoke(.delete, Self.cnode, [notification, 64], [])
      c.invoke(.bindNotification, worker.thread, [], [other])
      c.signal(c.mint(other, badge: 5))
      c.show(worker)
    }
    test("notification-badges-revoked-leave-what-was-signalled") { c in
      let notification = c.make(.notification)
      let badged = c.mint(notification, badge: 0x10)
      c.signal(badged)
      c.invoke(.revoke, Self.cnode, [notification, 64], [])
      c.nbRecv(notification)
    }
  }
}
