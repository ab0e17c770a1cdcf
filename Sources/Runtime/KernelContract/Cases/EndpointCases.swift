import CSeL4
import SeL4

// Manual, chapter 4.
extension Contract {
  mutating func endpointCases() {
    messageCases()
    rightsCases()
    queueCases()
    replyCases()
    grantCases()
    endpointEndCases()
  }

  /// Adds a step that writes word `index` of the worker's next message, which its buffer holds.
  private mutating func put(_ worker: Worker, word index: Int, _ value: Word) {
    script(worker, .store(worker.buffer + Word(SeL4_ipcBufferMessageOffset + index * 8), value))
  }

  /// Adds a step that sends a capability along as number `index`.
  private mutating func put(_ worker: Worker, capability index: Int, _ pointer: Word) {
    script(worker, .store(worker.buffer + Word(SeL4_ipcBufferCapsOffset + index * 8), pointer))
  }

  private mutating func messageCases() {
    test("endpoint-send-brings-label-words-and-badge") { c in
      let endpoint = c.make(.endpoint)
      let worker = c.makeWorker()
      c.script(worker, .send(c.mint(endpoint, badge: 0x1234), label: 0xabc, length: 2, 1, 2))
      c.start(worker)
      c.recv(endpoint)
      c.show(worker)
    }
    test("endpoint-send-without-badge-brings-0") { c in
      let endpoint = c.make(.endpoint)
      let worker = c.makeWorker()
      c.script(worker, .send(endpoint))
      c.start(worker)
      c.recv(endpoint)
    }
    test("endpoint-message-of-the-greatest-badge-and-label") { c in
      let endpoint = c.make(.endpoint)
      let worker = c.makeWorker()
      c.script(worker, .send(c.mint(endpoint, badge: Word.max), label: Word.max >> 12, length: 1, 5))
      c.start(worker)
      c.recv(endpoint)
    }
    test("endpoint-message-longer-than-the-registers-comes-through-buffers") { c in
      let endpoint = c.make(.endpoint)
      let worker = c.makeWorker()
      for index in 4..<8 { c.put(worker, word: index, 0x40 + Word(index)) }
      c.script(worker, .system(SystemCall.send, endpoint, label: 3, length: 8, 0x40, 0x41, 0x42, 0x43))
      c.start(worker)
      c.recv(endpoint)
    }
    test("endpoint-message-is-at-most-120-words") { c in
      let endpoint = c.make(.endpoint)
      let worker = c.makeWorker()
      c.put(worker, word: 119, 0x7777)
      c.script(worker, .system(SystemCall.send, endpoint, label: 3, length: 127, 1, 2, 3, 4))
      c.script(worker, .system(SystemCall.send, endpoint, label: 3, length: 120, 1, 2, 3, 4))
      c.start(worker)
      for _ in 0..<2 {
        let info = SystemCall.exchange(
          SystemCall.recv, SystemCallRegisters(badge: endpoint, info: MessageInfo(rawValue: 0))
        ).info
        c.show("length", value: Word(info.length))
        c.show("last word", value: IPCBuffer.word(119))
      }
    }
    test("endpoint-message-without-a-senders-buffer-ends-with-the-registers") { c in
      let endpoint = c.make(.endpoint)
      let worker = c.makeWorker(hasBuffer: false)
      c.script(worker, .system(SystemCall.send, endpoint, label: 3, length: 8, 1, 2, 3, 4))
      c.start(worker)
      c.recv(endpoint)
    }
    test("endpoint-message-without-a-receivers-buffer-ends-with-the-registers") { c in
      let endpoint = c.make(.endpoint)
      let worker = c.makeWorker(hasBuffer: false)
      c.script(worker, .recv(endpoint))
      c.start(worker)
      IPCBuffer.setWord(4, to: 5)
      c.send(SystemCall.send, endpoint, label: 7, length: 6, 1, 2)
      c.show(worker)
    }
    test("endpoint-call-brings-the-reply") { c in
      let endpoint = c.make(.endpoint)
      let worker = c.makeWorker()
      c.script(worker, .call(c.mint(endpoint, badge: 7), label: 1, length: 1, 0x10))
      c.start(worker)
      c.recv(endpoint)
      c.reply(label: 2, length: 2, 0x20, 0x21)
      c.show(worker)
    }
    test("endpoint-call-is-answered-by-a-server-that-waits") { c in
      let endpoint = c.make(.endpoint)
      let worker = c.makeWorker()
      c.script(worker, .recv(endpoint))
      c.script(worker, .replyRecv(endpoint, label: 4, length: 1, 0x44))
      c.script(worker, .reply(label: 5, length: 1, 0x55))
      c.start(worker)
      c.call(c.mint(endpoint, badge: 1), label: 0x11, length: 1, 0x99)
      c.call(c.mint(endpoint, badge: 2), label: 0x12)
      c.show(worker)
    }
    test("endpoint-nbsend-without-a-receiver-is-lost") { c in
      let endpoint = c.make(.endpoint)
      c.send(SystemCall.nbSend, endpoint, label: 6)
      c.nbRecv(endpoint)
    }
    test("endpoint-nbsend-reaches-a-receiver") { c in
      let endpoint = c.make(.endpoint)
      let worker = c.makeWorker()
      c.script(worker, .recv(endpoint))
      c.start(worker)
      c.send(SystemCall.nbSend, endpoint, label: 6, length: 1, 0x66)
      c.show(worker)
    }
    test("endpoint-nbrecv-of-nothing-brings-badge-0") { c in
      c.nbRecv(c.make(.endpoint))
    }
  }

