import CapabilityBroker
import SeL4
import Testing

@Suite("memory from the broker")
struct MemoryTests {
  @Test("what is released is there again, and whole")
  func releaseRestores() throws {
    try BrokerMachine.run { broker, _ in
      let before = Stock(broker)
      var held: [Held] = []
      for bits: UInt8 in [12, 4, 17, 13, 12, 5, 20] {
        held.append(Held(memory: try broker.allocateMemory(sizeBits: bits, for: .component(1))))
      }
      #expect(Stock(broker) != before)
      for lease in held { try lease.release(to: &broker) }
      #expect(Stock(broker) == before)
    }
  }

  @Test("a piece is aligned to its size and taken from the smallest that fits")
  func smallestFits() throws {
    try BrokerMachine.run { broker, _ in
      let free = broker.bytesFree
      let first = try broker.allocateMemory(sizeBits: 12, for: .component(0))
      let second = try broker.allocateMemory(sizeBits: 12, for: .component(0))
      #expect(first.address % 4096 == 0 && second.address % 4096 == 0)
      #expect(first.address != second.address)
      #expect(broker.bytesFree == free - 8192)
      try broker.release(first)
      try broker.release(second)
      // Small pieces never come from the largest: it can be had whole beside as many as its half would hold.
      var bits: UInt8 = 30
      var largest: MemoryLease?
      while largest == nil, bits > 0 {
        largest = try? broker.allocateMemory(sizeBits: bits, for: .component(0))
        bits -= 1
      }
      if let lease = largest.take() { try broker.release(lease) }
      var small: [Held] = []
      for _ in 0..<64 {
        small.append(Held(memory: try broker.allocateMemory(sizeBits: 12, for: .component(0))))
      }
      let again = try broker.allocateMemory(sizeBits: bits + 1, for: .component(0))
      try broker.release(again)
      for lease in small { try lease.release(to: &broker) }
      #expect(broker.bytesFree == free)
    }
  }

  @Test("out of memory says what was wanted and what is left")
  func outOfMemory() throws {
    try BrokerMachine.run { broker, _ in
      let before = Stock(broker)
      var largest: UInt8 = 0
      for bits: UInt8 in (12...30).reversed() {
        do throws(BrokerError) {
          let lease = try broker.allocateMemory(sizeBits: bits, for: .component(0))
          try broker.release(lease)
          largest = bits
          break
        } catch {
          guard case .outOfMemory(let wanted, let left) = error else {
            Issue.record("\(error)")
            return
          }
          #expect(wanted == bits && left < bits)
        }
      }
      #expect(largest >= 20)
      #expect(Stock(broker) == before)
    }
  }

  @Test("all memory can be given out in pages, and comes back")
  func exhaustion() throws {
    try BrokerMachine.run(memoryMiB: 4) { broker, _ in
      let before = Stock(broker)
      var held: [Held] = []
      var last: BrokerError?
      while last == nil {
        do throws(BrokerError) {
          held.append(Held(memory: try broker.allocateMemory(sizeBits: 14, for: .component(2))))
        } catch {
          last = error
        }
      }
      if case .outOfMemory(let wanted, let left) = last {
        #expect(wanted == 14 && left < 14)
      } else {
        Issue.record("\(String(describing: last))")
      }
      #expect(held.count > 60)
      for lease in held.reversed() { try lease.release(to: &broker) }
      #expect(Stock(broker) == before)
    }
  }

  @Test("out of slots says how long the longest run is, and takes nothing")
  func outOfSlots() throws {
    try BrokerMachine.run { broker, _ in
      let before = Stock(broker)
      #expect(throws: BrokerError.self) { _ = try broker.allocateSlots(5000) }
      let most = broker.slotsTotal - broker.slotsUsed
      let range = try broker.allocateSlots(most)
      do throws(BrokerError) {
        _ = try broker.allocateSlots(1)
        Issue.record("a slot came from nowhere")
      } catch {
        guard case .outOfSlots(let wanted, let run) = error else {
          Issue.record("\(error)")
          return
        }
        #expect(wanted == 1 && run == 0)
      }
      // Without slots nothing can be split, and nothing is lost in the attempt.
      #expect(throws: BrokerError.self) { _ = try broker.allocateMemory(sizeBits: 4, for: .component(0)) }
      try broker.release(range)
      #expect(Stock(broker) == before)
    }
  }

  @Test("objects are made, revoked and made again, without a leak")
  func objectMemory() throws {
    try BrokerMachine.run { broker, _ in
      let before = Stock(broker)
      var objects = try broker.allocateObjectMemory(sizeBits: 15, slotCount: 16, for: .component(0))
      let during = Stock(broker)
      for _ in 0..<1000 {
        let frames = try objects.make(.smallPage, count: 4)
        #expect(frames.address == objects.address)
        let thread = try objects.make(.tcb)
        #expect(thread.address == objects.address + 4 * 4096)
        let own = try objects.takeSlots(1)
        try broker.copy(frames.slots[0], to: own.first)
        #expect(throws: BrokerError.self) { _ = try objects.make(.smallPage, count: 8) }
        try objects.revoke()
      }
      #expect(Stock(broker) == during)
      try broker.release(objects)
      #expect(Stock(broker) == before)
    }
  }

  @Test("an empty slot is no capability, and the error names it")
  func invalidCapability() throws {
    try BrokerMachine.run { broker, _ in
      let slots = try broker.allocateSlots(2)
      do throws(BrokerError) {
        try broker.copy(slots[0], to: slots[1])
        Issue.record("nothing was copied")
      } catch {
        guard case .invalidCapability(let slot) = error else {
          Issue.record("\(error)")
          return
        }
        #expect(slot == slots[0])
      }
      try broker.release(slots)
    }
  }
}
