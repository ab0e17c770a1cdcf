import CKernelContract
import SeL4

/// A sequence of random calls that begins with fresh objects, and what has been seen of it.
///
/// Each call is drawn from a seed and from what the calls before it have brought, so that most make sense; made again from
/// its numbers it is the same call.
struct Episode {
  /// Calls of an episode.
  static var calls: Int { 100 }
  /// Slots that calls name, from the contract's first on.
  static var slotCount: Word { 48 }

  // Kinds of capability that no object type stands for.
  static var irqHandler: UInt8 { 200 }
  static var reply: UInt8 { 201 }
  static var pool: UInt8 { 202 }
  static var ports: UInt8 { 204 }
  static var unknown: UInt8 { 203 }
  static var none: UInt8 { 255 }

  let first: Word
  /// A copy is made here and deleted, to see whether a slot's capability can be copied.
  ///
  /// Objects that are made in the last of the slots may reach two further.
  var scratch: Word { first + 52 }
  /// The untyped that calls may use.
  var memory: Word { first + 53 }
  /// Where the workers' faults arrive.
  var faults: Word { first + 54 }
  /// A thread that may give every priority, and never runs.
  ///
  /// It is handed over where the root task's own would be: what is sent to an endpoint by chance may arrive in a slot, and
  /// be misused there.
  var authority: Word { first + 55 }
  /// The first slot of what calls do not name.
  var fixtures: Word { first + 56 }

  /// An address among those that calls map and touch, for which there are tables from the beginning where they have
  /// types.
  static var tables: Word { 0x30_0020_0000 }

  /// The interrupt that the board can raise.
  let interrupt: Word
  private var state: UInt64
  /// The type of object that each slot was last seen to name.
  private var types = InlineArray<48, UInt8>(repeating: Episode.none)
  /// Calls that were made.
  var count = 0
  /// All that was seen, as one number (FNV-1a over words).
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  /// The step of each worker that makes its call, and when it was last seen to end.
  var mainStep = InlineArray<3, Int>(repeating: 0)
  var seenOrder = InlineArray<3, Word>(repeating: 0)
  /// A fault was told of after the last call.
  var hasFault = false
  var isPrinted = false

  init(first: Word, interrupt: Word, seed: Word, number: Word) {
    self.first = first
    self.interrupt = interrupt
    // SplitMix64, Steele and others 2014: neighbouring seeds have nothing in common.
    var mixed = UInt64(seed) &+ UInt64(number) &* 0x9e37_79b9_7f4a_7c15
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    state = (mixed ^ mixed >> 31) | 1
  }

  // xorshift64*, Vigna 2016.
  private mutating func random(_ bound: Word) -> Word {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return Word(truncatingIfNeeded: state &* 0x2545_f491_4f6c_dd1d >> 32) % bound
  }

  mutating func note(_ slot: Word, _ type: UInt8) {
    if first..<first + Episode.slotCount ~= slot { types[Int(slot - first)] = type }
  }

  func type(_ slot: Word) -> UInt8 {
    first..<first + Episode.slotCount ~= slot ? types[Int(slot - first)] : Episode.none
  }

  private mutating func slot() -> Word { first + random(Episode.slotCount) }

  /// A slot that most often names an object of `type`.
  private mutating func slot(_ type: UInt8) -> Word {
    let start = random(Episode.slotCount)
    if random(8) == 0 { return first + start }
    for offset in 0..<Episode.slotCount {
      let index = (start + offset) % Episode.slotCount
      if types[Int(index)] == type { return first + index }
    }
    return first + start
  }

  private mutating func slot(_ type: ObjectType) -> Word { slot(UInt8(truncatingIfNeeded: type.rawValue)) }

  /// A slot that most often is empty.
  private mutating func emptySlot() -> Word { slot(Episode.none) }

  /// A depth that is most often right.
  private mutating func depth() -> Word { random(12) == 0 ? random(70) : 64 }
}

// The calls. Slots 2 to 6 are the root task's own.
extension Episode {
  private static var cnode: Word { 2 }
  private static var vspace: Word { 3 }
  private static var irqControl: Word { 4 }
  private static var asidControl: Word { 5 }
  private static var asidPool: Word { 6 }
  private static var portControl: Word { 7 }

