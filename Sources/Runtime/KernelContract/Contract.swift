import CKernelContract
import CSeL4
import SeL4

/// What a kernel must do, as cases that each have a name, and random calls: made by a root task, which prints what it
/// observed.
///
/// It is the same on seL4, on the reference kernel and on its host model.
///
/// Nothing in what is told depends on time, on where memory stands or on where the program's instructions are.
public struct Contract<Board: ContractBoard> {
  /// The slots that cases and random calls may use: half of a root CNode of 2^12.
  static var firstSlot: Word { 2048 }
  static var slotCount: Word { 512 }
  /// Of this all objects are made; it is revoked after each case.
  static var untyped: Word { 2047 }
  /// Size of `untyped` in bytes, base-2 logarithm: one large page with something beside it.
  static var untypedBits: Int { 22 }
  /// What the contract itself needs, and keeps: tables for the workers' message buffers.
  static var ownUntyped: Word { 2046 }
  static var ownUntypedBits: Int { 16 }
  /// Where the workers' message buffers are mapped.
  static var buffers: Word { 0x20_0000_0000 }
  /// The root task's priority while it runs the contract, between those of its workers.
  static var priority: Word { 100 }

  // The root task's own capabilities.
  static var thread: Word { Word(SeL4_slotInitThreadTCB) }
  static var cnode: Word { Word(SeL4_slotInitThreadCNode) }
  static var vspace: Word { Word(SeL4_slotInitThreadVSpace) }
  static var irqControl: Word { Word(SeL4_slotIRQControl) }
  static var asidControl: Word { Word(SeL4_slotASIDControl) }
  static var asidPool: Word { Word(SeL4_slotInitThreadASIDPool) }

  /// Where interrupts come from and text goes.
  public var board: Board
  /// Makes small numbers name the slots of the root task's CNode.
  let cspaceGuard: Word
  /// Address of the first byte of `untyped`.
  private(set) var base: Word = 0
  var nextSlot = Contract.firstSlot
  var workerCount = 0
  var workerThreads = InlineArray<4, Word>(repeating: 0)
  /// An untyped of a device's memory, of one page or more.
  private(set) var deviceUntyped: Word = 0
  var stepCount = InlineArray<4, Int>(repeating: 0)
  var startedSteps = InlineArray<4, Int>(repeating: 0)
  var shownSteps = InlineArray<4, Int>(repeating: 0)
  var filter = CaseFilter()
  /// The sequence of random calls that is being made.
  var episode = Episode(first: Contract.firstSlot, interrupt: 0, seed: 0, number: 0)
  /// Cases that ran.
  public private(set) var caseCount = 0

  /// Why the contract cannot be run.
  public enum SetupError: Error {
    /// The root CNode has fewer than 2^12 slots.
    case fewSlots
    /// There is no untyped that is large enough.
    case noMemory
    /// A request of the set-up itself was refused, with this error code.
    case refused(Word)
  }

  /// Takes memory and slots of the root task.
  ///
  /// - Parameters:
  ///   - bootInfo: what the kernel told the root task.
  ///   - board: where interrupts come from and text goes.
  /// - Throws: `SetupError`.
  public init(_ bootInfo: borrowing BootInfo, board: Board) throws(SetupError) {
    self.board = board
    guard bootInfo.cnodeSizeBits >= 12,
      bootInfo.empty.contains(Contract.ownUntyped - 4),
      bootInfo.empty.contains(Contract.firstSlot + Contract.slotCount - 1)
    else { throw .fewSlots }
    cspaceGuard = CNode.guardWord(bits: 64 - bootInfo.cnodeSizeBits)
    try Contract.carve(Contract.ownUntyped, bits: Contract.ownUntypedBits, bootInfo)
    try Contract.carve(Contract.untyped, bits: Contract.untypedBits, bootInfo)
    for index in 0..<bootInfo.untyped.count {
      let description = bootInfo.untypedDescription(index)
      if description.isDevice, description.sizeBits > 12 { deviceUntyped = description.slot }
    }
    try mapBufferTables()
    // The first page of the untyped tells where it stands.
    try Contract.require(
      request(.retype, Contract.untyped, [smallPage, 0, 0, 0, nextSlot, 1], [Contract.cnode]))
    base = request(.pageGetAddress, nextSlot, [], []).words[0]
    try Contract.require(request(.delete, Contract.cnode, [nextSlot, 64], []))
    try Contract.require(
      request(.setPriority, Contract.thread, [Contract.priority], [Contract.thread]))
  }