  private mutating func rightsCases() {
    test("endpoint-call-without-the-right-to-send-is-refused") { c in
      let endpoint = c.make(.endpoint)
      let receiver = c.mint(endpoint, badge: 0, rights: [.read, .grant, .grantReply])
      c.invoke(Request(0, "Call"), receiver, [], [])
    }
    test("endpoint-send-without-the-right-to-send-does-nothing") { c in
      let endpoint = c.make(.endpoint)
      let receiver = c.mint(endpoint, badge: 0, rights: [.read, .grant, .grantReply])
      c.send(SystemCall.send, receiver, label: 1)
      c.send(SystemCall.nbSend, receiver, label: 1)
      c.nbRecv(endpoint)
    }
    test("endpoint-recv-without-the-right-to-receive-faults") { c in
      let endpoint = c.make(.endpoint)
      let handler = c.make(.endpoint)
      let sender = c.mint(endpoint, badge: 0, rights: [.write, .grant])
      let worker = c.makeWorker(faultHandler: handler)
      c.script(worker, .recv(sender))
      c.script(worker, .nbRecv(sender))
      c.start(worker)
      c.recv(handler)
      c.restart(worker)
      c.recv(handler)
    }
    test("endpoint-call-without-grant-or-grant-reply-leaves-the-caller-stopped") { c in
      let endpoint = c.make(.endpoint)
      let sender = c.mint(endpoint, badge: 3, rights: .write)
      let worker = c.makeWorker()
      c.script(worker, .call(sender, label: 1))
      c.script(worker, .send(endpoint, label: 2))
      c.start(worker)
      c.recv(endpoint)
      c.reply(label: 9)
      c.show(worker)
      c.restart(worker)
      c.recv(endpoint)
    }
    test("endpoint-call-with-grant-reply-alone-is-answered") { c in
      let endpoint = c.make(.endpoint)
      let sender = c.mint(endpoint, badge: 3, rights: [.write, .grantReply])
      let worker = c.makeWorker()
      c.script(worker, .call(sender, label: 1))
      c.start(worker)
      c.recv(endpoint)
      c.reply(label: 9)
      c.show(worker)
    }
  }

