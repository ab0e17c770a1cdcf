import CKernelContract
import CSeL4
import SeL4

// Manual, section 6.2.
extension Contract {
  mutating func faultCases() {
    virtualMemoryFaultCases()
    systemCallFaultCases()
    instructionFaultCases()
    handlerCases()
  }

  private mutating func virtualMemoryFaultCases() {
    test("fault-of-a-load-tells-address-and-status") { c in
      let handler = c.make(.endpoint)
      let worker = c.makeWorker(faultHandler: handler)
      c.script(worker, .load(Self.region + 0x18))
      c.start(worker)
      c.recv(handler)
    }
    test("fault-of-a-store-tells-that-it-was-a-write") { c in
      let handler = c.make(.endpoint)
      let worker = c.makeWorker(faultHandler: handler)
      c.script(worker, .store(Self.region + 0x18, 1))
      c.start(worker)
      c.recv(handler)
    }
    test("fault-of-a-fetch-tells-that-it-was-one") { c in
      let handler = c.make(.endpoint)
      let worker = c.makeWorker(faultHandler: handler)
      c.script(worker, .jump(Self.region + 0x20))
      c.start(worker)
      c.recv(handler)
    }
    test("fault-status-tells-the-level-that-is-missing", needs: .faultLevels) { c in
      let handler = c.make(.endpoint)
      let worker = c.makeWorker(faultHandler: handler)
      for _ in 0..<3 {
        c.script(worker, .load(Self.region))
        c.start(worker)
        c.recv(handler)
        c.request(.pageTableMap, c.make(.pageTable), [Self.region, 0], [Self.vspace])
      }
    }
    test("fault-at-an-address-of-the-kernel") { c in
      let handler = c.make(.endpoint)
      let worker = c.makeWorker(faultHandler: handler)
      c.script(worker, .load(dddk_kernel_address()))
      c.start(worker)
      c.recv(handler)
    }
    test("fault-at-an-address-between-the-kernel-and-its-threads") { c in
      let handler = c.make(.endpoint)
      let worker = c.makeWorker(faultHandler: handler)
      c.script(worker, .store(dddk_first_kernel_address(), 1))
      c.script(worker, .load(dddk_address_between()))
      c.script(worker, .jump(dddk_address_between()))
      c.start(worker)
      for _ in 0..<3 {
        c.recv(handler)
        c.restart(worker)
      }
    }
    test("fault-answered-makes-the-access-again") { c in
      let handler = c.make(.endpoint)
      let page = c.make(.smallPage)
      let worker = c.makeWorker(faultHandler: handler)
      c.script(worker, .load(Self.page))
      c.start(worker)
      c.recv(handler)
      c.reply()
      c.recv(handler)
      c.invoke(.pageMap, page, [Self.page, 3, Self.data], [Self.vspace])
      c.reply()
      c.show(worker)
    }
    test("fault-answered-with-a-label-makes-the-access-again-too") { c in
      let handler = c.make(.endpoint)
      let page = c.make(.smallPage)
      let worker = c.makeWorker(faultHandler: handler)
      c.script(worker, .load(Self.page))
      c.start(worker)
      c.recv(handler)
      c.invoke(.pageMap, page, [Self.page, 3, Self.data], [Self.vspace])
      c.reply(label: 1)
      c.show(worker)
    }
  }

