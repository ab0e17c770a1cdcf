import Testing

@testable import Kernel

struct MessageTests {
  private static let call = -1
  private static let replyReceive = -2
  private static let send = -3
  private static let nonBlockingSend = -4
  private static let receive = -5
  private static let reply = -6
  private static let nonBlockingReceive = -8

  /// A server thread of priority 200 that waits at an endpoint.
  private struct Server {
    let task: RootTask
    let endpoint: UInt
    let thread: ModelThread
    let slot: UInt
  }

  private func server() throws -> Server {
    let task = try RootTask()
    let endpoint = try task.make(.endpoint)
    let (slot, thread) = try task.startThread(priority: 200)
    #expect(task.systemCall(MessageTests.receive, endpoint, as: thread) == nil)
    return Server(task: task, endpoint: endpoint, thread: thread, slot: slot)
  }

  @Test("a call carries words and a badge there, and words back")
  func callAndReply() throws {
    let server = try server()
    let task = server.task
    let badged = try task.mint(server.endpoint, badge: 77)
    let words = (0..<120).map { UInt($0) &* 3 }
    #expect(task.systemCall(MessageTests.call, badged, label: 9, words) == nil, "the caller waits")
    let request = task.answer(task.model.registers(of: server.thread), of: server.thread)
    #expect(request == RootTask.Answer(label: 9, length: 120, badge: 77, words: words))
    #expect(
      task.systemCall(
        MessageTests.replyReceive, server.endpoint, label: 5, [1, 2, 3, 4, 5], as: server.thread)
        == nil)
    let answer = task.answer(task.model.registers(of: task.model.rootThread), of: nil)
    #expect(answer == RootTask.Answer(label: 5, length: 5, badge: 0, words: [1, 2, 3, 4, 5]))
    task.model.expectWellFormed()
  }

  @Test("the right to reply is used up by the reply")
  func replyOnce() throws {
    let server = try server()
    let task = server.task
    #expect(task.systemCall(MessageTests.call, server.endpoint) == nil)
    let saved = task.freeSlot()
    try task.perform(.cnodeSaveCaller, RootTask.cnode, [saved, 64], as: server.thread)
    #expect(task.model.slotKind(saved) == .reply)
    #expect(task.systemCall(MessageTests.reply, 0, as: server.thread) != nil, "no caller: nothing happens")
    #expect(!task.model.isRunnable(task.model.rootThread))
    #expect(task.systemCall(MessageTests.send, saved, label: 3, [11], as: server.thread) != nil)
    #expect(task.model.isRunnable(task.model.rootThread))
    #expect(task.answer(task.model.registers(of: task.model.rootThread), of: nil).words == [11])
    #expect(task.model.slotKind(saved) == .null)
    task.model.expectWellFormed()
  }

  @Test("a caller whose callee dies can be resumed, and its reply capability is gone")
  func calleeDies() throws {
    let server = try server()
    let task = server.task
    let (clientSlot, client) = try task.startThread(priority: 100)
    #expect(task.systemCall(MessageTests.call, server.endpoint, as: client) == nil)
    #expect(try task.delete(server.slot).label == 0)
    #expect(!task.model.isRunnable(client))
    try task.perform(.threadResume, clientSlot)
    #expect(task.model.isRunnable(client))
    task.model.expectWellFormed()
  }

  @Test("senders are served in their order; one that does not wait is not heard")
  func order() throws {
    let task = try RootTask()
    let endpoint = try task.make(.endpoint)
    let (_, receiver) = try task.startThread(priority: 200)
    var senders: [ModelThread] = []
    for badge in 1...3 as ClosedRange<UInt> {
      let (_, thread) = try task.startThread(priority: 100)
      let badged = try task.mint(endpoint, badge: badge)
      #expect(task.systemCall(MessageTests.send, badged, [badge * 10], as: thread) == nil)
      senders.append(thread)
    }
    #expect(task.systemCall(MessageTests.nonBlockingSend, try task.mint(endpoint, badge: 9), [90]) != nil)
    for badge in 1...3 as ClosedRange<UInt> {
      let message = task.systemCall(MessageTests.receive, endpoint, as: receiver)
      #expect(message?.badge == badge && message?.words == [badge * 10])
    }
    #expect(task.systemCall(MessageTests.nonBlockingReceive, endpoint, as: receiver)?.badge == 0)
    #expect(senders.allSatisfy(task.model.isRunnable))
    task.model.expectWellFormed()
  }

  @Test("a capability goes along where the sender may grant, into the slot that the receiver names")
  func capabilityTransfer() throws {
    let server = try server()
    let task = server.task
    let destination = task.freeSlot()
    task.model.storeIPCBuffer(1000, RootTask.cnode, of: server.thread)
    task.model.storeIPCBuffer(1008, destination, of: server.thread)
    task.model.storeIPCBuffer(1016, 64, of: server.thread)
    let notification = try task.make(.notification)
    let badged = try task.mint(server.endpoint, badge: 5)
    #expect(
      task.systemCall(MessageTests.call, server.endpoint, [1], capabilities: [badged, notification]) == nil)
    let request = task.answer(task.model.registers(of: server.thread), of: server.thread)
    #expect(request.capabilities == 2 && request.unwrapped == 0b01)
    #expect(task.model.loadIPCBuffer(976, of: server.thread) == 5, "the endpoint's own came as its badge")
    #expect(task.model.slotKind(destination) == .notification)
    #expect(task.systemCall(MessageTests.reply, 0, as: server.thread) != nil)
    #expect(try task.revoke(notification).label == 0)
    task.model.expectWellFormed()
  }

  @Test(
    "without the right to grant no capability goes along, and without any right to reply the caller stops")
  func withoutGrant() throws {
    let server = try server()
    let task = server.task
    let plain = try task.mint(server.endpoint, badge: 4, rights: .write)
    let (_, client) = try task.startThread()
    #expect(task.systemCall(MessageTests.call, plain, [1], capabilities: [plain], as: client) == nil)
    let request = task.answer(task.model.registers(of: server.thread), of: server.thread)
    #expect(request.capabilities == 0 && request.badge == 4)
    #expect(task.systemCall(MessageTests.reply, 0, as: server.thread) != nil)
    #expect(!task.model.isRunnable(client), "nobody can answer a caller that granted no reply")
  }

  @Test("deleting the endpoint wakes those who wait; revoking a badge takes back its messages")
  func cancelled() throws {
    let task = try RootTask()
    let endpoint = try task.make(.endpoint)
    let one = try task.mint(endpoint, badge: 1)
    let two = try task.mint(endpoint, badge: 2)
    let (_, first) = try task.startThread()
    let (_, second) = try task.startThread()
    #expect(task.systemCall(MessageTests.send, one, as: first) == nil)
    #expect(task.systemCall(MessageTests.send, two, as: second) == nil)
    try task.perform(.cnodeCancelBadgedSends, RootTask.cnode, [one, 64])
    #expect(task.model.isRunnable(first) && !task.model.isRunnable(second))
    #expect(try task.revoke(endpoint).label == 0)
    #expect(try task.delete(endpoint).label == 0)
    #expect(task.model.isRunnable(second))
    task.model.expectWellFormed()
  }

  @Test("a message's words are cut to what buffers and registers hold")
  func lengths() throws {
    let server = try server()
    let task = server.task
    // 127 words announced: 120 is what a message holds.
    _ = task.model.systemCall(-3, ModelRegisters(capability: server.endpoint, info: 127))
    #expect(task.model.registers(of: server.thread).info & 0x7f == 120)
    let bare = try task.make(.thread)
    try task.perform(
      .threadConfigure, bare, [0, 52, 0, 0], capabilities: [RootTask.cnode, RootTask.vspace, 0])
    try task.perform(.threadResume, bare)
    let thread = try #require(task.model.thread(at: bare))
    #expect(task.systemCall(MessageTests.receive, server.endpoint, as: server.thread) == nil)
    _ = task.model.systemCall(-3, ModelRegisters(capability: server.endpoint, info: 20), as: thread)
    #expect(
      task.model.registers(of: server.thread).info & 0x7f == 4, "a sender without a buffer has four words")
  }
}
