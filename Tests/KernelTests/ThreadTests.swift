import Testing

@testable import Kernel

struct ThreadTests {
  @Test("registers are written and read in the order of the API; only flags of the processor state are taken")
  func registers() throws {
    let task = try RootTask()
    let (slot, thread) = try task.startThread()
    try task.perform(.threadSuspend, slot)
    var values = (1...36).map { UInt($0) << 32 }
    values[2] = UInt.max
    try task.perform(.threadWriteRegisters, slot, [0, 36] + values)
    let answer = try task.perform(.threadReadRegisters, slot, [0, 36])
    values[2] = 0xf000_0140
    #expect(answer.words == values)
    #expect(try task.invoke(.threadReadRegisters, slot, [0, 37]).words == [1, 36])
    #expect(try task.invoke(.threadReadRegisters, slot, [0, 0]).label == 4)
    #expect(
      try task.invoke(.threadReadRegisters, RootTask.thread, [0, 1]).label == 3, "not the caller's own")
    #expect(try task.invoke(.threadWriteRegisters, slot, [0, 3, 1]).label == 7)
    #expect(!task.model.isRunnable(thread))
    try task.perform(.threadWriteRegisters, slot, [1, 2, 0x40_0000, 0x7000])
    #expect(task.model.isRunnable(thread))
  }

  @Test("a thread gives no priority above its own maximum")
  func priorities() throws {
    let task = try RootTask()
    let (slot, _) = try task.startThread(priority: 50)
    try task.perform(.threadSetMaximumPriority, slot, [60], capabilities: [RootTask.thread])
    #expect(try task.invoke(.threadSetPriority, slot, [61], capabilities: [slot]).words == [0, 60])
    #expect(try task.invoke(.threadSetPriority, slot, [60], capabilities: [slot]).label == 0)
    #expect(try task.invoke(.threadSetPriority, slot, [1], capabilities: [RootTask.cnode]).words == [1])
    #expect(
      try task.invoke(.threadSetSchedulingParameters, slot, [61, 1], capabilities: [slot]).label == 4)
    #expect(
      try task.invoke(.threadSetPriority, slot, [256], capabilities: [RootTask.thread]).words == [0, 255])
  }

  @Test("what a thread needs is checked before anything changes")
  func configure() throws {
    let task = try RootTask()
    let thread = try task.make(.thread)
    let frame = try task.make(.smallPage)
    let device = try task.device(at: 0x900_0000)
    let deviceFrame = task.freeSlot()
    #expect(try task.retype(device.slot, .smallPage, at: deviceFrame).label == 0)
    func configure(_ words: [UInt], _ capabilities: [UInt]) throws -> UInt {
      try task.invoke(.threadConfigure, thread, words, capabilities: capabilities).label
    }
    let vspace = try task.make(.vspace)
    #expect(try configure([0, 0, 0, 0x1000], [RootTask.cnode, RootTask.vspace]) == 7)
    #expect(try configure([0, 0, 0, 0x1001], [RootTask.cnode, RootTask.vspace, frame]) == 5)
    #expect(try configure([0, 0, 0, 0x1000], [RootTask.cnode, RootTask.vspace, deviceFrame]) == 3)
    #expect(try configure([0, 0, 0, 0x1000], [RootTask.cnode, RootTask.vspace, thread]) == 3)
    #expect(try configure([0, 0, 0, 0x1000], [frame, RootTask.vspace, frame]) == 3)
    #expect(try configure([0, 0, 0, 0x1000], [RootTask.cnode, vspace, frame]) == 3, "no address space yet")
    #expect(
      try configure([0, 63, 0, 0x1000], [RootTask.cnode, RootTask.vspace, frame]) == 3, "guard too wide")
    #expect(try configure([0, 52, 0, 0x1000], [RootTask.cnode, RootTask.vspace, frame]) == 0)
    try task.perform(.asidPoolAssign, RootTask.asidPool, capabilities: [vspace])
    #expect(try configure([0, 52, 0, 0x1000], [RootTask.cnode, vspace, frame]) == 0)
    task.model.expectWellFormed()
  }

  @Test("a memory fault is told to the handler, and the thread goes on when it is answered")
  func memoryFault() throws {
    let task = try RootTask()
    let endpoint = try task.make(.endpoint)
    let handler = try task.mint(endpoint, badge: 42, rights: [.write, .grantReply])
    let (_, thread) = try task.startThread(faultHandler: handler)
    let (_, supervisor) = try task.startThread(priority: 200)
    #expect(task.systemCall(-5, endpoint, as: supervisor) == nil)
    task.model.faultAccess(to: 0x1234, status: 0x9200_0046, as: thread)
    #expect(!task.model.isRunnable(thread))
    let message = task.answer(task.model.registers(of: supervisor), of: supervisor)
    #expect(message.label == 5 && message.badge == 42)
    #expect(Array(message.words[1...]) == [0x1234, 0, 0x9200_0046])
    #expect(task.systemCall(-6, 0, as: supervisor) != nil)
    #expect(task.model.isRunnable(thread))
    task.model.expectWellFormed()
  }

  @Test("an unknown system call is a fault whose reply sets the registers")
  func unknownSystemCall() throws {
    let task = try RootTask()
    let endpoint = try task.make(.endpoint)
    let (_, thread) = try task.startThread(faultHandler: endpoint)
    let (_, supervisor) = try task.startThread(priority: 200)
    #expect(task.systemCall(-5, endpoint, as: supervisor) == nil)
    #expect(task.systemCall(-9, 65, [1, 2, 3, 4], as: thread) == nil)
    let message = task.answer(task.model.registers(of: supervisor), of: supervisor)
    #expect(message.label == 2 && message.length == 13)
    #expect(message.words[0] == 65 && message.words[2] == 1 && message.words[12] == UInt(bitPattern: -9))
    #expect(task.systemCall(-6, 0, [99, 98], as: supervisor) != nil)
    #expect(task.model.registers(of: thread).badge == 99)
    #expect(task.model.isRunnable(thread))
    #expect(task.systemCall(-5, endpoint, as: supervisor) == nil)
    #expect(task.systemCall(100, 0, as: thread) == nil)
    #expect(task.systemCall(-6, 0, label: 1, as: supervisor) != nil)
    #expect(!task.model.isRunnable(thread), "a reply with a label leaves the thread stopped")
  }

  @Test("a capability fault says why the lookup failed")
  func capabilityFault() throws {
    let task = try RootTask()
    let endpoint = try task.make(.endpoint)
    let (_, thread) = try task.startThread(faultHandler: endpoint)
    let (_, supervisor) = try task.startThread(priority: 200)
    #expect(task.systemCall(-5, endpoint, as: supervisor) == nil)
    #expect(task.systemCall(-3, 1 << 40, as: thread) == nil)
    var message = task.answer(task.model.registers(of: supervisor), of: supervisor)
    #expect(message.label == 1)
    #expect(Array(message.words[1...]) == [1 << 40, 0, 4, 64, 0, 52])
    #expect(task.systemCall(-2, endpoint, as: supervisor) == nil)
    #expect(task.systemCall(-5, RootTask.cnode, as: thread) == nil)
    message = task.answer(task.model.registers(of: supervisor), of: supervisor)
    #expect(Array(message.words[1...]) == [RootTask.cnode, 1, 2, 0])
  }

  @Test("a fault without a handler stops the thread")
  func doubleFault() throws {
    let task = try RootTask()
    let (_, thread) = try task.startThread(faultHandler: 0)
    #expect(task.systemCall(-42, 0, as: thread) == nil)
    #expect(!task.model.isRunnable(thread))
    task.model.expectWellFormed()
  }

  @Test("ticks take turns within a priority")
  func roundRobin() throws {
    let task = try RootTask()
    let (_, first) = try task.startThread(priority: 255)
    #expect(task.model.runningThread == task.model.rootThread)
    for _ in 0..<5 { task.model.raiseInterrupt(27) }
    #expect(task.model.runningThread == first)
    for _ in 0..<5 { task.model.raiseInterrupt(27) }
    #expect(task.model.runningThread == task.model.rootThread)
    #expect(task.systemCall(-7, 0) != nil)
    #expect(task.model.runningThread == first)
  }

  @Test("flags are told back, and only those that are known are set")
  func flags() throws {
    let task = try RootTask()
    let (slot, _) = try task.startThread()
    #expect(try task.perform(.threadSetFlags, slot, [0, 0xff]).words == [1])
    #expect(try task.perform(.threadSetFlags, slot, [1, 0]).words == [0])
    #expect(try task.invoke(.threadSetFlags, slot, [0]).label == 7)
  }
}
