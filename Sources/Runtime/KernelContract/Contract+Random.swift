import CKernelContract
import CSeL4
import SeL4

// Random calls, made by three workers: two that also wait for each other and for signals, and one that asks objects for
// things. The root task writes their scripts and looks: at what came back, at the faults, and at what the slots hold.
extension Contract {
  /// Episodes whose hashes are folded into one line.
  public static var blockEpisodes: Word { 10 }

  /// Makes the calls of `count` blocks of episodes from block `first` on, and prints a hash for each.
  public mutating func runBlocks(seed: Word, first: Word, count: Word) {
    for block in 0..<count {
      var hash: UInt64 = 0
      for episode in 0..<Contract.blockEpisodes {
        hash =
          (hash << 7 | hash >> 57)
          ^ runEpisode(seed: seed, number: (first + block) * Contract.blockEpisodes + episode, prints: false)
      }
      text("block ")
      word(first + block)
      text(" ")
      word(Word(hash))
      newLine()
    }
  }

  /// Makes the calls of one episode and answers the hash of all that was seen; prints calls and what was seen if asked.
  @discardableResult
  public mutating func runEpisode(seed: Word, number: Word, prints: Bool) -> UInt64 {
    begin(Episode(first: Self.firstSlot, interrupt: board.interrupt, seed: seed, number: number))
    episode.isPrinted = prints
    for turn in 0..<Episode.calls {
      var call = episode.nextCall()
      call.turn = Word(turn)
      make(call)
    }
    endEpisode()
    return episode.hash
  }

  /// Begins an episode whose calls are given one by one.
  public mutating func beginEpisode() {
    begin(Episode(first: Self.firstSlot, interrupt: board.interrupt, seed: 0, number: 0))
    episode.isPrinted = true
  }

  /// Leaves the system as it was before the episode.
  public mutating func endEpisode() {
    // Untyped memory first: revoking it is quicker than emptying slot after slot.
    for worker in 0..<workerCount { request(.suspend, workerThreads[worker], [], []) }
    nextSlot = max(nextSlot, episode.fixtures)
    cleanUp()
  }

  private mutating func begin(_ episode: Episode) {
    self.episode = episode
    nextSlot = episode.fixtures
    request(
      .retype, Self.untyped, [ObjectType.untyped.rawValue, 20, 0, 0, episode.memory, 1], [Self.cnode])
    request(
      .retype, Self.untyped, [ObjectType.endpoint.rawValue, 0, 0, 0, episode.faults, 1], [Self.cnode])
    request(
      .retype, Self.untyped, [ObjectType.tcb.rawValue, 0, 0, 0, episode.authority, 1], [Self.cnode])
    request(.setMCPriority, episode.authority, [255], [Self.thread])
    for number in 0..<3 as Range<Word> {
      _ = makeWorker(priority: 150 - number, faultHandler: episode.faults)
    }
    // Tables of three types seldom meet by chance: two are there from the beginning.
    for level in 1..<Table.types {
      let table = Table(level)
      request(table.map, make(table.type), [Episode.tables, 0], [Self.vspace])
    }
  }

  /// Makes one call and looks at what it did.
  public mutating func make(_ call: RandomCall) {
    if episode.isPrinted {
      text("call")
      var board = board
      call.forEachNumber { number in
        board.put(0x20)
        Contract.print(number, at: &board)
      }
      self.board = board
      newLine()
      text("  ")
    }
    switch call.kind {
    case .line: board.setInterruptLine(call.words[0] != 0)
    case .reply: reply(label: call.label)
    case .systemCall, .load, .store, .trap, .breakpoint: startWorker(call)
    }
    for worker in 0..<3 { look(worker, call) }
    lookAtFaults()
    lookAtSlots(call)
    episode.count += 1
    if episode.isPrinted { newLine() }
  }

