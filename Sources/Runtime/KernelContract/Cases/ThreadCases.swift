import CKernelContract
import SeL4

// Manual, chapter 6 and section 10.3.3.
extension Contract {
  mutating func threadCases() {
    configureCases()
    priorityCases()
    bindingCases()
    stateCases()
  }

  private mutating func configureCases() {
    test("tcb-configure-takes-spaces-and-buffer") { c in
      let thread = c.make(.tcb)
      let page = c.make(.smallPage)
      c.invoke(
        .configure, thread, [0, c.cspaceGuard, 0, 0x1000_0000], [Self.cnode, Self.vspace, page])
    }
    test("tcb-configure-refuses-a-cspace-that-is-no-cnode") { c in
      let thread = c.make(.tcb)
      let page = c.make(.smallPage)
      c.invoke(.configure, thread, [0, 0, 0, 0x1000_0000], [page, Self.vspace, page])
      c.invoke(.configure, thread, [0, 0, 0, 0x1000_0000], [c.slot(), Self.vspace, page])
      c.invoke(.setSpace, thread, [0, 0, 0], [page, Self.vspace])
    }
    test("tcb-configure-refuses-a-guard-that-does-not-fit") { c in
      let thread = c.make(.tcb)
      let node = c.make(.cnode, bits: 10)
      c.invoke(.configure, thread, [0, 60, 0, 0], [node, Self.vspace, node])
      c.invoke(.setSpace, thread, [0, 60, 0], [node, Self.vspace])
      c.invoke(.setSpace, thread, [0, 54, 0], [node, Self.vspace])
    }
    test("tcb-configure-refuses-a-vspace-without-identifier") { c in
      let thread = c.make(.tcb)
      let space = c.make(.vspace)
      c.invoke(.configure, thread, [0, 0, 0, 0], [Self.cnode, space, space])
      c.invoke(.setSpace, thread, [0, 0, 0], [Self.cnode, space])
      c.invoke(.setSpace, thread, [0, 0, 0], [Self.cnode, thread])
      c.invoke(.setSpace, thread, [0, 0, 0], [Self.cnode, c.slot()])
      c.invoke(.assign, Self.asidPool, [], [space])
      c.invoke(.setSpace, thread, [0, 0, 0], [Self.cnode, space])
    }
    test("tcb-configure-refuses-a-misaligned-buffer") { c in
      let thread = c.make(.tcb)
      let page = c.make(.smallPage)
      each([0x1000_0001, 0x1000_0008, 0x1000_0200, 0x1000_0400] as InlineArray<4, Word>) { address in
        c.invoke(.configure, thread, [0, 0, 0, address], [Self.cnode, Self.vspace, page])
        c.invoke(.setIPCBuffer, thread, [address], [page])
      }
    }
    test("tcb-set-ipc-buffer-refuses-what-is-no-frame-of-memory") { c in
      let thread = c.make(.tcb)
      let device = c.slot()
      c.request(.retype, c.deviceUntyped, [c.smallPage, 0, 0, 0, device, 1], [Self.cnode])
      c.invoke(.setIPCBuffer, thread, [0x1000_0000], [thread])
      c.invoke(.setIPCBuffer, thread, [0x1000_0000], [device])
      c.invoke(.setIPCBuffer, thread, [0x1000_0000], [c.slot()])
      c.invoke(.setIPCBuffer, thread, [0], [thread])
      c.invoke(.configure, thread, [0, 0, 0, 0x1000_0000], [Self.cnode, Self.vspace, device])
    }
    test("tcb-set-ipc-buffer-takes-a-buffer-away-with-address-0") { c in
      let endpoint = c.make(.endpoint)
      let worker = c.makeWorker()
      let page = c.make(.smallPage)
      c.script(worker, .call(endpoint, label: 1, length: 6, 1, 2))
      c.invoke(.setIPCBuffer, worker.thread, [0], [page])
      c.start(worker)
      c.recv(endpoint)
    }
    test("tcb-configure-needs-all-of-its-message") { c in
      let thread = c.make(.tcb)
      let page = c.make(.smallPage)
      c.invoke(.configure, thread, length: 3, [0, 0, 0, 0], [Self.cnode, Self.vspace, page])
      c.invoke(
        .configure, thread, [0, 0, 0, 0], [Self.cnode, Self.vspace, page], capabilityCount: 2)
      c.invoke(.setSpace, thread, length: 2, [0, 0, 0], [Self.cnode, Self.vspace])
      c.invoke(.setSpace, thread, [0, 0, 0], [Self.cnode, Self.vspace], capabilityCount: 1)
      c.invoke(.setIPCBuffer, thread, length: 0, [0], [page])
      c.invoke(.setIPCBuffer, thread, [0], [page], capabilityCount: 0)
    }
    test("tcb-set-space-refuses-to-drop-the-last-capability-to-a-cnode") { c in
      let thread = c.make(.tcb)
      let node = c.make(.cnode, bits: 4)
      c.invoke(.setSpace, thread, [0, 0, 0], [node, Self.vspace])
      c.invoke(.delete, Self.cnode, [node, 64], [])
      c.invoke(.setSpace, thread, [0, 0, 0], [Self.cnode, Self.vspace])
      c.invoke(
        .configure, thread, [0, 0, 0, 0], [Self.cnode, Self.vspace, node])
    }
    test("tcb-configure-from-an-untyped-with-children-asks-to-revoke-first") { c in
      let thread = c.make(.tcb)
      let memory = c.make(.untyped, bits: 12)
      c.request(.retype, memory, [ObjectType.endpoint.rawValue, 0, 0, 0, c.slot(), 1], [Self.cnode])
      c.invoke(.setSpace, thread, [0, 0, 0], [memory, Self.vspace])
      c.invoke(.setSpace, thread, [0, 0, 0], [Self.cnode, memory])
      c.invoke(.setIPCBuffer, thread, [0x1000_0000], [memory])
      c.invoke(.configure, thread, [0, 0, 0, 0x1000_0000], [Self.cnode, Self.vspace, memory])
      c.invoke(.configure, thread, [0, 0, 0, 0], [memory, Self.vspace, memory])
    }
    test("tcb-set-space-changes-where-a-thread-finds-capabilities") { c in
      let notification = c.make(.notification)
      let node = c.make(.cnode, bits: 4)
      c.invoke(.mint, node, [3, 4, notification, 64, 15, 0x33], [Self.cnode])
      let worker = c.makeWorker()
      c.invoke(.setSpace, worker.thread, [0, 60, 0], [node, Self.vspace])
      c.script(worker, .send(3))
      c.start(worker)
      c.nbRecv(notification)
    }
    test("tcb-knows-no-other-method") { c in
      let thread = c.make(.tcb)
      c.invoke(.retype, thread, [0, 0, 0, 0], [])
      c.invoke(.delete, thread, [0, 0, 0, 0], [])
      c.invoke(.irqAck, thread, [0, 0, 0, 0], [])
      c.invoke(Request(9999, "label 9999"), thread, [0, 0, 0, 0], [])
    }
    test("tcb-methods-of-other-objects-are-refused") { c in
      let page = c.make(.smallPage)
      let empty = c.slot()
      let requests: InlineArray<15, Request> = [
        .readRegisters, .writeRegisters, .copyRegisters, .configure, .setPriority, .setMCPriority,
        .setSchedParams, .setIPCBuffer, .setSpace, .suspend, .resume, .bindNotification,
        .unbindNotification, .setTLSBase, .setFlags,
      ]
      for index in requests.indices {
        c.invoke(requests[index], page, [0, 1, 0, 0], [Self.cnode, Self.vspace, page])
        c.invoke(requests[index], empty, [0, 1, 0, 0], [Self.cnode, Self.vspace, page])
      }
    }
  }

