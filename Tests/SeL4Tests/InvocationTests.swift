import SeL4
import Testing

private func pointer(_ number: Word) -> CapabilityPointer { CapabilityPointer(rawValue: number) }

/// Each method's message, word by word, as the manual's chapter 10 gives it; labels are those of seL4 16.0.
struct InvocationTests {
  let kernel = RecordingKernel()
  let cnode = CNode(pointer(2))

  /// What one invocation sends.
  private func message(_ body: () throws -> Void) throws -> RecordingKernel.Call {
    try kernel.run(body)
    return try #require(kernel.calls.last)
  }

  private func call(
    _ number: Word, _ label: Word, _ words: [Word] = [], capabilities: [Word] = []
  ) -> RecordingKernel.Call {
    .init(number: -1, pointer: number, label: label, words: words, capabilities: capabilities)
  }

  @Test func untyped() throws {
    #expect(
      try message {
        try Untyped(pointer(9)).retype(
          to: .cnode, sizeBits: 5, count: 3, into: cnode, index: 7, depth: 8, offset: 100)
      } == call(9, 1, [4, 5, 7, 8, 100, 3], capabilities: [2]))
  }

  @Test func slots() throws {
    let (to, from) = (cnode.slot(10, depth: 64), CNode(pointer(3)).slot(11, depth: 5))
    #expect(
      try message { try to.copy(from: from, rights: .readWrite) }
        == call(2, 20, [10, 64, 11, 5, 3], capabilities: [3]))
    #expect(
      try message { try to.mint(from: from, rights: .all, badge: 77) }
        == call(2, 21, [10, 64, 11, 5, 15, 77], capabilities: [3]))
    #expect(try message { try to.move(from: from) } == call(2, 22, [10, 64, 11, 5], capabilities: [3]))
    #expect(
      try message { try to.mutate(from: from, badge: 6) }
        == call(2, 23, [10, 64, 11, 5, 6], capabilities: [3]))
    #expect(try message { try to.revoke() } == call(2, 17, [10, 64]))
    #expect(try message { try to.delete() } == call(2, 18, [10, 64]))
    #expect(try message { try to.cancelBadgedSends() } == call(2, 19, [10, 64]))
    #expect(try message { try to.saveCaller() } == call(2, 25, [10, 64]))
  }

  @Test func threadConfiguration() throws {
    let tcb = TCB(pointer(20))
    #expect(
      try message {
        try tcb.configure(
          faultEndpoint: pointer(1), cspace: cnode, cspaceGuard: CNode.guardWord(bits: 59),
          vspace: VSpace(pointer(30)), ipcBuffer: 0x7000, ipcBufferFrame: Frame(pointer(31)))
      } == call(20, 5, [1, 59, 0, 0x7000], capabilities: [2, 30, 31]))
    #expect(
      try message {
        try tcb.setSpace(
          faultEndpoint: pointer(1), cspace: cnode, cspaceGuard: CNode.guardWord(bits: 2, value: 3),
          vspace: VSpace(pointer(30)))
      } == call(20, 10, [1, 3 << 6 | 2, 0], capabilities: [2, 30]))
    #expect(
      try message { try tcb.setIPCBuffer(address: 0x7000, frame: Frame(pointer(31))) }
        == call(20, 9, [0x7000], capabilities: [31]))
    #expect(
      try message { try tcb.setPriority(200, authority: TCB(pointer(1))) }
        == call(20, 6, [200], capabilities: [1]))
    #expect(
      try message { try tcb.setMaximumControlledPriority(3, authority: TCB(pointer(1))) }
        == call(20, 7, [3], capabilities: [1]))
    #expect(try message { try tcb.suspend() } == call(20, 11))
    #expect(try message { try tcb.resume() } == call(20, 12))
    #expect(
      try message { try tcb.bindNotification(Notification(pointer(8))) } == call(20, 13, capabilities: [8]))
    #expect(try message { try tcb.unbindNotification() } == call(20, 14))
    #expect(try message { try tcb.setTLSBase(0x9000) } == call(20, 15, [0x9000]))
    #expect(try message { try tcb.setFlags(set: .fpuDisabled) } == call(20, 16, [0, 1]))
  }

  @Test func flagsThatHoldComeBack() throws {
    kernel.answer.word0 = 1
    #expect(try kernel.run { try TCB(pointer(20)).setFlags(clear: .fpuDisabled, set: []) } == .fpuDisabled)
  }

  @Test func registersAreWrittenInTheirOrder() throws {
    var context = UserContext()
    for index in 0..<UserContext.count { context[index] = Word(1000 + index) }
    let sent = try message { try TCB(pointer(20)).writeRegisters(context, resume: true) }
    #expect(sent.label == 3)
    #expect(sent.words == [1, 36] + (0..<36).map { Word(1000 + $0) })
    var start = UserContext()
    start.programCounter = 0x40_0000
    start.stackPointer = 0x50_0000
    start.argument0 = 7
    start.argument1 = 8
    let few = try message {
      try TCB(pointer(20)).writeRegisters(start, count: UserContext.countToStart, resume: false)
    }
    #expect(few.words == [0, 5, 0x40_0000, 0x50_0000, 0, 7, 8])
  }

  @Test func registersAreReadInTheirOrder() throws {
    kernel.answer = SystemCallRegisters(
      badge: 0, info: MessageInfo(label: 0, length: 36), word0: 100, word1: 101, word2: 102, word3: 103)
    for index in 4..<36 { kernel.answerWords[index] = Word(100 + index) }
    let context = try kernel.run { try TCB(pointer(20)).readRegisters(suspend: true) }
    #expect((0..<36).map { context[$0] } == (100..<136).map { Word($0) })
    #expect(context.programCounter == 100)
    #expect(context.returnAddress == 116)
    #expect(kernel.calls == [call(20, 2, [1, 36])])
  }

  @Test func interrupts() throws {
    let slot = cnode.slot(50, depth: 64)
    let control = InitialCapabilities.irqControl
    #expect(
      try message { try control.get(irq: 33, into: slot) } == call(4, 26, [33, 50, 64], capabilities: [2]))
    #expect(
      try message { try control.getTrigger(irq: 33, trigger: .edge, into: slot) }
        == call(4, 49, [33, 1, 50, 64], capabilities: [2]))
    let handler = IRQHandler(pointer(50))
    #expect(
      try message { try handler.setNotification(Notification(pointer(8))) } == call(50, 28, capabilities: [8])
    )
    #expect(try message { try handler.ack() } == call(50, 27))
    #expect(try message { try handler.clear() } == call(50, 29))
  }

  @Test func memory() throws {
    let vspace = VSpace(pointer(3))
    let frame = Frame(pointer(60))
    #expect(
      try message { try frame.map(into: vspace, at: 0x1000, rights: .readWrite, attributes: .device) }
        == call(60, 40, [0x1000, 3, 4], capabilities: [3]))
    #expect(
      try message { try frame.map(into: vspace, at: 0x1000, rights: .read, attributes: .data) }
        == call(60, 40, [0x1000, 2, 7], capabilities: [3]))
    #expect(try message { try frame.unmap() } == call(60, 41))
    #expect(try message { try frame.unifyInstruction(start: 0, end: 4096) } == call(60, 45, [0, 4096]))
    #expect(try message { try frame.cleanInvalidateData(start: 0, end: 64) } == call(60, 44, [0, 64]))
    #expect(
      try message { try PageTable(pointer(61)).map(into: vspace, at: 0x2000) }
        == call(61, 38, [0x2000, 3], capabilities: [3]))
    #expect(try message { try PageTable(pointer(61)).unmap() } == call(61, 39))
    #expect(try message { try vspace.unifyInstruction(start: 1, end: 2) } == call(3, 36, [1, 2]))
    #expect(try message { try InitialCapabilities.asidPool.assign(vspace) } == call(6, 48, capabilities: [3]))
    #expect(
      try message {
        try InitialCapabilities.asidControl.makePool(
          from: Untyped(pointer(70)), into: cnode.slot(51, depth: 64))
      } == call(5, 47, [51, 64], capabilities: [70, 2]))
    kernel.answer.word0 = 0x900_0000
    #expect(try kernel.run { try frame.getAddress() } == 0x900_0000)
    #expect(kernel.calls.last == call(60, 46))
  }

  @Test func messagesUseTheirSystemCalls() throws {
    kernel.answer = SystemCallRegisters(
      badge: 5, info: MessageInfo(label: 6, length: 1), word0: 7, word1: 8, word2: 9, word3: 10)
    let endpoint = Endpoint(pointer(40))
    let message = Message(label: 3, length: 2, word0: 1, word1: 2)
    let expected = Message(
      info: MessageInfo(label: 6, length: 1), word0: 7, word1: 8, word2: 9, word3: 10)
    kernel.run {
      #expect(endpoint.call(message) == expected)
      #expect(endpoint.replyRecv(message) == ReceivedMessage(badge: 5, message: expected))
      endpoint.send(message)
      endpoint.nbSend(message)
      #expect(endpoint.recv().badge == 5)
      #expect(endpoint.nbRecv().message == expected)
      Endpoint.reply(message)
      Reply(pointer(41)).send(message)
      Notification(pointer(42)).signal()
      #expect(Notification(pointer(42)).wait() == 5)
      #expect(Notification(pointer(42)).poll() == 5)
      SystemCall.yieldProcessor()
    }
    #expect(kernel.calls.map(\.number) == [-1, -2, -3, -4, -5, -8, -6, -3, -3, -5, -8, -7])
    #expect(kernel.calls.map(\.pointer) == [40, 40, 40, 40, 40, 40, 0, 41, 42, 42, 42, 0])
    #expect(kernel.calls[0].words == [1, 2])
    #expect(kernel.calls[8].words == [])
  }

  @Test func theReceivePathStandsInTheBuffer() {
    kernel.run { IPCBuffer.setReceivePath(Slot(root: cnode, index: 5, depth: 6)) }
    #expect([1000, 1008, 1016].map { kernel.bufferWord($0) } == [2, 5, 6])
  }
}
