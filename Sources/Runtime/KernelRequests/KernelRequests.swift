import CSeL4
import SeL4

/// Requests to a kernel whose answers the API fixes, on x86-64: the same on seL4 and on the reference kernel.
///
/// A root task makes them, thousands of them drawn from a fixed seed: objects are made, copied, mapped, revoked and
/// misused, with arguments right and wrong. Nothing in them waits, faults or depends on time; addresses of memory
/// are told as distances.
public struct KernelRequests {
  /// One request and what the kernel answered.
  public struct Answer {
    /// The invocation label of the request.
    public let request: Word
    /// The invoked slot, counted from the first that are used; 100 and more are the root task's own, 99 is
    /// the untyped.
    public let target: Word
    /// The error code; 0 for success.
    public let error: Word
    /// How many words the answer has.
    public let length: Int
    /// Its first words; those behind `length` are 0.
    public let words: InlineArray<6, Word>
  }

  /// How many slots are used, from the first on.
  public static var slotCount: Word { 48 }
  /// The size of the untyped that it needs, base-2 logarithm.
  public static var untypedBits: Int { 20 }

  private let root: CapabilityPointer
  /// The untyped of which all else is made.
  private let untyped: Word
  private let first: Word
  private var state: UInt64 = 0x9e37_79b9_7f4a_7c15
  private var base: Word = 0
  /// The type of object that each slot was last seen to name, and 255 for none: so that most requests make sense.
  private var types = InlineArray<48, UInt8>(repeating: 255)

  /// Requests for a root task that has an untyped of `untypedBits` at `untyped`, without children, and `slotCount`
  /// empty slots from `first` on.
  public init(untyped: Word, first: Word) {
    root = InitialCapabilities.cnode.pointer
    self.untyped = untyped
    self.first = first
  }

  /// Makes `count` requests and hands each answer over.
  public mutating func run(count: Int, report: (Answer) -> Void) {
    // The first page of the untyped tells where it stands.
    _ = invoke(1, untyped, [Word(Self.smallPage), 0, 0, 0, first, 1], [2])
    base = invoke(Self.getAddress, first, [], []).words[0]
    _ = invoke(18, 2, [first, 64], [])
    for _ in 0..<count { report(request()) }
  }

  // What the processor's own objects and labels are.
  private static var smallPage: UInt8 { UInt8(SeL4_objectSmallPage) }
  private static var largePage: UInt8 { UInt8(SeL4_objectLargePage) }
  private static var pageTable: UInt8 { UInt8(SeL4_objectPageTable) }
  private static var vspace: UInt8 { UInt8(SeL4_objectVSpace) }
  private static var getAddress: Word { Word(SeL4_labelPageGetAddress) }

  // xorshift64*, Vigna 2016.
  private mutating func random(_ bound: Word) -> Word {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return Word(truncatingIfNeeded: state &* 0x2545_f491_4f6c_dd1d >> 32) % bound
  }

  private mutating func slot() -> Word { first + random(Self.slotCount) }

  /// A slot that most often names an object of `type`.
  private mutating func slot(_ type: UInt8) -> Word {
    let start = random(Self.slotCount)
    if random(6) == 0 { return first + start }
    for offset in 0..<Self.slotCount {
      let index = (start + offset) % Self.slotCount
      if types[Int(index)] == type { return first + index }
    }
    return first + start
  }

  /// A slot that most often is empty.
  private mutating func emptySlot() -> Word { slot(255) }

  private mutating func note(_ slot: Word, _ type: UInt8) {
    if first..<first + Self.slotCount ~= slot { types[Int(slot - first)] = type }
  }

  private func type(_ slot: Word) -> UInt8 {
    first..<first + Self.slotCount ~= slot ? types[Int(slot - first)] : 255
  }

  /// A depth that is most often right.
  private mutating func depth() -> Word { random(12) == 0 ? random(70) : 64 }
}

// The requests.
extension KernelRequests {
  private mutating func request() -> Answer {
    switch random(16) {
    case 0...3: retype()
    case 4...6: copy()
    case 7: remove()
    case 8, 9: thread()
    case 10...12: memory()
    case 13: addressSpace()
    case 14: random(2) == 0 ? port() : pin()
    default: nonsense()
    }
  }

  private mutating func retype() -> Answer {
    // No endpoints: a call of one would wait for good.
    let types: InlineArray<12, Word> = [
      0, 1, 3, 4, Word(Self.vspace), Word(Self.smallPage), Word(Self.smallPage), Word(Self.pageTable),
      Word(Self.pageTable), Word(Self.pageTable) + 1, Word(Self.largePage), 5,
    ]
    let type = types[Int(random(12))]
    let bits = random(10) == 0 ? random(70) : 4 + random(9)
    let depth: Word = random(10) == 0 ? random(70) : 0
    let target = random(3) == 0 ? slot(0) : untyped
    let place = random(20) == 0 ? random(5000) : emptySlot()
    let count = random(4)
    let answer = invoke(1, target, [type, bits, slot(), depth, place, count], [2])
    if answer.error == 0 {
      for index in 0..<count { note(place + index, UInt8(truncatingIfNeeded: type)) }
    }
    return answer
  }