  private mutating func systemCallFaultCases() {
    test("fault-of-an-unknown-system-call-tells-its-registers") { c in
      let handler = c.make(.endpoint)
      let worker = c.makeWorker(faultHandler: handler)
      c.script(worker, .system(0x99, 0x10, label: 1, length: 2, 0x12, 0x13, 0x14, 0x15))
      c.start(worker)
      c.recv(handler)
    }
    test("fault-of-an-unknown-system-call-is-answered-with-registers") { c in
      let handler = c.make(.endpoint)
      let worker = c.makeWorker(faultHandler: handler)
      c.script(worker, .system(0x99, 0x10, label: 1, length: 2, 0x12, 0x13, 0x14, 0x15))
      c.script(worker, .send(handler, label: 7))
      c.start(worker)
      var words = c.recv(handler).words
      // The registers are sent back with other values, and the thread goes on behind the call.
      for index in DDDK_unknownSystemCallFirst..<DDDK_unknownSystemCallReply
      where index != SeL4_unknownSystemCallFaultIP && index != DDDK_unknownSystemCallStack
        && DDDK_unknownSystemCallOwn >> index & 1 == 0
      {
        words[index] = 0xa0 + Word(index)
      }
      words[SeL4_unknownSystemCallFaultIP] = dddk_worker_behind(DDDK_stepSystemCall)
      words[DDDK_unknownSystemCallStack] = 0
      c.reply(words, length: DDDK_unknownSystemCallReply)
      c.recv(handler)
      for register in 0..<6 { c.show("register", value: Script.result(worker.number, 0, register)) }
    }
    test("fault-of-an-unknown-system-call-answered-with-a-label-stops-the-thread") { c in
      let handler = c.make(.endpoint)
      let worker = c.makeWorker(faultHandler: handler)
      c.script(worker, .system(0x99, 0x10))
      c.script(worker, .send(handler, label: 7))
      c.start(worker)
      c.recv(handler)
      c.reply(label: 1)
      c.nbRecv(handler)
      c.restart(worker)
      c.recv(handler)
    }
    test("fault-of-an-undefined-instruction-tells-number-and-code") { c in
      let handler = c.make(.endpoint)
      let worker = c.makeWorker(faultHandler: handler)
      c.script(worker, .trap)
      c.start(worker)
      c.recv(handler)
    }
    test("fault-of-an-undefined-instruction-is-answered-with-an-address") { c in
      let handler = c.make(.endpoint)
      let worker = c.makeWorker(faultHandler: handler)
      c.script(worker, .trap)
      c.script(worker, .send(handler, label: 7))
      c.start(worker)
      c.recv(handler)
      c.reply(length: 1, dddk_worker_behind(DDDK_stepTrap))
      c.show(worker)
      c.recv(handler)
    }
    test("fault-of-a-breakpoint-tells-number-and-code") { c in
      let handler = c.make(.endpoint)
      let worker = c.makeWorker(faultHandler: handler)
      c.script(worker, .breakpoint)
      c.script(worker, .send(handler, label: 7))
      c.start(worker)
      c.recv(handler)
      c.reply(length: 1, dddk_worker_behind(DDDK_stepBreak))
      c.show(worker)
      c.recv(handler)
    }
    test("fault-of-a-missing-capability-tells-the-address") { c in
      let handler = c.make(.endpoint)
      let worker = c.makeWorker(faultHandler: handler)
      c.script(worker, .send(Word.max))
      c.script(worker, .recv(Word.max))
      c.start(worker)
      c.recv(handler)
      c.restart(worker)
      c.recv(handler)
    }
    test("fault-of-an-empty-slot-while-receiving") { c in
      let handler = c.make(.endpoint)
      let empty = c.slot()
      let worker = c.makeWorker(faultHandler: handler)
      c.script(worker, .send(empty))
      c.script(worker, .call(empty))
      c.script(worker, .recv(empty))
      c.start(worker)
      c.show(worker)
      let answer = c.recv(handler)
      c.show("receiving", value: answer.words[Int(SeL4_capFaultInRecvPhase)])
    }
    test("fault-of-recv-on-what-is-no-endpoint") { c in
      let handler = c.make(.endpoint)
      let worker = c.makeWorker(faultHandler: handler)
      c.script(worker, .recv(worker.thread))
      c.script(worker, .nbRecv(Self.untyped))
      c.script(worker, .replyRecv(Self.cnode))
      c.start(worker)
      for _ in 0..<3 {
        c.recv(handler)
        c.restart(worker)
      }
    }
    test("fault-of-nbsend-to-nowhere-is-none") { c in
      let handler = c.make(.endpoint)
      let worker = c.makeWorker(faultHandler: handler)
      c.script(worker, .nbSend(Word.max))
      c.start(worker)
      c.nbRecv(handler)
    }
    test("fault-of-a-capability-answered-makes-the-call-again") { c in
      let handler = c.make(.endpoint)
      let notification = c.make(.notification)
      let place = c.slot()
      let node = c.make(.cnode, bits: 4)
      let worker = c.makeWorker()
      c.invoke(.copy, node, [1, 4, handler, 64, 15], [Self.cnode])
      c.invoke(.setSpace, worker.thread, [1, 60, 0], [node, Self.vspace])
      c.script(worker, .recv(3))
      c.start(worker)
      c.recv(handler)
      c.signal(c.mint(notification, badge: 6))
      c.invoke(.copy, node, [3, 4, notification, 64, 15], [Self.cnode])
      c.reply()
      c.show(worker)
      c.nbRecv(handler)
      c.invoke(.delete, Self.cnode, [place, 64], [])
    }
  }

