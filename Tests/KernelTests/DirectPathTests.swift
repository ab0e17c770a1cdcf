import Testing

@testable import Kernel

/// The paths without a stack frame do what the general path does: two machines get the same calls, one of
/// them without direct paths, and nobody can tell them apart.
struct DirectPathTests {
  /// Threads of several priorities that call each other, signal, wait and are interrupted.
  private final class Traffic {
    let task: RootTask
    var threads: [ModelThread] = []
    var targets: [UInt] = []

    init(directly: Bool) throws {
      task = try RootTask(memoryMiB: 8)
      task.model.usesDirectPaths = directly
      for priority in [100, 100, 150, 200, 1] as [UInt] {
        threads.append(try task.startThread(priority: priority).thread)
      }
      for _ in 0..<2 {
        let endpoint = try task.make(.endpoint)
        let notification = try task.make(.notification)
        targets.append(endpoint)
        targets.append(try task.mint(endpoint, badge: 5, rights: [.write, .grantReply]))
        targets.append(notification)
        targets.append(try task.mint(notification, badge: 6))
      }
      let handler = task.freeSlot()
      try task.perform(
        .interruptControlGet, RootTask.interruptControl, [33, handler, 64], capabilities: [RootTask.cnode])
      try task.perform(.interruptSetNotification, handler, capabilities: [targets[3]])
      targets.append(handler)
      // The root task waits for good, so that it is never in the way.
      #expect(task.systemCall(-5, try task.make(.notification)) == nil)
    }

    /// What the threads of low priority do: ask and signal.
    private func client(_ random: inout SeededGenerator) -> (Int, UInt, UInt) {
      if random.next() % 8 == 0 { return (-1, targets[8], InvocationLabel.interruptAcknowledge.rawValue) }
      let number = [-1, -1, -1, -3, -3, -4, -8][Int(random.next() % 7)]
      let pair = Int(random.next() % 2) * 4
      let isMessage = number == -1 || number != -8 && random.next() % 4 == 0
      return (number, targets[pair + (isMessage ? 0 : 2) + Int(random.next() % 2)], UInt(random.next() % 4))
    }

    /// What the others do: wait for requests and signals, and answer.
    private func server(_ random: inout SeededGenerator) -> (Int, UInt, UInt) {
      let number = [-2, -2, -2, -2, -5, -6][Int(random.next() % 6)]
      let pair = Int(random.next() % 2) * 4
      return (number, targets[pair + (random.next() % 4 == 0 ? 2 : 0)], UInt(random.next() % 4))
    }

    /// Somebody of the lowest priority sends to, asks of and answers all who wait for each other.
    private func rescue() {
      for target in [0, 4] {
        task.systemCall(-4, targets[target], label: 1, [7], as: threads[4])
        task.systemCall(-3, targets[target + 2], as: threads[4])
        task.systemCall(-8, targets[target], as: threads[4])
        task.systemCall(-6, 0, label: 2, [8], as: threads[4])
      }
    }

    /// One random call or interrupt; what it answered, and how all threads stand.
    func step(_ random: inout SeededGenerator) -> [UInt] {
      var trace: [UInt] = []
      let runnable = (0..<4).filter { task.model.isRunnable(threads[$0]) }
      if runnable.isEmpty {
        rescue()
      } else if random.next() % 12 == 0 {
        task.model.raiseInterrupt(random.next() % 2 == 0 ? 33 : 27)
      } else {
        let index = runnable[Int(random.next() % UInt64(runnable.count))]
        let (number, target, label) = index < 2 ? client(&random) : server(&random)
        let words = (0..<(random.next() % 7)).map { _ in UInt(random.next()) }
        if let answer = task.systemCall(
          number, target, label: label, words, capabilities: random.next() % 6 == 0 ? [targets[3]] : [],
          as: threads[index])
        {
          trace += [1, answer.label, answer.badge] + answer.words
        }
      }
      // Whoever runs uses floating point now and then.
      if random.next() % 8 == 0 { trace.append(task.model.kernel.takeFloatingPoint() ? 1 : 0) }
      trace.append(task.model.kernel.isFloatingPointEnabled.pointee ? 1 : 0)
      for thread in threads {
        let registers = task.model.registers(of: thread)
        let object = Reference<Kernel.Thread>(address: thread.address)
        trace += [UInt(object.pointee.state.rawValue), registers.badge, registers.info]
        trace += (0..<4).map { registers.words[$0] }
        trace += [object.pointee.caller.kind, object[.nextInstruction]]
      }
      trace.append(
        UInt(bitPattern: threads.firstIndex { $0 == task.model.runningThread } ?? -1))
      return trace
    }
  }

  @Test("direct and general paths cannot be told apart", arguments: 1...10 as ClosedRange<UInt64>)
  func agree(seed: UInt64) throws {
    var first = SeededGenerator(seed: seed)
    var second = SeededGenerator(seed: seed)
    let direct = try Traffic(directly: true)
    let general = try Traffic(directly: false)
    for step in 0..<400 {
      let expected = general.step(&second)
      let found = direct.step(&first)
      try #require(found == expected, "seed \(seed), step \(step)")
      if step % 20 == 0 { direct.task.model.expectWellFormed() }
    }
    #expect(direct.task.model.directCount > 40, "the direct paths were tried")
    #expect(general.task.model.directCount == 0)
    direct.task.model.expectWellFormed()
  }
}

extension Slot {
  /// The kind of what the slot holds, as a number.
  fileprivate var kind: UInt { UInt(capability.kind.rawValue) }
}
