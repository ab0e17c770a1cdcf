import RegisterAccess
import Testing

/// What the ways to unusual registers do on the bus below them.
struct BusTests {
  let fake = fakeDevice()
  let bus: TracedBus<FakeDevice>
  let registers: TestRegisters<TracedBus<FakeDevice>>

  init() {
    bus = TracedBus(fake)
    registers = TestRegisters(on: bus)
  }

  private var accesses: [String] { bus.trace.accesses.map(\.description) }

  @Test func aBankedWriteSelectsWritesAndRestores() {
    registers.DIVISOR.write(13)
    #expect(accesses == ["LINE -> 0x3", "LINE = 0x83", "DIVISOR = 0xd", "LINE = 0x3"])
    #expect(fake["DIVISOR"] == 13)
    #expect(fake["TRANSMIT"] == 0)
    #expect(fake["LINE"] == 3)
  }

  @Test func aBankedReadSelectsReadsAndRestores() {
    fake["DIVISOR"] = 7
    #expect(registers.DIVISOR.read().word == 7)
    #expect(accesses == ["LINE -> 0x3", "LINE = 0x83", "DIVISOR -> 0x7", "LINE = 0x3"])
  }

  @Test func theBankAtRestIsReachedDirectly() {
    registers.TRANSMIT.write(0x41)
    #expect(fake["TRANSMIT"] == 0x41)
    #expect(bus.trace.accesses.count == 1)
  }

  @Test func aLockedWriteUnlocksAndLocks() {
    registers.LOAD.write(5)
    #expect(accesses == ["KEY = 0x80", "KEY = 0x86", "LOAD = 0x5", "KEY = 0x1"])
    #expect(fake["LOAD"] == 5)
    #expect(fake.ignoredWrites.isEmpty)
    Register<COUNT, _>(on: fake, at: 0x28).write(6)
    #expect(fake["LOAD"] == 5)
    #expect(fake.ignoredWrites == ["LOAD"])
  }

  @Test func aPostedWriteIsReadBack() {
    registers.POSTED.write(5)
    #expect(accesses == ["POSTED = 0x5", "CONTROL -> 0x80000010"])
    bus.trace.removeAll()
    #expect(registers.POSTED.read().word == 5)
    #expect(accesses == ["POSTED -> 0x5"])
  }

  @Test func anOrderedAccessHasItsBarriers() {
    registers.ORDERED.write(5)
    #expect(fake.barriers == 2)
    registers.CONTROL.write(0)
    #expect(fake.barriers == 2)
  }

  @Test func aReadWithAnEffectHasIt() {
    fake["FIFO"] = 0x41
    #expect(registers.FIFO.readWithEffect().word == 0x41)
    #expect(registers.FIFO.readWithEffect().word == 0)
  }

  @Test func aDelayOnAFakeTakesNoTime() {
    registers.CONTROL.delay(nanoseconds: 5_000_000_000)
    #expect(fake.delayedNanoseconds == 5_000_000_000)
    #expect(bus.trace.accesses.isEmpty)
  }

  @Test(arguments: [(0, 0), (1, 1), (10, 1), (11, 2), (1_000, 100)] as [(UInt64, Int)])
  func aDelayOnADeviceReadsOnceForEachTenNanoseconds(nanoseconds: UInt64, reads: Int) {
    let counter = CountingBus()
    Register<CONTROL, _>(on: counter, at: 0x04).delay(nanoseconds: nanoseconds)
    #expect(counter.loads == reads)
  }

  @Test func aRegisterThatTakesOneWriteTakesTheFirst() {
    let once = Register<COUNT, _>(on: fake, at: 0x34)
    once.write(0x12)
    once.write(0x34)
    #expect(fake["ONCE"] == 0x12)
    #expect(fake.ignoredWrites == ["ONCE"])
  }

  @Test func portsAreSpreadAsTheBoardDoes() throws {
    let ports = TestPorts()
    let bus = try #require(PortBus(ports, at: 0x3f8, count: 15, holding: 8, shift: 1))
    Register<COMMAND, _>(on: bus, at: 3).write(0x41)
    #expect(ports.words == [0x3fe: 0x41])
    #expect(Register<FIFO, _>(on: bus, at: 3).readWithEffect().word == 0x41)
    #expect(
      PortBus(ports, at: 0x3f8, count: 14, holding: 8, shift: 1) == nil, "the last is the fifteenth port")
    #expect(PortBus(ports, at: 0xfffc, count: 5, holding: 4) == nil, "there are no such ports")
    #expect(PortBus(ports, at: 0xfffc, count: 4, holding: 5) == nil)
    #expect(PortBus(ports, at: 0xfffc, count: 4, holding: 4) != nil)
    #expect(PortBus(ports, at: 0, count: 8, holding: 1, shift: 9) == nil)
  }

  final class CountingBus: RegisterBus {
    private(set) var loads = 0
    func load<Value: RegisterValue>(_ register: Value.Type, at offset: Int) -> Value.Word {
      loads += 1
      return 0
    }
    func store<Value: RegisterValue>(_ word: Value.Word, to register: Value.Type, at offset: Int) {}
  }

  final class TestPorts: IOPorts {
    private(set) var words: [UInt16: UInt64] = [:]
    func read<Word: RegisterWord>(_ width: Word.Type, from port: UInt16) -> Word {
      Word(truncatingIfNeeded: words[port] ?? 0)
    }
    func write<Word: RegisterWord>(_ word: Word, to port: UInt16) { words[port] = UInt64(word) }
  }
}

/// Arrays of registers and of blocks.
struct RegisterArrayTests {
  let fake = fakeDevice()

  private var registers: TestRegisters<FakeDevice> { TestRegisters(on: fake) }

  @Test func elementsStandAtTheirStride() {
    for index in 0..<4 { registers.TIMER[index].write(UInt32(index) + 1) }
    #expect((0..<4).map { fake["TIMER[\($0)]"] } == [1, 2, 3, 4])
    registers.CHANNEL[2].COUNT.write(9)
    #expect(fake["CHANNEL[2].COUNT"] == 9)
    #expect(fake["CHANNEL[1].COUNT"] == 0)
  }

  @Test func indicesAreThoseOfTheElements() {
    #expect(registers.TIMER.indices.map(\.position) == [0, 1, 2, 3])
    for index in registers.CHANNEL.indices { registers.CHANNEL[index].COUNT.write(7) }
    #expect((0..<3).map { fake["CHANNEL[\($0)].COUNT"] } == [7, 7, 7])
  }

  @Test func anIndexIsOneOfAnElement() {
    #expect(RegisterIndex<4>(3)?.position == 3)
    #expect(RegisterIndex<4>(4) == nil)
    #expect(RegisterIndex<4>(-1) == nil)
  }

  @Test func anIndexBeyondTheArrayStopsTheProgram() async {
    await #expect(processExitsWith: .failure) {
      let index = [1, 2, 3, 4].count
      TestRegisters(on: fakeDevice()).TIMER[index].write(0)
    }
    await #expect(processExitsWith: .failure) {
      let index = [1].count - 2
      TestRegisters(on: fakeDevice()).TIMER[index].write(0)
    }
  }

  @Test func anElementIsCalledByItsPath() {
    let bus = TracedBus(fake)
    TestRegisters(on: bus).CHANNEL[1].COUNT.write(3)
    TestRegisters(on: bus).TIMER[0].write(4)
    #expect(bus.trace.accesses.map(\.description) == ["CHANNEL[1].COUNT = 0x3", "TIMER[0] = 0x4"])
  }
}