  mutating func nextCall() -> RandomCall {
    if hasFault, random(4) == 0 { return answer() }
    // There must be something to work with.
    if count < 15, random(3) != 0 { return retype() }
    return switch random(23) {
    case 0...3: retype()
    case 4...6: copy()
    case 7: remove()
    case 8, 9: threadCall()
    case 10, 11: memoryCall()
    case 12: addressSpace()
    case 13, 14: Need.ports.isMet && random(3) == 0 ? portCall() : interruptCall()
    case 15: nonsense()
    case 16: access()
    default: message()
    }
  }

  private mutating func retype() -> RandomCall {
    let types: InlineArray<13, ObjectType> = [
      .untyped, .tcb, .endpoint, .endpoint, .notification, .notification, .cnode, .smallPage, .smallPage,
      .pageTable, .vspace, .largePage, ObjectType(rawValue: 99),
    ]
    var type = types[Int(random(13))].rawValue
    if Need.tableTypes.isMet, type == ObjectType.pageTable.rawValue { type = table().type.rawValue }
    let bits = random(10) == 0 ? random(70) : 4 + random(9)
    let depth: Word = random(10) == 0 ? random(70) : 0
    let target = random(3) == 0 ? slot(.untyped) : memory
    // Slots that every kernel leaves empty, and such that are behind the CNode's end.
    let place = random(20) == 0 ? 4000 + random(1000) : emptySlot()
    return .invoke(.retype, target, [type, bits, slot(), depth, place, random(4)], [Episode.cnode])
  }

  private mutating func copy() -> RandomCall {
    // Never the root task's CNode: a call that finds it under another guard could empty its slots.
    let own: InlineArray<3, Word> = [Episode.vspace, Episode.irqControl, Episode.asidPool]
    let kind = random(4)
    let source: Word = kind < 2 && random(8) == 0 ? own[Int(random(3))] : slot()
    if random(12) == 0 {
      return .invoke(
        .rotate, Episode.cnode, [emptySlot(), 64, 0, slot(), depth(), 0, slot(), 64],
        [Episode.cnode, Episode.cnode])
    }
    let requests: InlineArray<4, Request> = [.copy, .mint, .move, .mutate]
    return .invoke(
      requests[Int(kind)], Episode.cnode, length: random(20) == 0 ? Int(random(6)) : kind == 3 ? 5 : 6,
      [emptySlot(), depth(), source, depth(), random(16), random(4) == 0 ? random(80) : 0],
      [Episode.cnode])
  }

  private mutating func remove() -> RandomCall {
    let target = slot()
    let depth = depth()
    return switch random(16) {
    case 0 where random(6) == 0: .invoke(.revoke, Episode.cnode, [memory, 64], [])
    case 0...3: .invoke(.revoke, Episode.cnode, [target, depth], [])
    case 4, 5: .invoke(.cancelBadgedSends, Episode.cnode, [slot(.endpoint), depth], [])
    default: .invoke(.delete, Episode.cnode, [target, depth], [])
    }
  }

  /// A priority below the root task's, so that a thread that nobody wrote a script for never runs; or none at all.
  private mutating func priority() -> Word { random(6) == 0 ? 256 + random(100) : random(100) }

  private mutating func threadCall() -> RandomCall {
    let target = slot(.tcb)
    let spaces: Word = random(2) == 0 ? Episode.cnode : slot(.cnode)
    let vspace: Word = random(2) == 0 ? Episode.vspace : slot(.vspace)
    let authority = random(2) == 0 ? authority : slot(.tcb)
    switch random(15) {
    case 0, 1: return .invoke(.readRegisters, target, [random(2), random(40)], [])
    case 2:
      return .invoke(.writeRegisters, target, [0, random(8), 1 << 40, 2, UInt.max, 4, 5, 6], [])
    case 3: return .invoke(.copyRegisters, target, [random(4) << 2 + random(2)], [slot(.tcb)])
    case 4:
      return .invoke(
        .configure, target, [random(3), random(70), 0, random(4) << 9], [spaces, vspace, slot(.smallPage)],
        capabilityCount: random(4) == 0 ? 1 : 3)
    case 5: return .invoke(.setPriority, target, [priority()], [authority])
    case 6: return .invoke(.setMCPriority, target, [random(300)], [authority])
    case 7: return .invoke(.setSchedParams, target, [random(300), priority()], [authority])
    case 8: return .invoke(.setIPCBuffer, target, [random(4) << 9], [slot(.smallPage)])
    case 9: return .invoke(.setSpace, target, [0, 52, 0], [spaces, vspace])
    case 10: return .invoke(random(2) == 0 ? .suspend : .resume, target, [], [])
    case 11, 12:
      // Of a worker as well, so that signals reach it at its endpoint.
      let bound = random(2) == 0 ? target : fixtures + random(6)
      return .invoke(.bindNotification, bound, [], [slot(.notification)])
    case 13:
      return .invoke(.unbindNotification, random(2) == 0 ? target : fixtures + random(6), [], [])
    default: return .invoke(.setFlags, target, [random(4), random(4)], [])
    }
  }