  private mutating func instructionFaultCases() {
    test("fault-of-an-instruction-that-interrupts-is-an-unknown-system-call", needs: .segments) { c in
      let handler = c.make(.endpoint)
      let worker = c.makeWorker(faultHandler: handler)
      c.script(worker, .interrupt(DDDK_stepNobodysInterrupt, 0x1234_5678))
      c.script(worker, .send(handler, label: 7))
      c.start(worker)
      var words = c.recv(handler).words
      words[SeL4_unknownSystemCallFaultIP] = dddk_worker_behind(DDDK_stepNobodysInterrupt)
      c.reply(words, length: DDDK_unknownSystemCallReply)
      c.recv(handler)
    }
    test("fault-of-an-instruction-that-interrupts-for-the-kernel-is-a-protection-fault", needs: .segments) {
      c in
      let handler = c.make(.endpoint)
      let worker = c.makeWorker(faultHandler: handler)
      c.script(worker, .interrupt(DDDK_stepKernelInterrupt, 0))
      c.script(worker, .send(handler, label: 7))
      c.start(worker)
      c.recv(handler)
      c.reply(length: 1, dddk_worker_behind(DDDK_stepKernelInterrupt))
      c.recv(handler)
    }
    test("fault-of-an-instruction-that-interrupts-like-a-spurious-interrupt-is-none", needs: .segments) { c in
      let handler = c.make(.endpoint)
      let worker = c.makeWorker(faultHandler: handler)
      c.script(worker, .interrupt(DDDK_stepSpuriousInterrupt, 0))
      c.script(worker, .send(handler, label: 7))
      c.start(worker)
      c.recv(handler)
    }
    test("fault-of-a-port-without-its-capability", needs: .ports) { c in
      let handler = c.make(.endpoint)
      let worker = c.makeWorker(faultHandler: handler)
      c.script(worker, .port(DDDK_bytePorts))
      c.script(worker, .send(handler, label: 7))
      c.start(worker)
      c.recv(handler)
      c.reply(length: 1, dddk_worker_behind(DDDK_stepPort))
      c.recv(handler)
    }
  }

