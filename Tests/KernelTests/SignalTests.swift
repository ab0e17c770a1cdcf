import Testing

@testable import Kernel

struct SignalTests {
  @Test("signals are or-ed while nobody waits, and taken at once")
  func accumulate() throws {
    let task = try RootTask()
    let notification = try task.make(.notification)
    for badge in [1, 4, 8] as [UInt] { task.systemCall(-3, try task.mint(notification, badge: badge)) }
    #expect(task.systemCall(-5, notification)?.badge == 13)
    #expect(task.systemCall(-8, notification)?.badge == 0)
  }

  @Test("a waiting thread of higher priority runs at once")
  func wakes() throws {
    let task = try RootTask()
    let notification = try task.make(.notification)
    let (_, low) = try task.startThread(priority: 10)
    let (_, high) = try task.startThread(priority: 20)
    #expect(task.systemCall(-5, notification, as: high) == nil)
    #expect(task.systemCall(-3, try task.mint(notification, badge: 3), as: low) != nil)
    #expect(task.model.registers(of: high).badge == 3)
    #expect(task.model.isRunnable(high))
    task.model.expectWellFormed()
  }

  @Test("a bound thread takes signals while it waits for messages")
  func bound() throws {
    let task = try RootTask()
    let notification = try task.make(.notification)
    let endpoint = try task.make(.endpoint)
    let (slot, thread) = try task.startThread()
    try task.perform(.threadBindNotification, slot, capabilities: [notification])
    #expect(
      try task.invoke(.threadBindNotification, slot, capabilities: [notification]).label == 3, "bound once")
    #expect(task.systemCall(-5, endpoint, as: thread) == nil)
    task.systemCall(-3, try task.mint(notification, badge: 6))
    #expect(task.model.registers(of: thread).badge == 6)
    task.systemCall(-3, try task.mint(notification, badge: 2))
    #expect(task.systemCall(-5, endpoint, as: thread)?.badge == 2, "a kept signal comes before waiting")
    try task.perform(.threadUnbindNotification, slot)
    #expect(try task.invoke(.threadUnbindNotification, slot).label == 3)
    #expect(task.systemCall(-5, endpoint, as: thread) == nil)
    task.systemCall(-3, try task.mint(notification, badge: 1))
    #expect(!task.model.isRunnable(thread))
    task.model.expectWellFormed()
  }

  @Test("an interrupt signals its notification and stays masked until it is acknowledged")
  func interrupts() throws {
    let task = try RootTask()
    let handler = task.freeSlot()
    let notification = try task.make(.notification)
    let badged = try task.mint(notification, badge: 0x20)
    try task.perform(
      .interruptControlGetTrigger, RootTask.interruptControl, [33, 0, handler, 64],
      capabilities: [RootTask.cnode])
    let again = try task.invoke(
      .interruptControlGet, RootTask.interruptControl, [33, task.freeSlot(), 64],
      capabilities: [RootTask.cnode])
    #expect(again.label == 9, "one handler at a time")
    try task.perform(.interruptSetNotification, handler, capabilities: [badged])
    try task.perform(.interruptAcknowledge, handler)
    task.model.raiseInterrupt(33)
    #expect(task.systemCall(-8, notification)?.badge == 0x20)
    task.model.raiseInterrupt(33)
    #expect(task.systemCall(-8, notification)?.badge == 0, "masked")
    try task.perform(.interruptAcknowledge, handler)
    task.model.raiseInterrupt(33)
    #expect(task.systemCall(-8, notification)?.badge == 0x20)
    #expect(try task.delete(handler).label == 0)
    #expect(task.model.kernel.interruptState(33).pointee == .inactive)
    task.model.expectWellFormed()
  }

  @Test("interrupt numbers and capabilities are checked")
  func interruptErrors() throws {
    let task = try RootTask()
    let free = task.freeSlot()
    func get(_ words: [UInt]) throws -> [UInt] {
      let answer = try task.invoke(
        .interruptControlGet, RootTask.interruptControl, words, capabilities: [RootTask.cnode])
      return [answer.label] + answer.words
    }
    #expect(try get([160, free, 64]) == [4, 0, 159])
    #expect(try get([UInt.max, free, 64]) == [4, 0, 159])
    #expect(try get([27, free, 64]) == [9], "the kernel's timer")
    #expect(try get([40, RootTask.cnode, 64]) == [8])
    #expect(try get([40, free]) == [7])
    #expect(try get([40, free, 64]) == [0])
    let endpoint = try task.make(.endpoint)
    #expect(
      try task.invoke(.interruptSetNotification, free, capabilities: [endpoint]).words == [0])
    #expect(try task.invoke(.interruptSetNotification, free).label == 7)
  }
}