  private mutating func queueCases() {
    test("endpoint-senders-are-served-in-order") { c in
      let endpoint = c.make(.endpoint)
      for number in 0..<3 as Range<Word> {
        let worker = c.makeWorker(priority: 150 - number)
        c.script(worker, .send(endpoint, label: number))
        c.start(worker)
      }
      for _ in 0..<3 { c.recv(endpoint) }
      c.nbRecv(endpoint)
    }
    test("endpoint-receivers-are-served-in-order") { c in
      let endpoint = c.make(.endpoint)
      let first = c.makeWorker(priority: 140)
      let second = c.makeWorker(priority: 150)
      c.script(first, .recv(endpoint))
      c.script(second, .recv(endpoint))
      c.start(first)
      c.start(second)
      c.send(SystemCall.send, endpoint, label: 1)
      c.send(SystemCall.send, endpoint, label: 2)
      c.show(first)
      c.show(second)
    }
    test("endpoint-two-workers-talk-to-each-other") { c in
      let endpoint = c.make(.endpoint)
      let server = c.makeWorker(priority: 150)
      let client = c.makeWorker(priority: 140)
      c.script(server, .recv(endpoint))
      c.script(server, .replyRecv(endpoint, label: 0x21, length: 1, 1))
      c.script(server, .replyRecv(endpoint, label: 0x22, length: 1, 2))
      c.script(client, .call(endpoint, label: 0x11, length: 2, 3, 4))
      c.script(client, .call(endpoint, label: 0x12, length: 2, 5, 6))
      c.start(server)
      c.start(client)
      c.show(server)
      c.show(client)
    }
  }

  private mutating func replyCases() {
    test("reply-without-a-caller-does-nothing") { c in
      let endpoint = c.make(.endpoint)
      c.reply(label: 1)
      c.nbRecv(endpoint)
    }
    test("reply-answers-once") { c in
      let endpoint = c.make(.endpoint)
      let worker = c.makeWorker()
      c.script(worker, .call(endpoint, label: 1))
      c.script(worker, .recv(endpoint))
      c.start(worker)
      c.recv(endpoint)
      c.reply(label: 2)
      c.reply(label: 3)
      c.show(worker)
    }
    test("recv-drops-the-caller-that-was-not-answered") { c in
      let endpoint = c.make(.endpoint)
      let worker = c.makeWorker()
      c.script(worker, .call(endpoint, label: 1))
      c.start(worker)
      c.recv(endpoint)
      c.nbRecv(endpoint)
      c.reply(label: 2)
      c.show(worker)
    }
    test("nbrecv-of-a-notification-keeps-the-caller") { c in
      let endpoint = c.make(.endpoint)
      let notification = c.make(.notification)
      let worker = c.makeWorker()
      c.script(worker, .call(endpoint, label: 1))
      c.start(worker)
      c.recv(endpoint)
      c.nbRecv(notification)
      c.reply(label: 2)
      c.show(worker)
    }
    test("reply-to-a-caller-that-was-deleted-does-nothing") { c in
      let endpoint = c.make(.endpoint)
      let worker = c.makeWorker()
      c.script(worker, .call(endpoint, label: 1))
      c.start(worker)
      c.recv(endpoint)
      c.invoke(.delete, Self.cnode, [worker.thread, 64], [])
      c.reply(label: 2)
    }
    test("reply-recv-answers-and-waits-in-one") { c in
      let endpoint = c.make(.endpoint)
      let first = c.makeWorker(priority: 150)
      let second = c.makeWorker(priority: 140)
      c.script(first, .call(endpoint, label: 1))
      c.script(second, .call(endpoint, label: 2))
      c.start(first)
      c.start(second)
      c.recv(endpoint)
      c.receive("ReplyRecv", SystemCall.replyRecv, endpoint, label: 3, length: 1, 0x33)
      c.reply(label: 4)
      c.show(first)
      c.show(second)
    }
    test("reply-brings-words-beyond-the-registers") { c in
      let endpoint = c.make(.endpoint)
      let worker = c.makeWorker()
      c.script(worker, .call(endpoint, label: 1))
      c.script(worker, .load(worker.buffer + Word(SeL4_ipcBufferMessageOffset + 5 * 8)))
      c.start(worker)
      c.recv(endpoint)
      IPCBuffer.setWord(4, to: 0x54)
      IPCBuffer.setWord(5, to: 0x55)
      c.reply(label: 4, length: 6, 0x50, 0x51)
      c.show(worker)
    }
  }