  private mutating func startWorker(_ call: RandomCall) {
    let number = call.worker
    let buffer = Self.buffers + Word(number) << 12
    var index = 0
    func add(_ step: Step) {
      Script.set(number, index, step)
      index += 1
    }
    if call.receiveSlot != 0 {
      add(.store(buffer + Word(SeL4_ipcBufferReceiveCNodeOffset), Self.cnode))
      add(.store(buffer + Word(SeL4_ipcBufferReceiveIndexOffset), call.receiveSlot))
      add(.store(buffer + Word(SeL4_ipcBufferReceiveDepthOffset), 64))
    }
    for word in 4..<max(4, min(call.length, 8)) {
      add(.store(buffer + Word(SeL4_ipcBufferMessageOffset + word * 8), call.words[word]))
    }
    for capability in 0..<call.capabilityCount {
      add(
        .store(buffer + Word(SeL4_ipcBufferCapsOffset + capability * 8), call.capabilities[capability]))
    }
    episode.mainStep[number] = index
    episode.seenOrder[number] = 0
    switch call.kind {
    case .load: add(.load(call.words[0]))
    case .store: add(.store(call.words[0], call.words[1]))
    case .trap: add(.trap)
    case .breakpoint: add(.breakpoint)
    default:
      add(
        .system(
          call.number, call.target, label: call.label, length: call.length,
          capabilities: call.capabilityCount, call.words[0], call.words[1], call.words[2], call.words[3]))
    }
    let thread = workerThreads[number]
    add(.call(thread, label: Request.suspend.label))
    Script.rewind(number, to: 0)
    restart(Worker(number: number, thread: thread, buffer: buffer))
  }

  private mutating func observe(_ value: Word) {
    episode.hash = (episode.hash ^ UInt64(value)) &* 0x100_0000_01b3
    episode.hash ^= episode.hash >> 29
    if episode.isPrinted {
      text(" ")
      word(value)
    }
  }

  /// Looks whether a worker's call has ended, and at what it brought.
  private mutating func look(_ worker: Int, _ call: RandomCall) {
    let step = episode.mainStep[worker]
    let order = Script.order(worker, step)
    guard order != 0, order != episode.seenOrder[worker] else { return }
    episode.seenOrder[worker] = order
    if episode.isPrinted { text(" worker") }
    observe(Word(worker))
    guard Script.kind(worker, step) == DDDK_stepSystemCall else {
      return observe(Script.result(worker, step, 0))
    }
    let info = MessageInfo(rawValue: Script.result(worker, step, 1))
    let isInvocation = call.worker == worker && call.number == SystemCall.call && call.kind == .systemCall
    let succeeded = isInvocation && info.label == 0
    observe(Script.result(worker, step, 0))
    observe(info.rawValue)
    for register in 0..<4 {
      var value = Script.result(worker, step, 2 + register)
      if register == 0, succeeded, info.length == 1, call.label == Request.pageGetAddress.label {
        value = value &- base
      }
      if succeeded, call.label == Request.readRegisters.label, register == DDDK_contextState {
        value &= ~Word(DDDK_contextStateOwn)
      }
      observe(value)
    }
    if succeeded { note(call) }
    if info.extraCapabilities > 0, call.worker == worker { episode.note(call.receiveSlot, Episode.unknown) }
  }

  /// Remembers what a call that succeeded put into slots.
  private mutating func note(_ call: RandomCall) {
    switch call.label {
    case Request.retype.label:
      for index in 0..<call.words[5] {
        episode.note(call.words[4] &+ index, UInt8(truncatingIfNeeded: call.words[0]))
      }
    case Request.copy.label, Request.mint.label:
      let own: UInt8 =
        switch call.words[2] {
        case Self.vspace: UInt8(truncatingIfNeeded: ObjectType.vspace.rawValue)
        case Self.asidPool: Episode.pool
        default: episode.type(call.words[2])
        }
      episode.note(call.words[0], own)
    case Request.move.label, Request.mutate.label:
      episode.note(call.words[0], episode.type(call.words[2]))
      episode.note(call.words[2], Episode.none)
    case Request.delete.label: episode.note(call.words[0], Episode.none)
    case Request.irqGet.label: episode.note(call.words[1], Episode.irqHandler)
    case Request.irqGetTrigger.label where Need.numbers.isMet:
      episode.note(call.words[2], Episode.irqHandler)
    case Request.irqGetPin.label where Need.pins.isMet, Request.irqGetMessage.label where Need.pins.isMet:
      episode.note(call.words[0], Episode.irqHandler)
    case Request.issuePorts.label where Need.ports.isMet: episode.note(call.words[2], Episode.ports)
    case Request.makePool.label: episode.note(call.words[0], Episode.pool)
    case Request.saveCaller.label: episode.note(call.words[0], Episode.reply)
    default: break
    }
  }

