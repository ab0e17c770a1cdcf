import CapabilityBroker
import Kernel
import SeL4
import SystemManifest
import Testing

/// A generator whose sequence a seed decides (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite("random sequences of grants and releases")
struct RandomOperationTests {
  /// What a lease covers of the machine.
  private struct Extent {
    var memory: Range<UInt64>?
    var interrupt: UInt32?
  }

  @Test(
    "nothing is granted twice, nothing is lost, and everything comes back",
    arguments: [1, 2, 3, 20_261_123] as [UInt64])
  func leases(seed: UInt64) throws {
    try BrokerMachine.run(memoryMiB: 8) { broker, _ in
      let before = Stock(broker)
      let total = broker.bytesTotal
      var random = SeededRandom(state: seed)
      var held: [(lease: Held, extent: Extent)] = []
      var refusals = 0
      for step in 0..<1500 {
        let owner = Owner.component(Int.random(in: 0..<16, using: &random))
        do {
          switch Int.random(in: 0..<100, using: &random) {
          case 0..<30:
            let bits = UInt8.random(in: 4...19, using: &random)
            let lease = try broker.allocateMemory(sizeBits: bits, for: owner)
            let range = lease.address..<lease.address + 1 << UInt64(bits)
            held.append((Held(memory: lease), Extent(memory: range)))
          case 30..<40:
            let bits = UInt8.random(in: 12...17, using: &random)
            var lease = try broker.allocateObjectMemory(sizeBits: bits, slotCount: 12, for: owner)
            let range = lease.address..<lease.address + 1 << UInt64(bits)
            while Bool.random(using: &random) {
              guard (try? lease.make(Bool.random(using: &random) ? .smallPage : .tcb)) != nil else { break }
            }
            held.append((Held(objects: lease), Extent(memory: range)))
          case 40..<48:
            let size = UInt64.random(in: 1...40_000, using: &random)
            let lease = try broker.createChannel(size: size)
            let range = lease.address..<lease.address + lease.size
            held.append((Held(channel: lease), Extent(memory: range)))
          case 48..<55:
            let number = UInt32.random(in: 32..<48, using: &random)
            let lease = try broker.requestIRQ(number, trigger: .level, for: owner)
            held.append((Held(interrupt: lease), Extent(interrupt: number)))
          case 55..<62:
            let path = ["/serial@9000000", "/bus@a000000/serial@3000", "/bus@a000000/wide@5000"]
              .randomElement(using: &random)
            let lease = try withDriver(.serial(device: path ?? "")) {
              try broker.requestDevice($0, for: owner)
            }
            held.append((Held(device: lease), Extent(interrupt: interruptNumber(path))))
          default:
            guard !held.isEmpty else { continue }
            let (lease, _) = held.remove(at: Int.random(in: 0..<held.count, using: &random))
            try lease.release(to: &broker)
          }
        } catch let error as BrokerError {
          // A refusal leaves everything as it was; the invariants below see whether it did.
          _ = error
          refusals += 1
        }
        let memory = held.compactMap(\.extent.memory).sorted { $0.lowerBound < $1.lowerBound }
        for (left, right) in zip(memory, memory.dropFirst()) {
          #expect(left.upperBound <= right.lowerBound, "seed \(seed), step \(step)")
        }
        let interrupts = held.compactMap(\.extent.interrupt)
        #expect(Set(interrupts).count == interrupts.count, "seed \(seed), step \(step)")
        let pieces = held.reduce(0 as UInt64) { sum, entry in sum + heldBytes(entry.extent) }
        #expect(broker.bytesFree == total - pieces, "seed \(seed), step \(step)")
      }
      #expect(refusals > 20, "seed \(seed): the sequence never met a bound")
      while !held.isEmpty {
        let (lease, _) = held.remove(at: Int.random(in: 0..<held.count, using: &random))
        try lease.release(to: &broker)
      }
      #expect(Stock(broker) == before, "seed \(seed)")
    }
  }

  /// Bytes of ordinary memory that an extent takes: channels are rounded up to a power of two.
  private func heldBytes(_ extent: Extent) -> UInt64 {
    guard let range = extent.memory else { return 0 }
    var size: UInt64 = 16
    while size < UInt64(range.count) { size *= 2 }
    return size
  }

  private func interruptNumber(_ path: String?) -> UInt32? {
    switch path {
    case "/serial@9000000": 33
    case "/bus@a000000/serial@3000": 39
    default: 40
    }
  }

  @Test(
    "no frame is in two components but a channel's, whatever lives and dies",
    arguments: [7, 8, 9] as [UInt64])
  func components(seed: UInt64) throws {
    try BrokerMachine.run(memoryMiB: 16) { broker, model in
      let before = Stock(broker)
      var random = SeededRandom(state: seed)
      let channel = try broker.createChannel(size: 8192)
      let components = try (0..<4).map { try TestComponent(&broker, $0) }
      var pages = [[UInt]](repeating: [], count: components.count)
      let during = Stock(broker)
      for step in 0..<300 {
        let index = Int.random(in: 0..<components.count, using: &random)
        let component = components[index]
        if Int.random(in: 0..<8, using: &random) == 0 {
          try component.revoke()
          if index == 0 { try channel.unmap(.server) }
          if index == 1 { try channel.unmap(.client) }
          pages[index] = []
          try component.build()
          if index < 2 { try component.map(channel, index == 0 ? .server : .client, at: 0x80_0000) }
        } else {
          let address = 0x100_0000 + UInt.random(in: 0..<512, using: &random) << 12
          // A page that is mapped over another takes its place: address spaces are laid out, not searched.
          guard !pages[index].contains(address) else { continue }
          do {
            try component.addPage(at: UInt64(address))
            pages[index].append(address)
          } catch is BrokerError {
            // Full: nothing changed that the check below would not see.
          }
        }
        var ownerOf: [UInt: Int] = [:]
        for (owner, list) in pages.enumerated() {
          let thread = try #require(model.thread(at: components[owner].thread))
          for page in list {
            let physical = try #require(model.translate(page, in: thread)).physical
            #expect(ownerOf[physical] == nil, "seed \(seed), step \(step)")
            ownerOf[physical] = owner
            #expect(
              physical < UInt(channel.address) || physical >= UInt(channel.address + channel.size))
          }
        }
      }
      #expect(Stock(broker) == during, "seed \(seed)")
      for component in components { try component.release(&broker) }
      try broker.release(channel)
      #expect(Stock(broker) == before, "seed \(seed)")
    }
  }
}
