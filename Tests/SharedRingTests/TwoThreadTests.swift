import Foundation
import SharedRing
import Synchronization
import Testing

/// Wakes one thread, remembers one signal: what a kernel's notification does.
private final class Signal: Sendable {
  private let semaphore = DispatchSemaphore(value: 0)
  let count = Atomic<Int>(0)

  func send() {
    count.add(1, ordering: .relaxed)
    semaphore.signal()
  }

  /// False after a minute: a wake-up was lost.
  func wait() -> Bool { semaphore.wait(timeout: .now() + 60) == .success }
}

@Suite("Two threads, one ring")
struct TwoThreadTests {
  /// Both ends sleep whenever they can go no further.
  ///
  /// A lost wake-up hangs, and the test says so.
  @Test(arguments: [(8, 1), (64, 7), (1024, 64), (4096, 4096)])
  func everyByteArrivesInOrderAndNobodySleepsForEver(_ capacity: Int, _ batch: Int) throws {
    let total = 200_000
    let memory = RingMemory(elementBytes: capacity)
    let elements = Signal()
    let room = Signal()
    let failure = Mutex<String?>(nil)
    let thread = Thread {
      do {
        var producer = RingProducer<UInt8>(attachingTo: memory.shared)
        var sent = 0
        while sent < total {
          var pushed = 0
          while pushed < batch, sent < total, try producer.push(UInt8(truncatingIfNeeded: sent &* 31)) {
            sent += 1
            pushed += 1
          }
          if producer.publish() { elements.send() }
          if pushed < batch, sent < total, try producer.prepareToSleep(), !room.wait() {
            failure.withLock { $0 = "the producer was not woken at \(sent)" }
            return
          }
        }
      } catch {
        failure.withLock { $0 = "\(error)" }
      }
    }
    thread.start()
    var consumer = RingConsumer<UInt8>(attachingTo: memory.shared)
    var received = 0
    while received < total {
      var popped = 0
      while popped < batch, let byte = try consumer.pop() {
        try #require(byte == UInt8(truncatingIfNeeded: received &* 31), "byte \(received)")
        received += 1
        popped += 1
      }
      if consumer.publish() { room.send() }
      if popped == 0, try consumer.prepareToSleep() {
        try #require(elements.wait(), "the consumer was not woken at \(received)")
      }
    }
    while !thread.isFinished { Thread.sleep(forTimeInterval: 0.001) }
    #expect(failure.withLock { $0 } == nil)
    #expect(memory.marginsAreIntact)
  }

  /// A third party forges words while both ends work: faults, perhaps, but no race and no bad access.
  @Test func aForgerInAThirdThreadDoesNoHarm() throws {
    let memory = RingMemory(elementBytes: 64)
    let done = Atomic<Bool>(false)
    let seed = UInt64(2026)
    let forger = Thread {
      var random = SeededGenerator(seed: seed)
      while !done.load(ordering: .relaxed) {
        memory.forge(RingWord.allCases[random.below(4)], random.next() % 200)
      }
    }
    forger.start()
    var producer = RingProducer<UInt8>(attachingTo: memory.shared)
    var consumer = RingConsumer<UInt8>(attachingTo: memory.shared)
    var faults = 0
    var step = 0
    // Where the forger had no turn yet, it gets one: at most half a minute of them.
    while step < 100_000 || (faults == 0 && step < 130_000) {
      step += 1
      if step > 100_000 { Thread.sleep(forTimeInterval: 0.001) }
      do throws(RingFault) {
        _ = try producer.push(UInt8(truncatingIfNeeded: step))
        _ = producer.publish()
        _ = try consumer.pop()
        _ = consumer.publish()
      } catch {
        faults += 1
        producer.resynchronize()
        consumer.resynchronize()
      }
    }
    done.store(true, ordering: .relaxed)
    while !forger.isFinished { Thread.sleep(forTimeInterval: 0.001) }
    #expect(faults > 0)
    #expect(memory.marginsAreIntact)
  }
}
