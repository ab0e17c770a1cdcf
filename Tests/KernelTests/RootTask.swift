import Testing

@testable import Kernel

/// A model's root task, written by the test: it makes system calls with bare registers, so that what is
/// tested is the ABI and not somebody's binding of it.
final class RootTask {
  let model: KernelModel
  /// The next slot of the root CNode that nothing has been put into.
  var nextSlot: UInt

  init(deviceTree: [UInt8] = [], memoryMiB: Int = 16) throws {
    model = try KernelModel(deviceTree: deviceTree, memoryMiB: memoryMiB)
    nextSlot = 0
    nextSlot = word(40)
  }

  /// A word of the boot information.
  func word(_ offset: Int) -> UInt {
    model.bytes(at: model.bootInfoAddress + UInt(offset), count: 8).reversed().reduce(0) {
      $0 << 8 | UInt($1)
    }
  }

  struct Untyped {
    let slot: UInt
    let address: UInt
    let bits: UInt
    let isDevice: Bool
  }

  var untypeds: [Untyped] {
    (word(152)..<word(160)).enumerated().map { index, slot in
      let description = word(176 + index * 16)
      return Untyped(
        slot: slot, address: word(168 + index * 16), bits: description & 0xff,
        isDevice: description >> 8 & 0xff != 0)
    }
  }

  /// The smallest memory untyped of at least `bits`.
  func memory(_ bits: UInt) throws -> Untyped {
    try #require(untypeds.filter { !$0.isDevice && $0.bits >= bits }.min { $0.bits < $1.bits })
  }

  func device(at address: UInt) throws -> Untyped {
    try #require(
      untypeds.first { $0.isDevice && $0.address <= address && address - $0.address < 1 << $0.bits })
  }

  func freeSlot() -> UInt {
    defer { nextSlot += 1 }
    return nextSlot
  }

  /// What a system call answered: the label (0 for success) and the message words, with the badge.
  struct Answer: Equatable {
    var label: UInt
    var length: UInt
    var badge: UInt
    var words: [UInt]
    var unwrapped: UInt = 0
    var capabilities: UInt = 0
  }

  func put(_ words: [UInt], capabilities: [UInt], label: UInt, as thread: ModelThread?) -> ModelRegisters {
    var registers = ModelRegisters()
    for (index, value) in words.enumerated() {
      if index < 4 {
        registers.words[index] = value
      } else {
        model.storeIPCBuffer(8 + index * 8, value, of: thread)
      }
    }
    for (index, capability) in capabilities.enumerated() {
      model.storeIPCBuffer(976 + index * 8, capability, of: thread)
    }
    registers.info = label << 12 | UInt(capabilities.count) << 7 | UInt(words.count)
    return registers
  }

  func answer(_ registers: ModelRegisters, of thread: ModelThread?) -> Answer {
    let length = registers.info & 0x7f
    let words = (0..<length).map {
      $0 < 4 ? registers.words[Int($0)] : model.loadIPCBuffer(8 + Int($0) * 8, of: thread)
    }
    return Answer(
      label: registers.info >> 12, length: length, badge: registers.badge, words: words,
      unwrapped: registers.info >> 9 & 7, capabilities: registers.info >> 7 & 3)
  }

  /// Makes system call `number` on the capability at `address`; nil when the caller waits.
  @discardableResult
  func systemCall(
    _ number: Int, _ address: UInt, label: UInt = 0, _ words: [UInt] = [], capabilities: [UInt] = [],
    as thread: ModelThread? = nil
  ) -> Answer? {
    var registers = put(words, capabilities: capabilities, label: label, as: thread)
    registers.badge = address
    guard case .returned(let result) = model.systemCall(number, registers, as: thread) else { return nil }
    return answer(result, of: thread)
  }

  /// Invokes and expects an answer.
  @discardableResult
  func invoke(
    _ label: InvocationLabel, _ address: UInt, _ words: [UInt] = [], capabilities: [UInt] = [],
    as thread: ModelThread? = nil
  ) throws -> Answer {
    try #require(
      systemCall(-1, address, label: label.rawValue, words, capabilities: capabilities, as: thread))
  }

  /// Invokes and expects success.
  @discardableResult
  func perform(
    _ label: InvocationLabel, _ address: UInt, _ words: [UInt] = [], capabilities: [UInt] = [],
    as thread: ModelThread? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Answer {
    let answer = try invoke(label, address, words, capabilities: capabilities, as: thread)
    #expect(answer.label == 0, "\(label) answered \(answer)", sourceLocation: sourceLocation)
    return answer
  }
}

// The root task's own slots.
extension RootTask {
  static var thread: UInt { 1 }
  static var cnode: UInt { 2 }
  static var vspace: UInt { 3 }
  static var interruptControl: UInt { 4 }
  static var asidControl: UInt { 5 }
  static var asidPool: UInt { 6 }
}

// Common requests.
extension RootTask {
  func retype(
    _ untyped: UInt, _ type: ObjectType, bits: UInt = 0, count: UInt = 1, at slot: UInt
  ) throws -> Answer {
    try invoke(
      .untypedRetype, untyped, [type.rawValue, bits, 0, 0, slot, count], capabilities: [RootTask.cnode])
  }

  /// Makes one object in a free slot, from the smallest memory untyped that still has room.
  func make(_ type: ObjectType, bits: UInt = 0) throws -> UInt {
    let slot = freeSlot()
    let size = type.sizeBits(userBits: bits)
    for untyped in untypeds.filter({ !$0.isDevice && $0.bits >= size }).sorted(by: { $0.bits < $1.bits })
    where try retype(untyped.slot, type, bits: bits, at: slot).label == 0 {
      return slot
    }
    Issue.record("no memory for \(type)")
    return slot
  }

  func copy(
    _ source: UInt, to destination: UInt, rights: CapabilityRights = .all
  ) throws -> Answer {
    try invoke(
      .cnodeCopy, RootTask.cnode, [destination, 64, source, 64, rights.rawValue],
      capabilities: [RootTask.cnode])
  }

  func mint(
    _ source: UInt, badge: UInt, rights: CapabilityRights = .all
  ) throws -> UInt {
    let slot = freeSlot()
    try perform(
      .cnodeMint, RootTask.cnode, [slot, 64, source, 64, rights.rawValue, badge],
      capabilities: [RootTask.cnode])
    return slot
  }

  func delete(_ slot: UInt) throws -> Answer {
    try invoke(.cnodeDelete, RootTask.cnode, [slot, 64])
  }

  func revoke(_ slot: UInt) throws -> Answer {
    try invoke(.cnodeRevoke, RootTask.cnode, [slot, 64])
  }

  /// A thread that shares the root task's spaces, with a buffer of its own, started at `priority`.
  func startThread(priority: UInt = 100, faultHandler: UInt = 0) throws -> (slot: UInt, thread: ModelThread) {
    let thread = try make(.thread)
    let frame = try make(.smallPage)
    let guardWord: UInt = 52  // The root CNode resolves 12 bits; 52 zeroes go before them.
    try perform(
      .threadConfigure, thread, [faultHandler, guardWord, 0, 0x1000_0000],
      capabilities: [RootTask.cnode, RootTask.vspace, frame])
    try perform(.threadSetPriority, thread, [priority], capabilities: [RootTask.thread])
    try perform(.threadResume, thread)
    return (thread, try #require(model.thread(at: thread)))
  }
}