  /// An address that nothing else uses, or one that cannot be.
  private mutating func address() -> Word {
    switch random(12) {
    case 0: dddk_first_kernel_address()
    case 1: dddk_kernel_address()
    case 2: 0x30_0000_0000 + random(5000)
    // Where even the uppermost table is missing.
    case 3 where Need.tableTypes.isMet: dddk_region() + random(2) << 21 + random(4) << 12
    default: 0x30_0000_0000 + random(2) << 30 + random(2) << 21 + random(4) << 12
    }
  }

  /// A table of one of the types that there are.
  private mutating func table() -> Table { Table(Table.types == 1 ? 0 : Int(random(Word(Table.types)))) }

  /// A call that maps a table, most often as what it is.
  private mutating func mapTable(at place: Word, in vspace: Word) -> RandomCall {
    let table = table()
    let map = Table.types == 1 || random(8) != 0 ? table.map : self.table().map
    return .invoke(map, slot(table.type), [place, random(4)], [vspace])
  }

  private mutating func memoryCall() -> RandomCall {
    let vspace: Word = random(3) != 0 ? Episode.vspace : slot(.vspace)
    let page = random(4) == 0 ? slot(.largePage) : slot(.smallPage)
    let place = address()
    let caches: InlineArray<4, Request> = [
      .pageClean, .pageInvalidate, .pageCleanInvalidate, .pageUnify,
    ]
    switch random(10) {
    case 0...2: return mapTable(at: place, in: vspace)
    case 3...6: return .invoke(.pageMap, page, [place, random(16), random(8)], [vspace])
    case 7:
      if random(2) == 0 { return .invoke(.pageUnmap, page, [], []) }
      let table = table()
      return .invoke(table.unmap, slot(table.type), [], [])
    case 8:
      return .invoke(caches[Int(random(4))], page, [random(3000), 1500 + random(3500)], [])
    default: return .invoke(.pageGetAddress, page, [], [])
    }
  }

  private mutating func addressSpace() -> RandomCall {
    let caches: InlineArray<4, Request> = [
      .vspaceClean, .vspaceInvalidate, .vspaceCleanInvalidate, .vspaceUnify,
    ]
    return switch random(4) {
    case 0, 1: .invoke(.assign, random(4) == 0 ? slot(Episode.pool) : Episode.asidPool, [], [slot(.vspace)])
    case 2:
      .invoke(
        .makePool, random(8) == 0 ? slot() : Episode.asidControl, [emptySlot(), 64],
        [slot(.untyped), Episode.cnode])
    default: .invoke(caches[Int(random(4))], slot(.vspace), [address(), address()], [])
    }
  }

  private mutating func interruptCall() -> RandomCall {
    let idle = Word(DDDK_idleInterrupt)
    let numbers: InlineArray<5, Word> = [
      Word(DDDK_kernelInterrupt), idle + random(Word(DDDK_idleInterrupts)), idle + 10, interrupt, interrupt,
    ]
    let number = numbers[Int(random(5))]
    let place = emptySlot()
    switch random(8) {
    case 0, 1:
      if Need.pins.isMet { return pinCall(place) }
      return random(2) == 0
        ? .invoke(.irqGet, Episode.irqControl, [number, place, depth()], [Episode.cnode])
        : .invoke(
          .irqGetTrigger, Episode.irqControl, [number, number == interrupt ? 0 : random(2), place, depth()],
          [Episode.cnode])
    case 2, 3: return .invoke(.irqSetNotification, slot(Episode.irqHandler), [], [slot(.notification)])
    case 4: return .invoke(.irqClear, slot(Episode.irqHandler), [], [])
    case 5, 6:
      var call = RandomCall()
      call.kind = .line
      call.words[0] = random(2)
      return call
    default: return .invoke(.irqAck, slot(Episode.irqHandler), [], [])
    }
  }