  private static func require(_ answer: Answer) throws(SetupError) {
    if answer.error != 0 { throw .refused(answer.error) }
  }

  /// Makes an untyped of `bits` in `slot`.
  private static func carve(
    _ slot: Word, bits: Int, _ bootInfo: borrowing BootInfo
  ) throws(SetupError) {
    // The smallest that fits: the first object of an untyped has all of it zeroed.
    var source: Word?
    var sourceBits = 64
    for index in 0..<bootInfo.untyped.count {
      let description = bootInfo.untypedDescription(index)
      if !description.isDevice, description.sizeBits > bits, description.sizeBits < sourceBits {
        source = description.slot
        sourceBits = description.sizeBits
      }
    }
    guard let source else { throw .noMemory }
    try require(
      Answer.of(
        SystemCall.call, source, label: Request.retype.label,
        [ObjectType.untyped.rawValue, Word(bits), 0, 0, slot, 1], [cnode]))
  }

  private mutating func mapBufferTables() throws(SetupError) {
    // As many levels as the processor has: mapping one more answers that there is a table already.
    for level in 0..<4 {
      let table = Table(level)
      let slot = Contract.ownUntyped - 4 + Word(level)
      try Contract.require(
        request(
          .retype, Contract.ownUntyped, [table.type.rawValue, 0, 0, 0, slot, 1], [Contract.cnode]))
      let answer = request(
        table.map, slot, [Contract.buffers, MappingAttributes.normal.rawValue], [Contract.vspace])
      if answer.error != Word(SeL4_errorDeleteFirst) { try Contract.require(answer) }
    }
  }
}

// Running cases.
extension Contract {
  /// Runs the cases whose names begin with the filter's text.
  public mutating func run(_ filter: CaseFilter = CaseFilter()) {
    self.filter = filter
    caseCount = 0
    untypedCases()
    cnodeCases()
    threadCases()
    registerCases()
    addressSpaceCases()
    tableLevelCases()
    identifierCases()
    interruptCases()
    pinCases()
    portCases()
    endpointCases()
    notificationCases()
    faultCases()
    schedulingCases()
    lookupCases()
  }

  /// Runs one case, and leaves the system as it was before; where what it needs is missing, it says so instead.
  mutating func test(_ name: StaticString, needs need: Need? = nil, _ body: (inout Contract) -> Void) {
    guard filter.accepts(name) else { return }
    if let need, !need.isMet {
      text("left out ")
      text(name)
      text(": ")
      text(need.missing)
      newLine()
      return
    }
    text("case ")
    text(name)
    newLine()
    board.flush()
    body(&self)
    cleanUp()
    caseCount += 1
  }

  mutating func cleanUp() {
    board.setInterruptLine(false)
    // Threads first, so that nothing runs while its spaces go.
    for worker in 0..<workerCount { request(.suspend, workerThreads[worker], [], []) }
    while nextSlot > Contract.firstSlot {
      nextSlot -= 1
      request(.delete, Contract.cnode, [nextSlot, 64], [])
    }
    request(.revoke, Contract.cnode, [Contract.untyped, 64], [])
    workerCount = 0
    // An interrupt that was left pending comes now, and is masked.
    requestHandler(nextSlot)
    request(.delete, Contract.cnode, [nextSlot, 64], [])
  }
}

// Objects and requests.
extension Contract {
  var smallPage: Word { ObjectType.smallPage.rawValue }

  /// The next slot that nothing stands in.
  mutating func slot() -> Word {
    precondition(nextSlot < Contract.firstSlot + Contract.slotCount)
    defer { nextSlot += 1 }
    return nextSlot
  }

