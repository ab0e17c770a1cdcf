import Testing

@testable import SharedRing

@Suite("Whatever the peer writes, an end stays within the ring")
struct HostilePeerTests {
  @Test func aConsumerCountAheadOfTheProducerIsAFault() throws {
    let memory = RingMemory(elementBytes: 8)
    var producer = RingProducer<UInt8>(attachingTo: memory.shared)
    memory.forge(.consumed, 1)
    #expect(throws: RingFault(produced: 0, consumed: 1, capacity: 8)) { _ = try producer.room() }
    #expect(throws: RingFault(produced: 0, consumed: 1, capacity: 8)) { _ = try producer.prepareToSleep() }
    memory.forge(.consumed, 0)
    #expect(try producer.room() == 8, "it goes on once the peer's word makes sense")
  }

  @Test func aProducerCountTooFarAheadIsAFault() throws {
    let memory = RingMemory(elementBytes: 8)
    var consumer = RingConsumer<UInt8>(attachingTo: memory.shared)
    memory.forge(.produced, 9)
    #expect(throws: RingFault(produced: 9, consumed: 0, capacity: 8)) { _ = try consumer.pop() }
    memory.forge(.produced, 8)
    #expect(try consumer.count() == 8)
  }

  @Test func indicesThatDoNotFitEachOtherAreFoundAtTheFirstUse() throws {
    let memory = RingMemory(elementBytes: 8)
    memory.forge(.produced, 5)
    memory.forge(.consumed, 6)
    let fault = RingFault(produced: 5, consumed: 6, capacity: 8)
    var producer = RingProducer<UInt8>(attachingTo: memory.shared)
    var consumer = RingConsumer<UInt8>(attachingTo: memory.shared)
    #expect(throws: fault) { _ = try producer.push(1) }
    #expect(throws: fault) { _ = try producer.room() }
    #expect(throws: fault) { _ = try consumer.pop() }
    #expect(throws: fault) { _ = try consumer.count() }
    producer.resynchronize()
    #expect(try producer.room() == 8)
    #expect(try producer.push(1) == true)
    _ = producer.publish()
    #expect(try consumer.pop() == 1)
    memory.forge(.produced, 1 << 60)
    #expect(throws: RingFault.self) { _ = try consumer.count() }
    consumer.resynchronize()
    #expect(try consumer.pop() == nil)
    #expect(memory.read(.consumed) == 1 << 60)
  }

  /// A peer that writes any of the four words, at any time, with values near the limits and far from them.
  @Test(arguments: 1...60)
  func forgedWordsNeverReachOutsideTheRing(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed) &* 7919)
    let capacity = 1 << random.below(6)
    let memory = RingMemory(elementBytes: capacity * 16)
    var producer = RingProducer<Message>(attachingTo: memory.shared)
    var consumer = RingConsumer<Message>(attachingTo: memory.shared)
    var faults = 0
    for step in 0..<3_000 {
      if random.below(3) == 0 {
        let word = RingWord.allCases[random.below(4)]
        let near = memory.read(RingWord.allCases[random.below(4)])
        let value =
          switch random.below(4) {
          case 0: near &+ UInt64(random.below(2 * capacity + 3))
          case 1: near &- UInt64(random.below(2 * capacity + 3))
          case 2: random.next()
          default: [0, 1, .max, 1 << 63, UInt64(capacity)][random.below(5)]
          }
        memory.forge(word, value)
      }
      do throws(RingFault) {
        switch random.below(8) {
        case 0: _ = try producer.push(Message(first: UInt64(step), second: 0))
        case 1:
          _ = try producer.push(
            contentsOf: [Message](repeating: Message(first: 1, second: 2), count: 70).span)
        case 2: _ = producer.publish()
        case 3: _ = try consumer.pop()
        case 4:
          var buffer = [Message](repeating: Message(first: 0, second: 0), count: 70)
          var span = buffer.mutableSpan
          let count = try consumer.pop(into: &span)
          #expect(count <= capacity, "seed \(seed)")
        case 5: _ = consumer.publish()
        case 6: _ = try producer.prepareToSleep()
        default: _ = try consumer.prepareToSleep()
        }
      } catch {
        faults += 1
        #expect(error.produced &- error.consumed > error.capacity, "seed \(seed)")
        if random.below(4) == 0 {
          producer.resynchronize()
          consumer.resynchronize()
        }
      }
      #expect(producer.position.knownRoom <= UInt64(capacity), "seed \(seed)")
      #expect(consumer.position.knownRoom <= UInt64(capacity), "seed \(seed)")
    }
    #expect(faults > 0, "seed \(seed) forged nothing that mattered")
    #expect(memory.marginsAreIntact)
  }
}