  /// A handler for the board's pin or an idle one, with one of few vectors, or for a message.
  private mutating func pinCall(_ place: Word) -> RandomCall {
    if random(6) == 0 {
      return .invoke(.irqGet, Episode.irqControl, [random(130), place, depth()], [Episode.cnode])
    }
    let pin = random(2) == 0 ? interrupt : Word(DDDK_idleInterrupt) + random(Word(DDDK_idleInterrupts) + 2)
    let isWrong = random(8) == 0
    return .invoke(
      random(5) == 0 ? .irqGetMessage : .irqGetPin, Episode.irqControl,
      length: random(20) == 0 ? Int(random(7)) : 7,
      [
        place, depth(), isWrong ? random(300) : 0, pin, isWrong ? random(9) : random(4) == 0 ? 0 : 1,
        random(12) == 0 ? random(3) : 0, random(12) == 0 ? 100 + random(12) : 4 + random(4),
      ], [Episode.cnode])
  }

  /// Ports that nothing is at: they are given out, read and written.
  private mutating func portCall() -> RandomCall {
    let idle = Word(DDDK_idlePorts)
    if random(3) == 0 {
      let start = idle + random(16) * 4
      return .invoke(
        .issuePorts, random(8) == 0 ? slot() : Episode.portControl,
        [start, start + random(9) - 1, emptySlot(), depth()], [Episode.cnode])
    }
    let requests: InlineArray<6, Request> = [.in8, .in16, .in32, .out8, .out16, .out32]
    return .invoke(
      requests[Int(random(6))], slot(Episode.ports), length: random(8) == 0 ? Int(random(3)) : 2,
      [idle + random(72), random(256)], [])
  }

  /// A label and words that mean nothing to the object; no depth is that of the root task's own slots.
  private mutating func nonsense() -> RandomCall {
    let requests: InlineArray<12, Request> = [
      .readRegisters, .setSchedParams, .setTLSBase, .revoke, .delete, .copy, .irqSetNotification,
      .pageTableMap, .pageMap, .assign, Request(0, ""), Request(99, ""),
    ]
    return .invoke(
      requests[Int(random(12))], slot(), length: Int(random(9)),
      [
        random(100), random(64), random(100), random(64), random(100), random(100), random(100), random(100),
      ],
      [slot()], capabilityCount: Int(random(2)))
  }

  private mutating func access() -> RandomCall {
    var call = RandomCall()
    call.worker = Int(random(2))
    let kind = random(8)
    call.kind = kind == 0 ? random(2) == 0 ? .trap : .breakpoint : kind < 4 ? .load : .store
    call.words[0] = 0x30_0000_0000 + random(2) << 30 + random(2) << 21 + random(4) << 12 + random(512) << 3
    call.words[1] = random(1000)
    return call
  }

  /// The root task's answer to the fault that it was last told of.
  private mutating func answer() -> RandomCall {
    var call = RandomCall()
    call.kind = .reply
    call.label = random(3) == 0 ? 1 : 0
    return call
  }

  private mutating func message() -> RandomCall {
    let numbers: InlineArray<12, Int> = [
      SystemCall.send, SystemCall.send, SystemCall.nbSend, SystemCall.call, SystemCall.call,
      SystemCall.recv, SystemCall.recv, SystemCall.nbRecv, SystemCall.nbRecv, SystemCall.replyRecv,
      SystemCall.reply, SystemCall.yield,
    ]
    var call = RandomCall()
    call.worker = Int(random(2))
    if random(12) == 0 {
      call.target = Episode.cnode
      call.label = Request.saveCaller.label
      call.length = 2
      call.words[0] = emptySlot()
      call.words[1] = 64
      return call
    }
    call.number = random(40) == 0 ? 0x99 : numbers[Int(random(12))]
    switch random(8) {
    case 0...4: call.target = slot(.endpoint)
    case 5, 6: call.target = slot(.notification)
    default: call.target = slot(Episode.reply)
    }
    call.label = random(16)
    call.length = Int(random(8))
    for index in 0..<8 { call.words[index] = random(1000) }
    if random(4) == 0 {
      call.capabilityCount = Int(random(4))
      for index in 0..<3 { call.capabilities[index] = random(3) == 0 ? call.target : slot() }
    }
    call.receiveSlot = random(8) == 0 ? slot() : emptySlot()
    return call
  }
}
