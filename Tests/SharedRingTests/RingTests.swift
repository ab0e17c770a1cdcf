import Testing

@testable import SharedRing

@Suite("A ring carries every element once and in order")
struct RingTests {
  @Test(arguments: [1, 2, 64, 4096])
  func theCapacityIsTheMemorys(_ capacity: Int) throws {
    let memory = RingMemory(elementBytes: capacity)
    let producer = RingProducer<UInt8>(attachingTo: memory.shared)
    #expect(producer.capacity == capacity)
    let wide = RingMemory(elementBytes: capacity * 16)
    let consumer = RingConsumer<Message>(attachingTo: wide.shared)
    #expect(consumer.capacity == capacity)
  }

  /// Three words take 24 bytes; each has the room of 32.
  @Test func elementsOfOtherSizesStayWithinTheMemory() throws {
    let memory = RingMemory(elementBytes: 64)
    var producer = RingProducer<Triple>(attachingTo: memory.shared)
    #expect(producer.capacity == 2)
    for _ in 0..<2 { #expect(try producer.push(Triple(first: .max, second: .max, third: .max)) == true) }
    #expect(memory.marginsAreIntact)
  }

  @Test func memoryThatIsNoRingIsRefused() async {
    await #expect(processExitsWith: .failure) {
      let memory = RingMemory(elementBytes: 100)
      _ = RingProducer<UInt8>(attachingTo: memory.shared)
    }
    await #expect(processExitsWith: .failure) {
      let memory = RingMemory(elementBytes: 8)
      _ = RingConsumer<Message>(attachingTo: memory.shared)
    }
    await #expect(processExitsWith: .failure) {
      let memory = RingMemory(elementBytes: 0)
      _ = RingConsumer<UInt8>(attachingTo: memory.shared)
    }
  }

  @Test func aFullRingTakesNothingAndAnEmptyOneGivesNothing() throws {
    let memory = RingMemory(elementBytes: 8)
    var producer = RingProducer<UInt8>(attachingTo: memory.shared)
    var consumer = RingConsumer<UInt8>(attachingTo: memory.shared)
    #expect(try consumer.pop() == nil)
    for byte in UInt8(0)..<8 { #expect(try producer.push(byte) == true) }
    #expect(try producer.push(9) == false)
    #expect(try consumer.pop() == nil, "nothing shows before it is published")
    #expect(producer.publish() == false)
    for byte in UInt8(0)..<8 { #expect(try consumer.pop() == byte) }
    #expect(try consumer.pop() == nil)
    #expect(try producer.push(9) == false, "room shows when it is given back")
    #expect(consumer.publish() == false)
    #expect(try producer.push(9) == true)
    #expect(memory.marginsAreIntact)
  }

  /// Random operations of both ends against a model, from positions all over the 64 bits.
  @Test(arguments: 1...40)
  func randomOperationsMatchAQueue(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let capacity = 1 << random.below(7)
    let memory = RingMemory(elementBytes: capacity * 16)
    let start =
      seed % 3 == 0 ? UInt64.max - UInt64(random.below(200)) : random.next() >> UInt64(random.below(64))
    memory.forge(.produced, start)
    memory.forge(.consumed, start)
    var producer = RingProducer<Message>(attachingTo: memory.shared)
    var consumer = RingConsumer<Message>(attachingTo: memory.shared)
    var pushed: [Message] = []
    var published = 0
    var popped = 0
    var released = 0
    var serial: UInt64 = 0
    func make() -> Message {
      serial += 1
      return Message(first: serial, second: serial &* 0x9e37_79b9)
    }
    for _ in 0..<2_000 {
      switch random.below(10) {
      case 0, 1:
        let message = make()
        let fits = pushed.count - released < capacity
        #expect(try producer.push(message) == fits, "seed \(seed)")
        if fits { pushed.append(message) }
      case 2:
        let messages = (0..<random.below(capacity * 2 + 1)).map { _ in make() }
        let room = capacity - (pushed.count - released)
        #expect(try producer.push(contentsOf: messages.span) == min(room, messages.count), "seed \(seed)")
        pushed += messages.prefix(room)
      case 3:
        var left = random.below(capacity * 2 + 1)
        let room = capacity - (pushed.count - released)
        let full = try producer.fill {
          guard left > 0 else { return nil }
          left -= 1
          pushed.append(make())
          return pushed.last
        }
        #expect(full == (pushed.count - released == capacity && (left > 0 || full)), "seed \(seed)")
        #expect(pushed.count - released <= capacity && room >= 0, "seed \(seed)")
      case 4:
        #expect(producer.publish() == false)
        published = pushed.count
      case 5, 6:
        let message = try consumer.pop()
        #expect(message == (popped < published ? pushed[popped] : nil), "seed \(seed)")
        if message != nil { popped += 1 }
      case 7:
        var buffer = [Message](repeating: Message(first: 0, second: 0), count: random.below(capacity * 2 + 1))
        var span = buffer.mutableSpan
        let count = try consumer.pop(into: &span)
        // A bulk pop looks again only for what it is short of, so it never gives less than it could.
        #expect(count == min(buffer.count, published - popped), "seed \(seed)")
        #expect(Array(buffer.prefix(count)) == Array(pushed[popped..<popped + count]), "seed \(seed)")
        popped += count
      case 8:
        var ready = random.below(capacity * 2 + 1)
        let empty = try consumer.drain {
          ready > 0
        } into: { message in
          #expect(message == pushed[popped], "seed \(seed)")
          popped += 1
          ready -= 1
        }
        #expect(empty == (popped == published), "seed \(seed)")
      default:
        #expect(consumer.publish() == false)
        released = popped
      }
      #expect(popped <= published && published <= pushed.count, "seed \(seed)")
    }
    #expect(memory.marginsAreIntact)
  }

  @Test func anEndComesBackWhereItHadPublishedTo() throws {
    let memory = RingMemory(elementBytes: 16)
    do {
      var producer = RingProducer<UInt8>(attachingTo: memory.shared)
      for byte in UInt8(1)...5 { #expect(try producer.push(byte) == true) }
      _ = producer.publish()
      #expect(try producer.push(99) == true, "pushed, never published: dies with its producer")
    }
    do {
      var consumer = RingConsumer<UInt8>(attachingTo: memory.shared)
      #expect(try consumer.pop() == 1)
      #expect(try consumer.pop() == 2)
      _ = consumer.publish()
      #expect(try consumer.pop() == 3, "popped, room not given back: comes again")
    }
    var producer = RingProducer<UInt8>(attachingTo: memory.shared)
    var consumer = RingConsumer<UInt8>(attachingTo: memory.shared)
    #expect(try producer.room() == 13)
    #expect(try producer.push(6) == true)
    _ = producer.publish()
    #expect(try consumer.count() == 4)
    for byte in UInt8(3)...6 { #expect(try consumer.pop() == byte) }
    #expect(try consumer.pop() == nil)
  }

  @Test func signalsAreAskedForOnlyByAnEndThatSleeps() throws {
    let memory = RingMemory(elementBytes: 2)
    var producer = RingProducer<UInt8>(attachingTo: memory.shared)
    var consumer = RingConsumer<UInt8>(attachingTo: memory.shared)
    #expect(try consumer.prepareToSleep() == true)
    #expect(try producer.push(1) == true)
    #expect(producer.publish() == true, "the consumer sleeps")
    #expect(try producer.push(2) == true)
    #expect(producer.publish() == false, "it is being woken already")
    #expect(try producer.prepareToSleep() == true)
    #expect(try consumer.prepareToSleep() == false, "there are elements")
    #expect(try consumer.pop() == 1)
    #expect(consumer.publish() == true, "the producer sleeps")
    #expect(try producer.prepareToSleep() == false, "there is room")
    #expect(try consumer.pop() == 2)
    #expect(try consumer.prepareToSleep() == true)
    consumer.stayAwake()
    #expect(try producer.push(3) == true)
    #expect(producer.publish() == false, "the consumer looks by itself")
  }
}