  /// A new object in a slot of its own.
  mutating func make(_ type: ObjectType, bits: Int = 0) -> Word {
    let place = slot()
    let answer = request(
      .retype, Contract.untyped, [type.rawValue, Word(bits), 0, 0, place, 1], [Contract.cnode])
    if answer.error != 0 { show("  cannot make an object", answer) }
    return place
  }

  /// A copy with a badge, and with fewer rights where `rights` says so.
  mutating func mint(_ source: Word, badge: Word, rights: CapabilityRights = .all) -> Word {
    let place = slot()
    // Without a badge it is a copy, which has its source's.
    let answer = request(
      badge == 0 ? .copy : .mint, Contract.cnode, [place, 64, source, 64, rights.rawValue, badge],
      [Contract.cnode])
    if answer.error != 0 { show("  cannot mint", answer) }
    return place
  }

  /// Makes a request of which nothing is told.
  @discardableResult
  func request<let Count: Int, let Capabilities: Int>(
    _ request: Request, _ target: Word, length: Int? = nil, _ words: InlineArray<Count, Word>,
    _ capabilities: InlineArray<Capabilities, Word>, capabilityCount: Int? = nil
  ) -> Answer {
    Answer.of(
      SystemCall.call, target, label: request.label, length: length, words, capabilities,
      capabilityCount: capabilityCount)
  }

  /// Makes a request and tells its answer.
  @discardableResult
  mutating func invoke<let Count: Int, let Capabilities: Int>(
    _ request: Request, _ target: Word, length: Int? = nil, _ words: InlineArray<Count, Word>,
    _ capabilities: InlineArray<Capabilities, Word>, capabilityCount: Int? = nil
  ) -> Answer {
    let answer = self.request(
      request, target, length: length, words, capabilities, capabilityCount: capabilityCount)
    text("  ")
    show(request.name, answer)
    return answer
  }

  /// Makes a system call of another kind and tells what came back.
  @discardableResult
  mutating func receive(
    _ name: StaticString, _ number: Int, _ target: Word, label: Word = 0, length: Int = 0,
    _ word0: Word = 0, _ word1: Word = 0
  ) -> Answer {
    let answer = Answer(
      SystemCall.exchange(
        number,
        SystemCallRegisters(
          badge: target, info: MessageInfo(label: label, length: length), word0: word0, word1: word1)))
    text("  ")
    text(name)
    text(": ")
    showMessage(answer.badge, answer.info, answer.words)
    newLine()
    return answer
  }

  @discardableResult
  mutating func recv(_ target: Word) -> Answer { receive("Recv", SystemCall.recv, target) }
  @discardableResult
  mutating func nbRecv(_ target: Word) -> Answer { receive("NBRecv", SystemCall.nbRecv, target) }

  /// Calls an endpoint and tells the reply.
  @discardableResult
  mutating func call(_ target: Word, label: Word = 0, length: Int = 0, _ word0: Word = 0) -> Answer {
    receive("Call", SystemCall.call, target, label: label, length: length, word0)
  }

  /// Makes a system call that answers nothing: Send, NBSend, Reply, Yield.
  func send(
    _ number: Int, _ target: Word, label: Word = 0, length: Int = 0, capabilities: Int = 0,
    _ word0: Word = 0, _ word1: Word = 0
  ) {
    _ = SystemCall.exchange(
      number,
      SystemCallRegisters(
        badge: target, info: MessageInfo(label: label, length: length, extraCapabilities: capabilities),
        word0: word0, word1: word1))
  }

  func signal(_ target: Word) { send(SystemCall.send, target) }

  func reply(label: Word = 0, length: Int = 0, _ word0: Word = 0, _ word1: Word = 0) {
    send(SystemCall.reply, 0, label: label, length: length, word0, word1)
  }

  /// Replies with the first `length` of these words.
  func reply(_ words: InlineArray<20, Word>, length: Int) {
    for index in 4..<max(4, length) { IPCBuffer.setWord(index, to: words[index]) }
    _ = SystemCall.exchange(
      SystemCall.reply,
      SystemCallRegisters(
        badge: 0, info: MessageInfo(label: 0, length: length), word0: words[0], word1: words[1],
        word2: words[2], word3: words[3]))
  }
}
