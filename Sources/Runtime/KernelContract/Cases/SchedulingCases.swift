import CSeL4
import SeL4

// Manual, section 6.1.2.
extension Contract {
  mutating func schedulingCases() {
    test("priority-above-the-callers-runs-at-once") { c in
      let worker = c.makeWorker(priority: 101)
      c.script(worker, .load(Self.buffers))
      c.start(worker)
      c.show(worker)
    }
    test("priority-below-the-callers-waits-until-it-waits") { c in
      let notification = c.make(.notification)
      let worker = c.makeWorker(priority: 99)
      c.script(worker, .send(c.mint(notification, badge: 1)))
      c.start(worker)
      c.show(worker)
      c.recv(notification)
      c.show(worker)
    }
    test("priority-decides-among-threads-that-wait-for-the-processor") { c in
      let notification = c.make(.notification)
      for number in 0..<3 as Range<Word> {
        let worker = c.makeWorker(priority: number == 1 ? 90 : 80 + number)
        c.script(worker, .send(c.mint(notification, badge: 1 << number)))
        c.start(worker)
      }
      for _ in 0..<3 { c.recv(notification) }
    }
    test("priority-raised-above-the-callers-runs-at-once") { c in
      let worker = c.makeWorker(priority: 50)
      c.script(worker, .load(Self.buffers))
      c.start(worker)
      c.invoke(.setPriority, worker.thread, [120], [Self.thread])
      c.show(worker)
    }
    test("priority-lowered-below-another-gives-way") { c in
      let notification = c.make(.notification)
      let worker = c.makeWorker(priority: 90)
      c.script(worker, .send(c.mint(notification, badge: 1)))
      c.start(worker)
      c.invoke(.setPriority, Self.thread, [80], [Self.thread])
      c.nbRecv(notification)
      c.invoke(.setPriority, Self.thread, [Self.priority], [Self.thread])
    }
    test("priority-equal-runs-when-the-caller-yields") { c in
      let notification = c.make(.notification)
      let worker = c.makeWorker(priority: Self.priority)
      c.script(worker, .send(c.mint(notification, badge: 1)))
      c.start(worker)
      SystemCall.yieldProcessor()
      c.nbRecv(notification)
    }
    test("yield-does-not-let-a-lower-priority-run") { c in
      let notification = c.make(.notification)
      let worker = c.makeWorker(priority: 99)
      c.script(worker, .send(c.mint(notification, badge: 1)))
      c.start(worker)
      SystemCall.yieldProcessor()
      c.nbRecv(notification)
    }
    test("yield-lets-equal-threads-take-turns") { c in
      let notification = c.make(.notification)
      let first = c.makeWorker(priority: 150)
      let second = c.makeWorker(priority: 150)
      each([first, second] as InlineArray<2, Worker>) { worker in
        c.script(worker, .recv(notification))
        c.script(worker, .yield)
        c.script(worker, .yield)
      }
      c.start(first)
      c.start(second)
      let waker = c.makeWorker(priority: 200)
      c.script(waker, .send(c.mint(notification, badge: 1)))
      c.script(waker, .send(c.mint(notification, badge: 2)))
      c.start(waker)
      c.show(first)
      c.show(second)
      c.show(waker)
    }
    test("signal-to-a-higher-priority-preempts-the-signaller") { c in
      let notification = c.make(.notification)
      let high = c.makeWorker(priority: 160)
      let low = c.makeWorker(priority: 140)
      c.script(high, .recv(notification))
      c.start(high)
      c.script(low, .send(c.mint(notification, badge: 2)))
      c.script(low, .load(Self.buffers))
      c.start(low)
      c.show(high)
      c.show(low)
    }
    test("signal-to-a-lower-priority-does-not-preempt-the-signaller") { c in
      let notification = c.make(.notification)
      let low = c.makeWorker(priority: 130)
      let high = c.makeWorker(priority: 160)
      c.script(low, .recv(notification))
      c.start(low)
      c.script(high, .send(c.mint(notification, badge: 2)))
      c.script(high, .load(Self.buffers))
      c.start(high)
      c.show(high)
      c.show(low)
    }
    test("send-to-a-higher-priority-preempts-the-sender") { c in
      let endpoint = c.make(.endpoint)
      let high = c.makeWorker(priority: 160)
      let low = c.makeWorker(priority: 140)
      c.script(high, .recv(endpoint))
      c.script(high, .load(Self.buffers))
      c.start(high)
      c.script(low, .send(endpoint, label: 1))
      c.script(low, .load(Self.buffers))
      c.start(low)
      c.show(high)
      c.show(low)
    }
    test("call-to-a-lower-priority-lets-it-run-for-the-caller") { c in
      let endpoint = c.make(.endpoint)
      let low = c.makeWorker(priority: 130)
      let high = c.makeWorker(priority: 160)
      c.script(low, .recv(endpoint))
      c.script(low, .reply(label: 5))
      c.script(low, .load(Self.buffers))
      c.start(low)
      c.script(high, .call(endpoint, label: 1))
      c.script(high, .load(Self.buffers))
      c.start(high)
      c.show(high)
      c.show(low)
    }
    test("reply-to-a-higher-priority-preempts-the-server") { c in
      let endpoint = c.make(.endpoint)
      let client = c.makeWorker(priority: 160)
      let server = c.makeWorker(priority: 140)
      c.script(client, .call(endpoint, label: 1))
      c.script(client, .load(Self.buffers))
      c.start(client)
      c.script(server, .recv(endpoint))
      c.script(server, .reply(label: 2))
      c.script(server, .load(Self.buffers))
      c.start(server)
      c.show(client)
      c.show(server)
    }
    test("suspend-of-itself-gives-way") { c in
      let notification = c.make(.notification)
      let worker = c.makeWorker(priority: 150)
      c.script(worker, .call(worker.thread, label: Request.suspend.label))
      c.script(worker, .send(c.mint(notification, badge: 1)))
      c.start(worker)
      c.nbRecv(notification)
      c.restart(worker)
      c.nbRecv(notification)
    }
    test("resume-of-a-lower-priority-does-not-preempt") { c in
      let notification = c.make(.notification)
      let worker = c.makeWorker(priority: 60)
      c.script(worker, .send(c.mint(notification, badge: 1)))
      c.start(worker)
      c.invoke(.suspend, worker.thread, [], [])
      c.invoke(.resume, worker.thread, [], [])
      c.nbRecv(notification)
      c.recv(notification)
    }
    test("endpoint-deleted-wakes-all-and-priority-decides") { c in
      let endpoint = c.make(.endpoint)
      let handler = c.make(.endpoint)
      let low = c.makeWorker(priority: 140, faultHandler: c.mint(handler, badge: 1))
      let high = c.makeWorker(priority: 160, faultHandler: c.mint(handler, badge: 2))
      c.script(low, .recv(endpoint))
      c.script(high, .recv(endpoint))
      c.start(low)
      c.start(high)
      c.invoke(.delete, Self.cnode, [endpoint, 64], [])
      c.recv(handler)
      c.recv(handler)
    }
  }
}