  private mutating func priorityCases() {
    test("tcb-set-priority-is-bounded-by-the-authority") { c in
      let authority = c.make(.tcb)
      let thread = c.make(.tcb)
      c.invoke(.setPriority, thread, [1], [authority])
      c.invoke(.setMCPriority, authority, [50], [Self.thread])
      c.invoke(.setPriority, thread, [50], [authority])
      c.invoke(.setPriority, thread, [51], [authority])
      c.invoke(.setPriority, thread, [255], [Self.thread])
      c.invoke(.setPriority, thread, [256], [Self.thread])
      c.invoke(.setPriority, thread, [Word.max], [Self.thread])
    }
    test("tcb-set-mcpriority-is-bounded-by-the-authority") { c in
      let authority = c.make(.tcb)
      let thread = c.make(.tcb)
      c.invoke(.setMCPriority, authority, [50], [Self.thread])
      c.invoke(.setMCPriority, thread, [51], [authority])
      c.invoke(.setMCPriority, thread, [50], [authority])
      c.invoke(.setMCPriority, thread, [256], [Self.thread])
      c.invoke(.setPriority, authority, [51], [thread])
    }
    test("tcb-set-sched-params-sets-both-or-none") { c in
      let authority = c.make(.tcb)
      let thread = c.make(.tcb)
      c.invoke(.setMCPriority, authority, [50], [Self.thread])
      c.invoke(.setSchedParams, thread, [50, 51], [authority])
      c.invoke(.setSchedParams, thread, [51, 50], [authority])
      c.invoke(.setPriority, authority, [1], [thread])
      c.invoke(.setSchedParams, thread, [50, 50], [authority])
      c.invoke(.setPriority, authority, [50], [thread])
      c.invoke(.setPriority, authority, [51], [thread])
    }
    test("tcb-priorities-need-a-thread-as-authority") { c in
      let thread = c.make(.tcb)
      let page = c.make(.smallPage)
      c.invoke(.setPriority, thread, [1], [page])
      c.invoke(.setMCPriority, thread, [1], [page])
      c.invoke(.setSchedParams, thread, [1, 1], [page])
      c.invoke(.setPriority, thread, [1], [c.slot()])
    }
    test("tcb-priorities-need-all-of-their-message") { c in
      let thread = c.make(.tcb)
      c.invoke(.setPriority, thread, length: 0, [1], [Self.thread])
      c.invoke(.setPriority, thread, [1], [Self.thread], capabilityCount: 0)
      c.invoke(.setMCPriority, thread, length: 0, [1], [Self.thread])
      c.invoke(.setMCPriority, thread, [1], [Self.thread], capabilityCount: 0)
      c.invoke(.setSchedParams, thread, length: 1, [1, 1], [Self.thread])
      c.invoke(.setSchedParams, thread, [1, 1], [Self.thread], capabilityCount: 0)
    }
  }