  private mutating func grantCases() {
    test("endpoint-grant-puts-a-capability-into-the-receivers-slot") { c in
      let endpoint = c.make(.endpoint)
      let page = c.make(.smallPage)
      let place = c.slot()
      let worker = c.makeWorker()
      c.put(worker, capability: 0, page)
      c.script(worker, .send(endpoint, label: 1, length: 1, capabilities: 1, 5))
      c.start(worker)
      IPCBuffer.setReceivePath(InitialCapabilities.cnode.slot(place, depth: 64))
      c.recv(endpoint)
      c.showAddress(page)
      c.showAddress(place)
    }
    test("endpoint-without-grant-brings-no-capability") { c in
      let endpoint = c.make(.endpoint)
      let sender = c.mint(endpoint, badge: 1, rights: [.read, .write, .grantReply])
      let page = c.make(.smallPage)
      let place = c.slot()
      let worker = c.makeWorker()
      c.put(worker, capability: 0, page)
      c.script(worker, .send(sender, label: 1, length: 1, capabilities: 1, 5))
      c.start(worker)
      IPCBuffer.setReceivePath(InitialCapabilities.cnode.slot(place, depth: 64))
      c.recv(endpoint)
      c.showAddress(place)
    }
    test("endpoint-grant-unwraps-a-capability-to-the-endpoint-itself") { c in
      let endpoint = c.make(.endpoint)
      let badged = c.mint(endpoint, badge: 0x77)
      let page = c.make(.smallPage)
      let place = c.slot()
      let worker = c.makeWorker()
      c.put(worker, capability: 0, badged)
      c.put(worker, capability: 1, page)
      c.put(worker, capability: 2, badged)
      c.script(worker, .send(endpoint, label: 1, capabilities: 3))
      c.start(worker)
      IPCBuffer.setReceivePath(InitialCapabilities.cnode.slot(place, depth: 64))
      c.recv(endpoint)
      c.show("badge of capability 0", value: IPCBuffer.badge(0))
      c.show("badge of capability 2", value: IPCBuffer.badge(2))
      c.showAddress(place)
    }
    test("endpoint-grant-brings-one-capability-at-most") { c in
      let endpoint = c.make(.endpoint)
      let place = c.slot()
      let worker = c.makeWorker()
      c.put(worker, capability: 0, c.make(.smallPage))
      c.put(worker, capability: 1, c.make(.smallPage))
      c.script(worker, .send(endpoint, label: 1, capabilities: 2))
      c.start(worker)
      IPCBuffer.setReceivePath(InitialCapabilities.cnode.slot(place, depth: 64))
      c.recv(endpoint)
    }
    test("endpoint-grant-into-a-taken-or-missing-slot-brings-nothing") { c in
      let endpoint = c.make(.endpoint)
      let worker = c.makeWorker()
      c.put(worker, capability: 0, c.make(.smallPage))
      for _ in 0..<3 { c.script(worker, .send(endpoint, label: 1, length: 1, capabilities: 1, 5)) }
      c.start(worker)
      IPCBuffer.setReceivePath(InitialCapabilities.cnode.slot(endpoint, depth: 64))
      c.recv(endpoint)
      IPCBuffer.setReceivePath(InitialCapabilities.cnode.slot(c.slot(), depth: 10))
      c.recv(endpoint)
      IPCBuffer.setReceivePath(CNode(.null).slot(c.slot(), depth: 64))
      c.recv(endpoint)
    }
    test("endpoint-grant-of-what-cannot-be-copied-brings-nothing") { c in
      let endpoint = c.make(.endpoint)
      let place = c.slot()
      let memory = c.make(.untyped, bits: 12)
      c.request(.retype, memory, [ObjectType.endpoint.rawValue, 0, 0, 0, c.slot(), 1], [Self.cnode])
      let worker = c.makeWorker()
      c.put(worker, capability: 0, memory)
      c.script(worker, .send(endpoint, label: 1, capabilities: 1))
      c.put(worker, capability: 0, c.slot())
      c.script(worker, .send(endpoint, label: 1, capabilities: 1))
      c.start(worker)
      IPCBuffer.setReceivePath(InitialCapabilities.cnode.slot(place, depth: 64))
      c.recv(endpoint)
      c.recv(endpoint)
      c.invoke(.copy, Self.cnode, [c.slot(), 64, place, 64, 15], [Self.cnode])
    }
    test("endpoint-grant-with-a-reply-needs-the-receivers-grant") { c in
      let endpoint = c.make(.endpoint)
      let receiver = c.mint(endpoint, badge: 0, rights: [.read])
      let page = c.make(.smallPage)
      let place = c.slot()
      let worker = c.makeWorker()
      let offset = worker.buffer + Word(SeL4_ipcBufferReceiveCNodeOffset)
      c.script(worker, .store(offset, Self.cnode))
      c.script(worker, .store(worker.buffer + Word(SeL4_ipcBufferReceiveIndexOffset), place))
      c.script(worker, .store(worker.buffer + Word(SeL4_ipcBufferReceiveDepthOffset), 64))
      c.script(worker, .call(endpoint, label: 1))
      c.script(worker, .call(endpoint, label: 2))
      c.start(worker)
      c.recv(receiver)
      IPCBuffer.setCapability(0, to: CapabilityPointer(rawValue: page))
      c.send(SystemCall.reply, 0, label: 3, capabilities: 1)
      c.recv(endpoint)
      IPCBuffer.setCapability(0, to: CapabilityPointer(rawValue: page))
      c.send(SystemCall.reply, 0, label: 4, capabilities: 1)
      c.show(worker)
      c.showAddress(place)
    }
    test("endpoint-send-with-a-capability-that-is-nowhere-faults") { c in
      let endpoint = c.make(.endpoint)
      let handler = c.make(.endpoint)
      let worker = c.makeWorker(faultHandler: handler)
      c.put(worker, capability: 0, Word.max)
      c.script(worker, .send(endpoint, label: 1, capabilities: 1))
      c.script(worker, .nbSend(endpoint, label: 2))
      c.start(worker)
      c.recv(handler)
    }
  }