  private mutating func copy() -> Answer {
    let own: InlineArray<4, Word> = [2, 3, 4, 6]
    let source: Word = random(8) == 0 ? own[Int(random(4))] : slot()
    let label = 20 + random(4)
    if label >= 22, source < first { return remove() }
    if random(12) == 0 {
      return invoke(24, 2, [emptySlot(), 64, 0, slot(), depth(), 0, slot(), 64], [2, 2])
    }
    let place = emptySlot()
    let words: InlineArray<6, Word> = [
      place, depth(), source, depth(), random(16), random(4) == 0 ? random(80) : 0,
    ]
    let answer = invoke(label, 2, length: random(20) == 0 ? Int(random(6)) : label == 23 ? 5 : 6, words, [2])
    if answer.error == 0 {
      note(place, type(source))
      if label >= 22 { note(source, 255) }
    }
    return answer
  }

  private mutating func remove() -> Answer {
    let target = slot()
    let depth = depth()
    switch random(16) {
    case 0 where random(6) == 0:
      for index in 0..<Self.slotCount where random(2) == 0 { note(first + index, 255) }
      return invoke(17, 2, [untyped, 64], [])
    case 1...3: return invoke(17, 2, [target, depth], [])
    case 4: return invoke(19, 2, [target, depth], [])
    case 5: return invoke(25, 2, [target, depth], [])
    default:
      let answer = invoke(18, 2, [target, depth], [])
      if answer.error == 0 { note(target, 255) }
      return answer
    }
  }

  private mutating func thread() -> Answer {
    let target = slot(1)
    let spaces: Word = random(2) == 0 ? 2 : slot(4)
    let vspace: Word = random(2) == 0 ? 3 : slot(Self.vspace)
    switch random(12) {
    case 0: return invoke(2, target, [random(2), random(40)], [])
    case 1: return invoke(3, target, [0, random(8), 1 << 40, 2, UInt.max, 4, 5, 6], [])
    case 2: return invoke(4, target, [random(4) << 2 + random(2)], [slot(1)])
    case 3:
      return invoke(
        5, target, [random(3), random(70), 0, random(4) << 9], [spaces, vspace, slot(Self.smallPage)],
        capabilityCount: random(4) == 0 ? 1 : 3)
    case 4: return invoke(6, target, [random(300)], [random(2) == 0 ? 1 : slot()])
    case 5: return invoke(8, target, [random(300), random(300)], [random(2) == 0 ? 1 : slot()])
    case 6: return invoke(9, target, [random(4) << 9], [slot(Self.smallPage)])
    case 7: return invoke(10, target, [0, 52, 0], [spaces, vspace])
    case 8: return invoke(11, target, [], [])
    case 9: return invoke(13, target, [], [slot(3)])
    case 10: return invoke(14, target, [], [])
    default: return invoke(16, target, [random(4), random(4)], [])
    }
  }

  /// An address that nothing else uses, or one that cannot be.
  private mutating func address() -> Word {
    switch random(12) {
    case 0: 0x8000_0000_0000
    case 1: 0xffff_ff80_4000_0000
    case 2: 0x20_0000_0000 + random(5000)
    default: 0x20_0000_0000 + random(3) << 30 + random(2) << 21 + random(4) << 12
    }
  }

  private mutating func memory() -> Answer {
    let vspace: Word = random(3) != 0 ? 3 : slot(Self.vspace)
    let page = slot(random(4) == 0 ? Self.largePage : Self.smallPage)
    let place = address()
    switch random(10) {
    case 0...2: return table(place, vspace)
    case 3...6: return invoke(Word(SeL4_labelPageMap), page, [place, random(16), random(8)], [vspace])
    case 7:
      return random(2) == 0
        ? invoke(Word(SeL4_labelPageUnmap), page, [], [])
        : invoke(Word(SeL4_labelPageTableUnmap), slot(Self.pageTable), [], [])
    // Caches are coherent: no label cleans them.
    case 8: return invoke(random(4), page, [random(3000), 1500 + random(3500)], [])
    default: return invoke(Self.getAddress, page, [], [])
    }
  }

  /// A table of one of three types, mapped or unmapped, most often as its own.
  private mutating func table(_ place: Word, _ vspace: Word) -> Answer {
    let objects: InlineArray<3, Int> = [
      SeL4_objectUpperTable, SeL4_objectMiddleTable, SeL4_objectPageTable,
    ]
    let labels: InlineArray<3, Int> = [
      SeL4_labelUpperTableMap, SeL4_labelMiddleTableMap, SeL4_labelPageTableMap,
    ]
    let level = Int(random(3))
    let table = slot(UInt8(objects[level]))
    let label = Word(labels[random(8) == 0 ? Int(random(3)) : level])
    return random(5) == 0
      ? invoke(label + 1, table, [], []) : invoke(label, table, [place, random(4)], [vspace])
  }