  private mutating func bindingCases() {
    test("tcb-bind-notification-once") { c in
      let thread = c.make(.tcb)
      let other = c.make(.tcb)
      let notification = c.make(.notification)
      let second = c.make(.notification)
      c.invoke(.bindNotification, thread, [], [notification])
      c.invoke(.bindNotification, thread, [], [second])
      c.invoke(.bindNotification, other, [], [notification])
      c.invoke(.unbindNotification, thread, [], [])
      c.invoke(.bindNotification, other, [], [notification])
    }
    test("tcb-bind-notification-refuses-other-objects-and-missing-rights") { c in
      let thread = c.make(.tcb)
      let notification = c.make(.notification)
      let sender = c.mint(notification, badge: 0, rights: .write)
      let receiver = c.mint(notification, badge: 0, rights: .read)
      c.invoke(.bindNotification, thread, [], [thread])
      c.invoke(.bindNotification, thread, [], [c.make(.endpoint)])
      c.invoke(.bindNotification, thread, [], [sender])
      c.invoke(.bindNotification, thread, [], [c.slot()])
      c.invoke(.bindNotification, thread, [], [receiver], capabilityCount: 0)
      c.invoke(.bindNotification, thread, [], [receiver])
    }
    test("tcb-bind-notification-refuses-one-that-is-waited-for") { c in
      let notification = c.make(.notification)
      let worker = c.makeWorker()
      let other = c.make(.tcb)
      c.script(worker, .recv(notification))
      c.start(worker)
      c.invoke(.bindNotification, other, [], [notification])
      c.invoke(.bindNotification, worker.thread, [], [notification])
      c.signal(notification)
      c.invoke(.bindNotification, other, [], [notification])
      c.show(worker)
    }
    test("tcb-unbind-notification-without-one-is-refused") { c in
      let thread = c.make(.tcb)
      let notification = c.make(.notification)
      c.invoke(.unbindNotification, thread, [], [])
      c.invoke(.bindNotification, thread, [], [notification])
      c.invoke(.delete, Self.cnode, [notification, 64], [])
      c.invoke(.unbindNotification, thread, [], [])
    }
    test("tcb-deleted-unbinds-its-notification") { c in
      let thread = c.make(.tcb)
      let other = c.make(.tcb)
      let notification = c.make(.notification)
      c.invoke(.bindNotification, thread, [], [notification])
      c.invoke(.delete, Self.cnode, [thread, 64], [])
      c.invoke(.bindNotification, other, [], [notification])
    }
  }