// How capability addresses are resolved, as seen by threads. Manual, section 3.3.
extension Contract {
  mutating func lookupCases() {
    test("lookup-of-a-guard-that-does-not-match-tells-the-guard") { c in
      let handler = c.make(.endpoint)
      let node = c.make(.cnode, bits: 4)
      let worker = c.makeWorker()
      c.invoke(.copy, node, [1, 4, handler, 64, 15], [Self.cnode])
      c.invoke(.setSpace, worker.thread, [0xab << 4 | 1, 0xab << 6 | 60, 0], [node, Self.vspace])
      c.script(worker, .send(1))
      c.start(worker)
      c.recv(handler)
    }
    test("lookup-that-ends-early-tells-the-depth") { c in
      let handler = c.make(.endpoint)
      let node = c.make(.cnode, bits: 4)
      let worker = c.makeWorker()
      c.invoke(.copy, node, [1, 4, handler, 64, 15], [Self.cnode])
      // The node resolves 10 of 64 bits; its slots hold no further node.
      c.invoke(.setSpace, worker.thread, [1 << 54, 6, 0], [node, Self.vspace])
      c.script(worker, .send(2 << 54 | 5))
      c.script(worker, .recv(2 << 54 | 5))
      c.start(worker)
      c.recv(handler)
      c.restart(worker)
      c.recv(handler)
    }
    test("lookup-walks-through-two-nodes") { c in
      let handler = c.make(.endpoint)
      let notification = c.make(.notification)
      let outer = c.make(.cnode, bits: 4)
      let inner = c.make(.cnode, bits: 4)
      let worker = c.makeWorker()
      c.invoke(.mint, inner, [7, 4, notification, 64, 15, 0x70], [Self.cnode])
      c.invoke(.copy, inner, [1, 4, handler, 64, 15], [Self.cnode])
      c.invoke(.mint, outer, [3, 4, inner, 64, 15, 28], [Self.cnode])
      c.invoke(.setSpace, worker.thread, [3 << 32 | 1, 28, 0], [outer, Self.vspace])
      c.script(worker, .send(3 << 32 | 7))
      c.script(worker, .send(3 << 32 | 1 << 20))
      c.start(worker)
      c.nbRecv(notification)
      c.recv(handler)
    }
    test("lookup-in-a-thread-without-a-cspace-stops-it") { c in
      let node = c.make(.cnode, bits: 4)
      let worker = c.makeWorker()
      c.invoke(.setSpace, worker.thread, [0, 60, 0], [node, Self.vspace])
      c.invoke(.delete, Self.cnode, [node, 64], [])
      c.script(worker, .send(1))
      c.script(worker, .load(Self.buffers))
      c.start(worker)
      c.show(worker)
    }
    test("lookup-ignores-bits-beyond-a-capability-that-is-no-node") { c in
      let notification = c.make(.notification)
      let node = c.make(.cnode, bits: 4)
      let worker = c.makeWorker()
      c.invoke(.mint, node, [2, 4, notification, 64, 15, 0x22], [Self.cnode])
      c.invoke(.setSpace, worker.thread, [0, 6, 0], [node, Self.vspace])
      c.script(worker, .send(2 << 54 | 5))
      c.start(worker)
      c.nbRecv(notification)
    }
  }
}