  private mutating func handlerCases() {
    test("fault-message-has-the-handlers-badge") { c in
      let handler = c.make(.endpoint)
      let worker = c.makeWorker(faultHandler: c.mint(handler, badge: 0xfa))
      c.script(worker, .trap)
      c.start(worker)
      c.recv(handler)
    }
    test("fault-without-a-handler-stops-the-thread") { c in
      let worker = c.makeWorker()
      c.script(worker, .trap)
      c.script(worker, .load(Self.buffers))
      c.start(worker)
      c.show(worker)
      c.restart(worker)
      c.show(worker)
    }
    test("fault-handler-needs-the-rights-to-send-and-to-grant-or-reply") { c in
      let handler = c.make(.endpoint)
      let sendOnly = c.mint(handler, badge: 1, rights: .write)
      let noSend = c.mint(handler, badge: 2, rights: [.read, .grant, .grantReply])
      let grantReply = c.mint(handler, badge: 3, rights: [.write, .grantReply])
      let grant = c.mint(handler, badge: 4, rights: [.write, .grant])
      each([sendOnly, noSend, grantReply, grant] as InlineArray<4, Word>) { pointer in
        let worker = c.makeWorker(faultHandler: pointer)
        c.script(worker, .trap)
        c.start(worker)
        c.nbRecv(handler)
      }
    }
    test("fault-handler-that-is-no-endpoint-stops-the-thread") { c in
      let notification = c.make(.notification)
      let worker = c.makeWorker(faultHandler: notification)
      c.script(worker, .trap)
      c.start(worker)
      c.nbRecv(notification)
    }
    test("fault-of-a-thread-is-queued-until-its-handler-looks") { c in
      let handler = c.make(.endpoint)
      let first = c.makeWorker(priority: 140, faultHandler: c.mint(handler, badge: 1))
      let second = c.makeWorker(priority: 150, faultHandler: c.mint(handler, badge: 2))
      c.script(first, .trap)
      c.script(second, .load(Self.region))
      c.start(first)
      c.start(second)
      c.recv(handler)
      c.recv(handler)
    }
    test("fault-reaches-a-handler-thread-that-waits") { c in
      let handler = c.make(.endpoint)
      let server = c.makeWorker(priority: 160)
      let worker = c.makeWorker(priority: 140, faultHandler: c.mint(handler, badge: 2))
      c.script(server, .recv(handler))
      c.start(server)
      c.script(worker, .load(Self.region))
      c.start(worker)
      c.text("  handler's step as ")
      c.word(Script.order(server.number, 0))
      c.newLine()
    }
    test("faulted-thread-is-suspended-and-its-handler-cannot-answer") { c in
      let handler = c.make(.endpoint)
      let worker = c.makeWorker(faultHandler: handler)
      c.script(worker, .load(Self.page))
      c.script(worker, .load(Self.buffers))
      c.start(worker)
      c.recv(handler)
      c.invoke(.suspend, worker.thread, [], [])
      c.reply()
      c.show(worker)
      c.restart(worker)
      c.show(worker)
    }
    test("faulted-thread-is-resumed-by-tcb-resume-at-its-fault") { c in
      let handler = c.make(.endpoint)
      let page = c.make(.smallPage)
      let worker = c.makeWorker(faultHandler: handler)
      c.script(worker, .load(Self.page))
      c.start(worker)
      c.recv(handler)
      c.invoke(.pageMap, page, [Self.page, 3, Self.data], [Self.vspace])
      c.invoke(.resume, worker.thread, [], [])
      c.show(worker)
    }
    test("faulted-thread-is-restarted-with-new-registers") { c in
      let handler = c.make(.endpoint)
      let worker = c.makeWorker(faultHandler: handler)
      c.script(worker, .trap)
      c.script(worker, .send(handler, label: 0x31))
      c.start(worker)
      c.recv(handler)
      c.restart(worker)
      c.recv(handler)
      c.show(worker)
    }
    test("faulted-thread-that-is-deleted-leaves-the-queue") { c in
      let handler = c.make(.endpoint)
      let worker = c.makeWorker(faultHandler: handler)
      c.script(worker, .trap)
      c.start(worker)
      c.invoke(.delete, Self.cnode, [worker.thread, 64], [])
      c.nbRecv(handler)
    }
    test("faulted-thread-waits-until-its-saved-reply-is-used") { c in
      let handler = c.make(.endpoint)
      let page = c.make(.smallPage)
      let saved = c.slot()
      let worker = c.makeWorker(faultHandler: handler)
      c.script(worker, .load(Self.page))
      c.start(worker)
      c.recv(handler)
      c.invoke(.saveCaller, Self.cnode, [saved, 64], [])
      c.invoke(.pageMap, page, [Self.page, 3, Self.data], [Self.vspace])
      c.show(worker)
      c.send(SystemCall.send, saved)
      c.show(worker)
    }
    test("faulted-threads-saved-reply-deleted-leaves-it-waiting") { c in
      let handler = c.make(.endpoint)
      let saved = c.slot()
      let worker = c.makeWorker(faultHandler: handler)
      c.script(worker, .trap)
      c.script(worker, .send(handler, label: 2))
      c.start(worker)
      c.recv(handler)
      c.invoke(.saveCaller, Self.cnode, [saved, 64], [])
      c.invoke(.delete, Self.cnode, [saved, 64], [])
      c.nbRecv(handler)
      c.restart(worker)
      c.recv(handler)
    }
    test("fault-registers-are-read-while-the-thread-waits") { c in
      let handler = c.make(.endpoint)
      let worker = c.makeWorker(faultHandler: handler)
      c.script(worker, .load(Self.region + 0x40))
      c.start(worker)
      c.recv(handler)
      let context = try? TCB(CapabilityPointer(rawValue: worker.thread)).readRegisters()
      if let context {
        c.show("program counter", value: context.programCounter)
        c.show("argument 0", value: context.argument0)
      }
    }
  }
}
