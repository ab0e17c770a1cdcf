import Foundation
import Testing

@testable import SharedRing

/// The words of a ring in which every access waits for its turn.
///
/// The two ends run in two threads, of which exactly one moves at a time; a schedule says which one makes the next
/// access. Running the real code under every schedule is a check of all interleavings.
private struct ScheduledWords: RingWords {
  let turns: Turns
  /// Which end reads and writes: 0 the producer, 1 the consumer.
  let end: Int

  func load(_ word: RingWord) -> UInt64 {
    turns.take(end)
    let value = turns.words[word] ?? 0
    turns.note(end, [UInt64(word.rawValue), value])
    return value
  }

  func store(_ value: UInt64, to word: RingWord) {
    turns.take(end)
    turns.words[word] = value
    turns.note(end, [UInt64(word.rawValue)])
  }
}

/// Hands the right to move from the scheduler to one of two threads and back.
private final class Turns: @unchecked Sendable {
  enum State { case running, wantsTurn, sleeps, finished }

  /// The ring's words; only the thread whose turn it is touches them.
  var words: [RingWord: UInt64] = [:]
  private let condition = NSCondition()
  private var states: [State] = [.running, .running]
  private var granted: Int?
  private var signals = [false, false]
  private var stopped = false

  /// What each end knows: its counts where its loop began, and what it has read and written since.
  ///
  /// The code is deterministic, so two ends that know the same go on in the same way.
  private var knowledge: [[UInt64]] = [[], []]

  struct Stopped: Error {}

  /// The end's loop begins anew with these counts.
  func begin(_ me: Int, _ counts: [UInt64]) {
    condition.lock()
    knowledge[me] = counts
    condition.unlock()
  }

  /// The end made an access.
  func note(_ me: Int, _ access: [UInt64]) {
    condition.lock()
    knowledge[me] += access
    condition.unlock()
  }

  /// All that the future depends on, once both ends stand still.
  struct Situation: Hashable {
    let words: [UInt64]
    let knowledge: [[UInt64]]
    let signals: [Bool]
    let states: [State]
  }

  func situation() -> Situation {
    condition.lock()
    defer { condition.unlock() }
    return Situation(
      words: RingWord.allCases.map { words[$0] ?? 0 }, knowledge: knowledge, signals: signals, states: states)
  }

  /// Waits until the schedule lets the calling thread make its next access.
  func take(_ me: Int) {
    condition.lock()
    states[me] = .wantsTurn
    condition.broadcast()
    while granted != me, !stopped { condition.wait() }
    granted = nil
    states[me] = .running
    condition.unlock()
  }

  /// Sets the peer's notification.
  ///
  /// Happens at once: the kernel's part of it is not what is checked.
  func signal(_ peer: Int) {
    condition.lock()
    signals[peer] = true
    condition.broadcast()
    condition.unlock()
  }

  /// Waits for the own notification, and takes it.
  func sleep(_ me: Int) throws {
    condition.lock()
    defer { condition.unlock() }
    states[me] = .sleeps
    condition.broadcast()
    while !signals[me], !stopped { condition.wait() }
    if stopped { throw Stopped() }
    signals[me] = false
    states[me] = .running
  }

  func finish(_ me: Int) {
    condition.lock()
    states[me] = .finished
    condition.broadcast()
    condition.unlock()
  }

  /// Waits until both threads stand still, and says who can move; none when both sleep or are done.
  func settled() -> (movable: [Int], finished: Bool) {
    condition.lock()
    defer { condition.unlock() }
    while !(0..<2).allSatisfy({ index in
      switch states[index] {
      case .running: false
      case .wantsTurn: granted != index
      case .sleeps: !signals[index]
      case .finished: true
      }
    }) { condition.wait() }
    return ((0..<2).filter { states[$0] == .wantsTurn }, states.allSatisfy { $0 == .finished })
  }

  func grant(_ index: Int) {
    condition.lock()
    granted = index
    condition.broadcast()
    condition.unlock()
  }

  func stop() {
    condition.lock()
    stopped = true
    condition.broadcast()
    condition.unlock()
  }
}

@Suite("No order of accesses loses a wake-up")
struct SignalSuppressionTests {
  /// How many runs one search may take, which none here reaches.
  static let runLimit = 20_000