  /// Takes the fault that waits, if one does.
  private mutating func lookAtFaults() {
    let answer = Answer(
      SystemCall.exchange(
        SystemCall.nbRecv,
        SystemCallRegisters(badge: episode.faults, info: MessageInfo(rawValue: 0))))
    episode.hasFault = answer.info.rawValue != 0
    guard episode.hasFault else { return }
    if episode.isPrinted { text(" fault") }
    observe(answer.info.rawValue)
    for index in 0..<min(answer.info.length, 20) {
      var value = Self.isProcessorState(index, of: answer.info) ? 0 : answer.words[index]
      for kind in DDDK_stepSystemCall...DDDK_stepBreak {
        let instruction = dddk_worker_instruction(kind)
        if value == instruction || value == dddk_worker_behind(kind) {
          value = value &- instruction &+ Word(kind) << 8
        }
      }
      observe(value)
    }
  }

  /// Looks into the slot that the call names first, and into others in turn.
  private mutating func lookAtSlots(_ call: RandomCall) {
    if episode.isPrinted { text(" slots") }
    let turn = call.turn * 2
    lookAt(Self.firstSlot + turn % Episode.slotCount)
    lookAt(Self.firstSlot + (turn + 1) % Episode.slotCount)
    let named = call.label == Request.retype.label ? call.words[4] : call.words[0]
    if Self.firstSlot..<Self.firstSlot + Episode.slotCount ~= named { lookAt(named) }
    lookInside(Self.firstSlot + call.turn % Episode.slotCount)
  }

  /// Whether a slot's capability can be copied.
  private mutating func lookAt(_ slot: Word) {
    let answer = request(.copy, Self.cnode, [episode.scratch, 64, slot, 64, 15], [Self.cnode])
    observe(answer.error)
    if answer.error == 0 { request(.delete, Self.cnode, [episode.scratch, 64], []) }
  }

  /// Asks an object for what it tells without changing: worker 2 does, since it may be an endpoint after all.
  private mutating func lookInside(_ slot: Word) {
    let type = Word(episode.type(slot))
    let call: RandomCall
    switch type {
    case ObjectType.untyped.rawValue:
      call = .invoke(
        .retype, slot,
        [ObjectType.untyped.rawValue, Word(SeL4_sizeBitsMaxUntyped - 1), 0, 0, episode.scratch, 1],
        [Self.cnode])
    case ObjectType.tcb.rawValue: call = .invoke(.readRegisters, slot, [0, Word(UserContext.count)], [])
    case ObjectType.cnode.rawValue: call = .invoke(.cancelBadgedSends, slot, [0, 64], [])
    case ObjectType.smallPage.rawValue where Need.cacheCalls.isMet:
      call = .invoke(.pageClean, slot, [0, 64], [])
    case ObjectType.smallPage.rawValue:
      call = .invoke(.pageMap, slot, [Self.noPlace(beside: Self.buffers), 3, 0], [Self.vspace])
    case Table(0).type.rawValue: call = .invoke(Table(0).map, slot, [Self.buffers, 0], [Self.vspace])
    case Table(1).type.rawValue: call = .invoke(Table(1).map, slot, [Self.buffers, 0], [Self.vspace])
    case Table(2).type.rawValue: call = .invoke(Table(2).map, slot, [Self.buffers, 0], [Self.vspace])
    case Word(Episode.ports) where Need.ports.isMet:
      call = .invoke(.in8, slot, [Word(DDDK_idlePorts) + 16], [])
    case ObjectType.largePage.rawValue: call = .invoke(.pageGetAddress, slot, [], [])
    case ObjectType.vspace.rawValue:
      call = .invoke(.vspaceClean, slot, [0x30_0000_0000, 0x30_0000_0040], [])
    default: return
    }
    startWorker(call)
    look(2, call)
  }
}
