import Testing

@testable import Kernel

struct UntypedTests {
  @Test("objects stand behind each other, aligned, and never overlap")
  func watermark() throws {
    let task = try RootTask()
    let untyped = try task.memory(16)
    let page = task.freeSlot()
    #expect(try task.retype(untyped.slot, .endpoint, at: task.freeSlot()).label == 0)
    #expect(try task.retype(untyped.slot, .smallPage, at: page).label == 0)
    let first = try task.perform(.pageGetAddress, page).words[0]
    #expect(first == untyped.address + 0x1000, "the page is aligned behind the endpoint")
    let second = task.freeSlot()
    #expect(try task.retype(untyped.slot, .smallPage, at: second).label == 0)
    #expect(try task.perform(.pageGetAddress, second).words[0] == first + 0x1000)
  }

  @Test("a retype that does not fit says how much is left, and changes nothing")
  func notEnoughMemory() throws {
    let task = try RootTask()
    let untyped = try task.memory(12)
    let small = task.freeSlot()
    #expect(try task.retype(untyped.slot, .untyped, bits: 12, at: small).label == 0)
    #expect(try task.retype(small, .notification, at: task.freeSlot()).label == 0)
    let answer = try task.retype(small, .smallPage, at: task.freeSlot())
    #expect(answer.label == 10)
    #expect(answer.words == [4096 - 32])
    #expect(try task.retype(small, .notification, count: 127, at: task.nextSlot).label == 0)
    #expect(try task.retype(small, .notification, at: task.nextSlot + 127).words == [0])
  }

  @Test("an untyped without children starts anew with zeroed memory")
  func reset() throws {
    let task = try RootTask()
    let untyped = try task.memory(14)
    let part = task.freeSlot()
    #expect(try task.retype(untyped.slot, .untyped, bits: 14, at: part).label == 0)
    let page = task.freeSlot()
    #expect(try task.retype(part, .smallPage, at: page).label == 0)
    let address = try task.perform(.pageGetAddress, page).words[0]
    let memory = unsafe try #require(task.model.pointer(toPhysical: address))
    unsafe memory.storeBytes(of: 0xdead_beef, as: UInt64.self)
    #expect(try task.delete(page).label == 0)
    #expect(try task.retype(part, .smallPage, at: page).label == 0)
    #expect(try task.perform(.pageGetAddress, page).words[0] == address)
    #expect(unsafe memory.load(as: UInt64.self) == 0)
  }

  @Test("device memory gives frames and untypeds alone, and is not touched")
  func device() throws {
    let task = try RootTask()
    let device = try task.device(at: 0x900_0000)
    let half = task.freeSlot()
    _ = task.freeSlot()
    #expect(try task.retype(device.slot, .untyped, bits: device.bits - 1, count: 2, at: half).label == 0)
    for type in [ObjectType.thread, .endpoint, .notification, .capabilityTable, .vspace, .pageTable] {
      let answer = try task.retype(half, type, bits: 1, at: task.nextSlot)
      #expect(answer.label == 1 && answer.words == [1], "\(type)")
    }
    let frame = task.freeSlot()
    #expect(try task.retype(half, .smallPage, at: frame).label == 0)
    #expect(try task.perform(.pageGetAddress, frame).words == [device.address])
  }

  @Test(
    "wrong arguments are told by name",
    arguments: [
      ([10, 0, 0, 0, 100, 1], 1, [0]), ([0, 64, 0, 0, 100, 1], 4, [0, 47]),
      ([0, 48, 0, 0, 100, 1], 4, [0, 47]), ([4, 0, 0, 0, 100, 1], 1, [1]), ([0, 3, 0, 0, 100, 1], 1, [1]),
      ([1, 0, 0, 0, 4096, 1], 4, [0, 4095]), ([1, 0, 0, 0, 100, 0], 4, [1, 256]),
      ([1, 0, 0, 0, 100, 257], 4, [1, 256]), ([1, 0, 0, 0, 4090, 7], 4, [1, 6]),
      ([1, 0, 0, 0, 1, 1], 8, []), ([1, 0, 1, 64, 0, 1], 6, [0, 2, 64]),
      ([1, 0, 0, 65, 0, 1], 4, [1, 64]), ([1, 0, 5, 1, 0, 1], 6, [0, 3, 1, 64]),
    ] as [([UInt], UInt, [UInt])])
  func wrongArguments(words: [UInt], label: UInt, evidence: [UInt]) throws {
    let task = try RootTask()
    let untyped = try task.memory(16)
    var evidence = evidence
    // The root CNode's guard is 52 bits wide: one bit of depth cannot match it.
    if words[3] == 1 { evidence = [0, 4, 1, 0, 52] }
    let answer = try task.invoke(.untypedRetype, untyped.slot, words, capabilities: [RootTask.cnode])
    #expect(answer.label == label)
    #expect(answer.words == evidence)
    #expect(try task.invoke(.untypedRetype, untyped.slot, words).label == 7, "no CNode")
    #expect(
      try task.invoke(.untypedRetype, untyped.slot, Array(words.prefix(5)), capabilities: [2]).label == 7)
    #expect(try task.invoke(.cnodeCopy, untyped.slot, words, capabilities: [2]).label == 3)
  }
}
