import Testing

@testable import Kernel

struct CNodeTests {
  @Test("a copy has no more rights than asked for, and none that the original lacks")
  func rights() throws {
    let task = try RootTask()
    let notification = try task.make(.notification)
    let readOnly = task.freeSlot()
    #expect(try task.copy(notification, to: readOnly, rights: .read).label == 0)
    #expect(task.systemCall(-1, readOnly)?.label == 2, "a signal needs the right to write")
    let again = task.freeSlot()
    #expect(try task.copy(readOnly, to: again, rights: .all).label == 0)
    #expect(task.systemCall(-1, again)?.label == 2)
    #expect(task.systemCall(-1, notification)?.label == 0)
    #expect(task.systemCall(-8, again)?.badge == 0, "an unbadged signal")
  }

  @Test("copy, move, mutate and rotate say what is wrong")
  func errors() throws {
    let task = try RootTask()
    let endpoint = try task.make(.endpoint)
    let free = task.freeSlot()
    func copy(_ label: InvocationLabel, _ words: [UInt], _ capabilities: [UInt] = [2]) throws -> [UInt] {
      let answer = try task.invoke(label, RootTask.cnode, words, capabilities: capabilities)
      return [answer.label] + answer.words
    }
    #expect(try copy(.cnodeCopy, [endpoint, 64, endpoint, 64, 15]) == [8])
    #expect(try copy(.cnodeCopy, [free, 64, free, 64, 15]) == [6, 1, 2, 64])
    #expect(try copy(.cnodeCopy, [free, 64, endpoint, 64]) == [7])
    #expect(try copy(.cnodeCopy, [free, 64, endpoint, 64, 15], []) == [7])
    #expect(try copy(.cnodeCopy, [free, 65, endpoint, 64, 15]) == [4, 1, 64])
    #expect(try copy(.cnodeCopy, [free, 64, endpoint, 0, 15]) == [4, 1, 64])
    #expect(try copy(.cnodeCopy, [free, 64, endpoint, 64, 15], [endpoint]) == [6, 1, 1])
    #expect(try copy(.cnodeCopy, [1 << 63, 64, endpoint, 64, 15]) == [6, 0, 4, 64, 0, 52])
    #expect(try copy(.cnodeCopy, [free, 64, endpoint, 60, 15]) == [6, 1, 3, 60, 64])
    #expect(try copy(.cnodeMint, [free, 64, endpoint, 64, 15]) == [7])
    #expect(try copy(.cnodeCopy, [free, 64, RootTask.interruptControl, 64, 15]) == [3])
    #expect(try copy(.cnodeMutate, [free, 64, endpoint, 64, 5]) == [3], "a badge is given by a mint alone")
    #expect(try copy(.cnodeMove, [free, 64, endpoint, 64]) == [0])
    #expect(try copy(.cnodeMove, [endpoint, 64, endpoint, 64]) == [6, 1, 2, 64])
    #expect(try copy(.cnodeRotate, [endpoint, 64, 0, free, 64, 0, free, 64], [2, 2]) == [3])
    #expect(
      try copy(.cnodeRotate, [endpoint, 64, 0, endpoint, 64, 0, free, 64], [2, 2]) == [3],
      "the pivot is the destination")
    #expect(try copy(.invalid, [free, 64]) == [3])
    #expect(try task.invoke(.cnodeDelete, RootTask.cnode, [free]).label == 7)
  }

  @Test("a badge is given once, and revoking takes back what was made of it")
  func badges() throws {
    let task = try RootTask()
    let endpoint = try task.make(.endpoint)
    let badged = try task.mint(endpoint, badge: 7)
    let copy = task.freeSlot()
    #expect(try task.copy(badged, to: copy).label == 0)
    let other = try task.mint(endpoint, badge: 8)
    let answer = try task.invoke(
      .cnodeMint, RootTask.cnode, [task.freeSlot(), 64, badged, 64, 15, 9], capabilities: [2])
    #expect(answer.label == 3, "a badge is given once")
    #expect(try task.revoke(badged).label == 0)
    #expect(task.model.slotKind(copy) == .null)
    #expect(task.model.slotKind(badged) == .endpoint)
    #expect(task.model.slotKind(other) == .endpoint)
    #expect(try task.revoke(endpoint).label == 0)
    #expect(task.model.slotKind(other) == .null)
    #expect(task.model.slotKind(endpoint) == .endpoint)
  }

  @Test("revoking an untyped deletes all that was made of it, wherever it went")
  func revokeUntyped() throws {
    let task = try RootTask()
    let memory = try task.memory(16)
    let untyped = task.freeSlot()
    #expect(try task.retype(memory.slot, .untyped, bits: 16, at: untyped).label == 0)
    let node = task.freeSlot()
    #expect(try task.retype(untyped, .capabilityTable, bits: 4, at: node).label == 0)
    let inner = task.freeSlot()
    #expect(try task.retype(untyped, .endpoint, count: 1, at: inner).label == 0)
    // The endpoint moves into the node, and the node into itself: a CNode that nothing else reaches.
    try task.perform(.cnodeMove, node, [3, 4, inner, 64], capabilities: [RootTask.cnode])
    try task.perform(.cnodeMove, node, [5, 4, node, 64], capabilities: [RootTask.cnode])
    #expect(task.model.slotKind(node) == .null)
    #expect(try task.revoke(untyped).label == 0)
    #expect(try task.retype(untyped, .untyped, bits: 16, at: node).label == 0, "all memory is back")
    task.model.expectWellFormed()
  }

  @Test("CNodes that hold each other go away without a trace")
  func cyclicDeletion() throws {
    let task = try RootTask()
    let memory = try task.memory(16)
    let untyped = task.freeSlot()
    #expect(try task.retype(memory.slot, .untyped, bits: 16, at: untyped).label == 0)
    let first = task.freeSlot()
    let second = task.freeSlot()
    let thread = task.freeSlot()
    #expect(try task.retype(untyped, .capabilityTable, bits: 3, count: 2, at: first).label == 0)
    #expect(try task.retype(untyped, .thread, at: thread).label == 0)
    try task.perform(.cnodeCopy, first, [1, 3, second, 64, 15], capabilities: [RootTask.cnode])
    try task.perform(.cnodeCopy, second, [2, 3, first, 64, 15], capabilities: [RootTask.cnode])
    try task.perform(.cnodeMove, second, [3, 3, thread, 64], capabilities: [RootTask.cnode])
    #expect(try task.delete(first).label == 0)
    #expect(try task.delete(second).label == 0)
    task.model.expectWellFormed()
    #expect(try task.revoke(untyped).label == 0)
    #expect(try task.retype(untyped, .untyped, bits: 16, at: first).label == 0)
    task.model.expectWellFormed()
  }

  @Test("guards are compared, and CNodes lead from one to the next")
  func nestedLookup() throws {
    let task = try RootTask()
    let node = try task.make(.capabilityTable, bits: 4)
    let guarded = task.freeSlot()
    // Three bits of guard, 0b101, then four of radix.
    try task.perform(
      .cnodeMint, RootTask.cnode, [guarded, 64, node, 64, 15, 0b101 << 6 | 3], capabilities: [2])
    let endpoint = try task.make(.endpoint)
    try task.perform(.cnodeCopy, guarded, [0b101_0110, 7, endpoint, 64, 15], capabilities: [2])
    let wrong = try task.invoke(.cnodeDelete, guarded, [0b100_0110, 7])
    #expect(wrong.words == [0, 4, 7, 5, 3])
    let short = try task.invoke(.cnodeDelete, guarded, [0b101_011, 6])
    #expect(short.words == [0, 3, 6, 7])
    let long = try task.invoke(.cnodeDelete, guarded, [0b101_0110_1, 8])
    #expect(long.words == [0, 3, 1, 0], "one bit is left behind an endpoint")
    #expect(try task.invoke(.cnodeDelete, guarded, [0b101_0110, 7]).label == 0)
    let tooWide = try task.invoke(
      .cnodeMint, RootTask.cnode, [task.freeSlot(), 64, node, 64, 15, 61], capabilities: [2])
    #expect(tooWide.label == 3)
  }
}
