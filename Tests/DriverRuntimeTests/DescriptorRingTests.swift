import DriverRuntime
import Testing

/// Entries that go back and forth between driver and device.
struct DescriptorRingTests {
  /// One word: the owner is bit 31, the wrap flag bit 30.
  struct FLAGS: ModifiableRegister, WritableRegister {
    var word: UInt32
    var OWN: Bool {
      get { word.flag(31) }
      set { word.setFlag(31, newValue) }
    }
    var WRAP: Bool {
      get { word.flag(30) }
      set { word.setFlag(30, newValue) }
    }
    var NUMBER: UInt16 {
      get { word.field(0, 0xffff) }
      set { word.setField(0, 0xffff, newValue) }
    }
  }

  enum Layout: RingLayout {
    typealias Memory = HostDMAMemory
    typealias Descriptor = Register<FLAGS, DMABus<HostDMAMemory>>
    static var count: Int { 4 }
    static var stride: Int { 8 }
    static var alignment: Int { 8 }
    static func descriptor(in memory: HostDMAMemory, at offset: Int) -> Descriptor {
      Register(on: DMABus(memory), at: offset)
    }
    static func isDevices(_ descriptor: Descriptor) -> Bool { descriptor.read().OWN }
    static func give(_ descriptor: Descriptor) { descriptor.modify { $0.OWN = true } }
    static func reset(_ descriptor: Descriptor, isLast: Bool) {
      descriptor.write(0)
      if isLast { descriptor.modify { $0.WRAP = true } }
    }
  }

  let memory = HostDMAMemory(size: 64, deviceAddress: 0x1000)

  /// What the device sees of the entries.
  private func words() -> [UInt32] { (0..<4).map { memory.load(UInt32.self, at: 16 + $0 * 8) } }

  private func give(_ number: UInt16, to ring: inout DescriptorRing<Layout>) -> Bool {
    guard let entry = ring.nextFree() else { return false }
    entry.descriptor.modify { $0.NUMBER = number }
    ring.give(entry)
    return true
  }

  /// The device gives an entry back.
  private func finish(_ index: Int) {
    memory.store(memory.load(UInt32.self, at: 16 + index * 8) & ~0x8000_0000, at: 16 + index * 8)
  }

  @Test func entriesGoOutAndComeBackInOrder() throws {
    memory.bytes = memory.bytes.map { _ in 0xee }
    var ring = try DescriptorRing<Layout>(in: memory, at: 16)
    #expect(words() == [0, 0, 0, 0x4000_0000])
    #expect(ring.deviceAddress == 0x1010)
    for number in UInt16(1)...4 {
      let isGiven = give(number, to: &ring)
      #expect(isGiven)
    }
    #expect(words() == [0x8000_0001, 0x8000_0002, 0x8000_0003, 0xc000_0004])
    let isFifthGiven = give(5, to: &ring)
    #expect(!isFifthGiven)
    #expect(ring.pending == 4)
    finish(1)
    let hasNone = ring.nextDone() == nil
    #expect(hasNone, "the first is still the device's")
    finish(0)
    for expected in UInt16(1)...2 {
      guard let entry = ring.nextDone() else {
        Issue.record("no entry came back")
        return
      }
      #expect(entry.descriptor.read().NUMBER == expected)
      ring.release(entry)
    }
    let isEmpty = ring.nextDone() == nil
    #expect(isEmpty)
    #expect(ring.pending == 2)
    // Around the end: the wrap flag of the last entry stays.
    for number in UInt16(6)...7 {
      let isGiven = give(number, to: &ring)
      #expect(isGiven)
    }
    #expect(words() == [0x8000_0006, 0x8000_0007, 0x8000_0003, 0xc000_0004])
  }

  @Test func memoryThatDoesNotHoldTheRingIsRefused() {
    func refusal(_ offset: Int, _ memory: HostDMAMemory) -> DMAError? {
      do throws(DMAError) {
        _ = try DescriptorRing<Layout>(in: memory, at: offset)
        return nil
      } catch {
        return error
      }
    }
    #expect(refusal(32, memory) == nil)
    #expect(refusal(40, memory) == .tooSmall(size: 64, needed: 72))
    #expect(refusal(-8, memory) == .tooSmall(size: 64, needed: 32))
    #expect(refusal(4, memory) == .unaligned(address: 0x1004, alignment: 8))
  }

  @Test func aPoolIsWhatTheDeviceReaches() {
    func refusal(_ pool: DMAPool, _ address: UInt64) -> DMAError? {
      do throws(DMAError) {
        try pool.check(HostDMAMemory(size: 64, deviceAddress: address))
        return nil
      } catch {
        return error
      }
    }
    let pool = DMAPool(size: 64, alignment: 64, addressBits: 28)
    #expect(refusal(pool, 0x0fff_ffc0) == nil)
    #expect(
      refusal(pool, 0x1000_0000) == .outOfReach(address: 0x1000_0000, size: 64, addressBits: 28))
    #expect(refusal(pool, 0x20) == .unaligned(address: 0x20, alignment: 64))
    #expect(refusal(DMAPool(size: 65, alignment: 1, addressBits: 64), 0) == .tooSmall(size: 64, needed: 65))
    #expect(
      refusal(DMAPool(size: 64, alignment: 1, addressBits: 64), .max - 62)
        == .outOfReach(address: .max - 62, size: 64, addressBits: 64))
  }
}