  /// What the ends do differently from the rule, to see that the check finds it.
  enum Mistake {
    case none, consumerSleepsWithoutLookingAgain, producerSleepsWithoutLookingAgain,
      producerClearsAfterItsSignal
  }

  /// Runs `messages` through a ring of `capacity` under every schedule, without going on twice from the same
  /// situation; the first schedule that hangs, or nil.
  static func explore(
    capacity: UInt64, messages: UInt64, mistake: Mistake = .none
  ) -> (situations: Int, runs: Int, hang: [Int]?) {
    var seen: Set<Turns.Situation> = []
    var open: [[Int]] = [[]]
    var runs = 0
    while let prefix = open.popLast(), runs < runLimit {
      runs += 1
      var schedule: [Int] = []
      var isNew = true
      let turns = Turns()
      start(turns, capacity: capacity, messages: messages, mistake: mistake)
      while true {
        let (movable, finished) = turns.settled()
        if movable.isEmpty {
          turns.stop()
          if !finished { return (seen.count, runs, schedule) }
          break
        }
        if schedule.count >= prefix.count, isNew {
          isNew = seen.insert(turns.situation()).inserted
          if isNew { open += movable.dropFirst().map { schedule + [$0] } }
        }
        // A situation seen before is run to its end by any schedule, for the threads' sake.
        let choice = schedule.count < prefix.count ? prefix[schedule.count] : movable[0]
        schedule.append(choice)
        turns.grant(choice)
      }
    }
    return (seen.count, runs, nil)
  }

  private static func start(
    _ turns: Turns, capacity: UInt64, messages: UInt64, mistake: Mistake
  ) {
    let producer = Thread {
      let words = ScheduledWords(turns: turns, end: 0)
      defer { turns.finish(0) }
      do {
        var position = RingPosition<ProducingEnd, _>(attachingTo: words, capacity: capacity)
        var sent: UInt64 = 0
        while sent < messages {
          turns.begin(0, [position.next, position.limit, sent])
          if !position.hasKnownRoom { try position.refresh() }
          if position.hasKnownRoom {
            position.advance(by: 1)
            sent += 1
            if mistake == .producerClearsAfterItsSignal {
              words.store(position.next, to: .produced)
              if words.load(.elementsWanted) != 0 {
                turns.signal(1)
                words.store(0, to: .elementsWanted)
              }
            } else if position.publish() {
              turns.signal(1)
            }
          } else if mistake == .producerSleepsWithoutLookingAgain {
            words.store(1, to: .roomWanted)
            try turns.sleep(0)
          } else if try position.prepareToSleep() {
            try turns.sleep(0)
          }
        }
      } catch {}
    }
    let consumer = Thread {
      let words = ScheduledWords(turns: turns, end: 1)
      defer { turns.finish(1) }
      do {
        var position = RingPosition<ConsumingEnd, _>(attachingTo: words, capacity: capacity)
        var received: UInt64 = 0
        while received < messages {
          turns.begin(1, [position.next, position.limit, received])
          if !position.hasKnownRoom { try position.refresh() }
          if position.hasKnownRoom {
            position.advance(by: 1)
            received += 1
            if position.publish() { turns.signal(0) }
          } else if mistake == .consumerSleepsWithoutLookingAgain {
            words.store(1, to: .elementsWanted)
            try turns.sleep(1)
          } else if try position.prepareToSleep() {
            try turns.sleep(1)
          }
        }
      } catch {}
    }
    producer.start()
    consumer.start()
  }

  @Test(arguments: [(1, 1), (1, 2), (2, 3)])
  func everyScheduleEnds(_ capacity: UInt64, _ messages: UInt64) {
    let (situations, runs, hang) = Self.explore(capacity: capacity, messages: messages)
    #expect(hang == nil, "hangs under the schedule \(hang ?? []) (0 producer, 1 consumer)")
    #expect(situations > 10)
    #expect(runs < Self.runLimit, "the search came to its bound")
    print("capacity \(capacity), \(messages) messages: \(situations) situations, \(runs) runs")
  }

  @Test(arguments: [
    Mistake.consumerSleepsWithoutLookingAgain, .producerSleepsWithoutLookingAgain,
    .producerClearsAfterItsSignal,
  ])
  func theSearchFindsALostWakeUp(_ mistake: Mistake) {
    #expect(Self.explore(capacity: 1, messages: 3, mistake: mistake).hang != nil)
  }
}