  private mutating func stateCases() {
    test("tcb-resume-of-a-new-thread-without-spaces-stops-it-again") { c in
      let thread = c.make(.tcb)
      c.invoke(.suspend, thread, [], [])
      c.invoke(.setPriority, thread, [20], [Self.thread])
      c.invoke(.resume, thread, [], [])
      c.invoke(.suspend, thread, [], [])
    }
    test("tcb-suspend-takes-a-thread-out-of-its-wait") { c in
      let endpoint = c.make(.endpoint)
      let worker = c.makeWorker()
      c.script(worker, .send(endpoint, label: 4))
      c.start(worker)
      c.invoke(.suspend, worker.thread, [], [])
      c.nbRecv(endpoint)
      c.invoke(.resume, worker.thread, [], [])
      c.nbRecv(endpoint)
      c.show(worker)
    }
    test("tcb-resume-of-a-waiting-thread-begins-its-call-anew") { c in
      let endpoint = c.make(.endpoint)
      let first = c.makeWorker()
      let second = c.makeWorker()
      c.script(first, .send(endpoint, label: 1))
      c.script(second, .send(endpoint, label: 2))
      c.start(first)
      c.start(second)
      c.invoke(.resume, first.thread, [], [])
      c.recv(endpoint)
      c.recv(endpoint)
      c.nbRecv(endpoint)
    }
    test("tcb-resume-of-a-running-thread-changes-nothing") { c in
      let worker = c.makeWorker(priority: 50)
      let notification = c.make(.notification)
      c.script(worker, .send(notification))
      c.start(worker)
      c.invoke(.resume, worker.thread, [], [])
      c.recv(notification)
    }
    test("tcb-suspend-of-a-caller-takes-the-right-to-reply") { c in
      let endpoint = c.make(.endpoint)
      let worker = c.makeWorker()
      let saved = c.slot()
      c.script(worker, .call(endpoint, label: 1))
      c.start(worker)
      c.recv(endpoint)
      c.invoke(.saveCaller, Self.cnode, [saved, 64], [])
      c.invoke(.suspend, worker.thread, [], [])
      c.invoke(Request(0, "the reply"), saved, [], [])
      c.invoke(.resume, worker.thread, [], [])
      c.recv(endpoint)
      c.reply(label: 8)
      c.show(worker)
    }
    test("tcb-deleted-while-it-waits-leaves-the-queue") { c in
      let endpoint = c.make(.endpoint)
      let first = c.makeWorker()
      let second = c.makeWorker()
      c.script(first, .send(endpoint, label: 1))
      c.script(second, .send(endpoint, label: 2))
      c.start(first)
      c.start(second)
      c.invoke(.delete, Self.cnode, [first.thread, 64], [])
      c.recv(endpoint)
      c.nbRecv(endpoint)
    }
    test("tcb-set-flags-answers-the-flags") { c in
      let thread = c.make(.tcb)
      c.invoke(.setFlags, thread, [0, 0], [])
      c.invoke(.setFlags, thread, [0, 1], [])
      c.invoke(.setFlags, thread, [0, 0xfe], [])
      c.invoke(.setFlags, thread, [1, 0], [])
      c.invoke(.setFlags, thread, [1, 1], [])
      c.invoke(.setFlags, thread, length: 1, [1, 1], [])
    }
    test("tcb-set-tls-base-sets-a-register") { c in
      let thread = c.make(.tcb)
      c.invoke(.setTLSBase, thread, [0x1234_5678], [])
      c.invoke(.setTLSBase, thread, length: 0, [0], [])
      let context = try? TCB(CapabilityPointer(rawValue: thread)).readRegisters()
      if let context { c.show("thread pointer", value: context[DDDK_contextThreadPointer]) }
    }
  }
}