  private mutating func addressSpace() -> Answer {
    switch random(4) {
    case 0, 1:
      return invoke(Word(SeL4_labelASIDPoolAssign), random(4) == 0 ? slot() : 6, [], [slot(Self.vspace)])
    case 2:
      return invoke(
        Word(SeL4_labelASIDControlMakePool), random(4) == 0 ? slot() : 5, [emptySlot(), 64], [slot(0), 2])
    default: return invoke(random(4), slot(Self.vspace), [address(), address()], [])
    }
  }

  /// A handler for a pin of the I/O APIC that nothing drives, or for messages.
  private mutating func pin() -> Answer {
    let place = emptySlot()
    switch random(6) {
    case 0: return invoke(26, 4, [random(130), place, depth()], [2])
    case 1, 2:
      let answer = invoke(
        Word(SeL4_labelIRQIssueIRQHandlerIOAPIC) + (random(4) == 0 ? 1 : 0), 4,
        length: random(20) == 0 ? Int(random(7)) : 7,
        [
          place, depth(), random(8) == 0 ? random(300) : 0, 16 + random(9),
          random(8) == 0 ? random(9) : random(2),
          random(8) == 0 ? 2 : random(2), random(12) * 10,
        ], [2])
      if answer.error == 0 { note(place, 200) }
      return answer
    case 3: return invoke(28, slot(200), [], [slot(3)])
    case 4: return invoke(29, slot(200), [], [])
    default: return invoke(27, slot(200), [], [])
    }
  }

  /// Ports that nothing is at: they are given out, read and written.
  private mutating func port() -> Answer {
    guard random(3) == 0 else {
      // Capabilities to ports are told from objects by a number that no type has.
      return invoke(
        Word(SeL4_labelIOPortIn8) + random(6), slot(201), length: random(8) == 0 ? Int(random(3)) : 2,
        [0x500 + random(72), random(256)], [])
    }
    let place = emptySlot()
    let start = 0x500 + random(16) * 4
    let answer = invoke(
      Word(SeL4_labelIOPortControlIssue), random(8) == 0 ? slot() : 7,
      [start, start + random(9) - 1, place, depth()],
      [2])
    if answer.error == 0 { note(place, 201) }
    return answer
  }

  /// A label and words that mean nothing to the object; no thread is ever resumed.
  private mutating func nonsense() -> Answer {
    let labels: InlineArray<16, Word> = [0, 1, 2, 9, 15, 17, 18, 20, 28, 30, 37, 38, 40, 47, 51, 99]
    return invoke(
      labels[Int(random(16))], slot(), length: Int(random(9)),
      [
        random(100), random(100), random(100), random(100), random(100), random(100), random(100),
        random(100),
      ],
      [slot()], capabilityCount: Int(random(2)))
  }
}

// How a request is made.
extension KernelRequests {
  private func invoke<let Count: Int, let Capabilities: Int>(
    _ label: Word, _ target: Word, length: Int? = nil, _ words: InlineArray<Count, Word>,
    _ capabilities: InlineArray<Capabilities, Word>, capabilityCount: Int? = nil
  ) -> Answer {
    let length = length ?? Count
    let capabilityCount = capabilityCount ?? Capabilities
    var registers = SystemCallRegisters(
      badge: target,
      info: MessageInfo(label: label, length: length, extraCapabilities: capabilityCount))
    for index in 0..<min(Count, length) {
      switch index {
      case 0: registers.word0 = words[0]
      case 1: registers.word1 = words[1]
      case 2: registers.word2 = words[2]
      case 3: registers.word3 = words[3]
      default: IPCBuffer.setWord(index, to: words[index])
      }
    }
    for index in 0..<capabilityCount {
      IPCBuffer.setCapability(index, to: CapabilityPointer(rawValue: capabilities[index]))
    }
    let reply = SystemCall.exchange(SystemCall.call, registers)
    var answer = InlineArray<6, Word>(repeating: 0)
    let count = reply.info.length
    if count > 0 { answer[0] = reply.word0 }
    if count > 1 { answer[1] = reply.word1 }
    if count > 2 { answer[2] = reply.word2 }
    if count > 3 { answer[3] = reply.word3 }
    if count > 4 { answer[4] = IPCBuffer.word(4) }
    if count > 5 { answer[5] = IPCBuffer.word(5) }
    if reply.info.label == 0 {
      // Where memory stands is each kernel's own, and whether SError is masked is its configuration's.
      if label == Self.getAddress, count == 1 { answer[0] &-= base }
      if label == 2, count > 2 { answer[2] &= ~0x100 }
    }
    return Answer(
      request: label, target: target == untyped ? 99 : target >= first ? target - first : 100 + target,
      error: reply.info.label,
      length: count, words: answer)
  }
}
