import Testing

@testable import Kernel

/// A generator whose sequence is its seed's, so that a failure can be run again.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 | 1 }

  // xorshift64*, Vigna 2016.
  mutating func next() -> UInt64 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return state &* 0x2545_f491_4f6c_dd1d
  }
}

/// Random system calls by several threads: whatever they ask, the kernel's structures stay well formed.
struct RandomOperationTests {
  private static let slotCount: UInt = 48

  @Test("nothing that threads ask breaks an invariant", arguments: 1...8 as ClosedRange<UInt64>)
  func randomSystemCalls(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let task = try RootTask(memoryMiB: 8)
    let first = task.nextSlot
    let untyped = task.freeSlot()
    #expect(try task.retype(try task.memory(18).slot, .untyped, bits: 18, at: untyped).label == 0)
    var threads: [ModelThread] = [task.model.rootThread]
    for (index, priority) in ([255, 255, 100] as [UInt]).enumerated() {
      let (slot, thread) = try task.startThread(priority: priority)
      threads.append(thread)
      // The acting threads' own capabilities stand where no random call reaches, so that they live to the end.
      let anchor = first + 1000 + UInt(index)
      try task.perform(.cnodeMove, RootTask.cnode, [anchor, 64, slot, 64], capabilities: [RootTask.cnode])
      #expect(try task.copy(anchor, to: slot).label == 0)
    }
    for _ in 0..<4 { _ = try task.mint(try task.make(.endpoint), badge: 0) }
    _ = try task.make(.notification)
    let slots = first..<(first + RandomOperationTests.slotCount)
    for step in 0..<600 {
      let living = threads.filter(task.model.isRunnable)
      guard let actor = living.randomElement(using: &random) else { break }
      performRandomCall(task, actor, slots, &random)
      if random.next() % 16 == 0 {
        task.model.raiseInterrupt([27, 33, 40].randomElement(using: &random) ?? 27)
      }
      if step % 50 == 0 { task.model.expectWellFormed() }
    }
    task.model.expectWellFormed()
  }

  private func performRandomCall(
    _ task: RootTask, _ actor: ModelThread, _ slots: Range<UInt>, _ random: inout SeededGenerator
  ) {
    func slot() -> UInt {
      random.next() % 5 == 0
        ? UInt.random(in: 1...11, using: &random) : UInt.random(in: slots, using: &random)
    }
    let number =
      [-1, -1, -1, -1, -1, -1, -2, -3, -4, -5, -6, -7, -8].randomElement(using: &random) ?? -1
    let label = UInt.random(in: 0...51, using: &random)
    var words: [UInt] = []
    for _ in 0..<Int.random(in: 0...8, using: &random) {
      switch random.next() % 8 {
      case 0: words.append(UInt.random(in: 0...16, using: &random))
      case 1, 2: words.append(64)
      case 3, 4, 5: words.append(slot())
      case 6: words.append(0x10_0000_0000 + UInt.random(in: 0...3, using: &random) << 12)
      default: words.append(UInt(random.next()))
      }
    }
    switch InvocationLabel(rawValue: label) {
    case .untypedRetype:
      words = [
        UInt.random(in: 0...10, using: &random), UInt.random(in: 0...14, using: &random), 0, 0, slot(),
        UInt.random(in: 1...3, using: &random),
      ]
    case .cnodeCopy, .cnodeMint, .cnodeMove, .cnodeMutate:
      words = [slot(), 64, slot(), 64, UInt.random(in: 0...15, using: &random), slot()]
    case .cnodeRotate: words = [slot(), 64, 0, slot(), 64, 0, slot(), 64]
    case .cnodeDelete where random.next() % 4 != 0, .cnodeRevoke where random.next() % 4 != 0: return
    case .cnodeDelete, .cnodeRevoke, .cnodeSaveCaller: words = [slot(), 64]
    default: break
    }
    var target = slot()
    switch label {
    case 17...25: target = RootTask.cnode
    case 1: target = slots.lowerBound
    default: break
    }
    let capabilities = (0..<Int.random(in: 0...3, using: &random)).map { _ in
      random.next() % 2 == 0 ? RootTask.cnode : slot()
    }
    _ = task.systemCall(
      number, target, label: label, words, capabilities: label == 1 ? [RootTask.cnode] : capabilities,
      as: actor)
  }

  @Test(
    "revoking the one untyped of a component gives back all of it", arguments: 1...4 as ClosedRange<UInt64>)
  func nothingLostAfterRevoke(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let task = try RootTask(memoryMiB: 8)
    let untyped = task.freeSlot()
    #expect(try task.retype(try task.memory(18).slot, .untyped, bits: 18, at: untyped).label == 0)
    let used = Set(task.model.reachableSlots().filter { !$0.pointee.capability.isNull }.map(\.address))
    for _ in 0..<5 {
      let first = task.nextSlot
      for offset in 0..<20 as Range<UInt> {
        let type = ObjectType(rawValue: UInt.random(in: 0...9, using: &random)) ?? .untyped
        _ = try task.retype(
          untyped, type, bits: UInt.random(in: 1...12, using: &random), at: first + offset)
        let other = first + UInt.random(in: 0...offset, using: &random)
        _ = try task.invoke(
          .cnodeMint, RootTask.cnode, [first + 30 + offset, 64, other, 64, 15, UInt(random.next() % 4)],
          capabilities: [RootTask.cnode])
        _ = try task.invoke(.asidPoolAssign, RootTask.asidPool, capabilities: [other])
        if task.model.slotKind(other) == .cnode {
          _ = try task.invoke(
            .cnodeMove, other, [UInt.random(in: 0...3, using: &random), 2, first + offset, 64],
            capabilities: [RootTask.cnode])
        }
      }
      task.model.expectWellFormed()
      #expect(try task.revoke(untyped).label == 0)
      let left = Set(task.model.reachableSlots().filter { !$0.pointee.capability.isNull }.map(\.address))
      #expect(left == used, "seed \(seed): slots are left or lost")
      #expect(try task.retype(untyped, .untyped, bits: 18, at: first).label == 0, "all memory is back")
      #expect(try task.delete(first).label == 0)
    }
    task.model.expectWellFormed()
  }
}