  private mutating func endpointEndCases() {
    test("endpoint-deleted-lets-senders-fail") { c in
      let endpoint = c.make(.endpoint)
      let handler = c.make(.endpoint)
      let worker = c.makeWorker(faultHandler: handler)
      c.script(worker, .send(endpoint, label: 1))
      c.script(worker, .call(endpoint, label: 2))
      c.start(worker)
      c.invoke(.delete, Self.cnode, [endpoint, 64], [])
      c.show(worker)
      c.nbRecv(handler)
    }
    test("endpoint-deleted-lets-receivers-fault") { c in
      let endpoint = c.make(.endpoint)
      let handler = c.make(.endpoint)
      let worker = c.makeWorker(faultHandler: handler)
      c.script(worker, .recv(endpoint))
      c.start(worker)
      c.invoke(.delete, Self.cnode, [endpoint, 64], [])
      c.recv(handler)
    }
    test("endpoint-deleted-lets-equal-receivers-fault-one-after-the-other") { c in
      let endpoint = c.make(.endpoint)
      let handler = c.make(.endpoint)
      for number in 1...3 as ClosedRange<Word> {
        let worker = c.makeWorker(faultHandler: c.mint(handler, badge: number))
        c.script(worker, .recv(endpoint))
        c.start(worker)
      }
      c.invoke(.delete, Self.cnode, [endpoint, 64], [])
      for _ in 0..<3 { c.recv(handler) }
    }
    test("endpoint-badge-revoked-lets-its-senders-wait-on") { c in
      let endpoint = c.make(.endpoint)
      let badged = c.mint(endpoint, badge: 4)
      let worker = c.makeWorker()
      c.script(worker, .send(badged, label: 1))
      c.start(worker)
      c.invoke(.delete, Self.cnode, [badged, 64], [])
      c.recv(endpoint)
      c.show(worker)
    }
  }
}
