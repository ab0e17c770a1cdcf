import RegisterAccess
import Testing

/// What each way of accessing a register does on the bus.
struct RegisterTests {
  let fake = fakeDevice()
  let bus: TracedBus<FakeDevice>

  init() { bus = TracedBus(fake) }

  private var accesses: [String] { bus.trace.accesses.map(\.description) }

  @Test func readIsOneAccess() {
    fake["COUNTER"] = 0x1_0000_0002
    #expect(Register<COUNTER, _>(on: bus).read().word == 0x1_0000_0002)
    #expect(accesses == ["COUNTER -> 0x100000002"])
  }

  @Test func writeStartsFromZero() {
    Register<CONTROL, _>(on: bus).write {
      $0.MODE = .fast
      $0.SPEED = 5
    }
    #expect(accesses == ["CONTROL = 0x250"])
  }

  @Test func writeFromResetKeepsTheResetValueOfOtherFields() {
    Register<CONTROL, _>(on: bus).writeFromReset { $0.ENABLE = true }
    #expect(accesses == ["CONTROL = 0x80000011"])
  }

  @Test func modifyReadsOnceAndWritesOnce() {
    Register<CONTROL, _>(on: bus).modify { $0.SPEED = 7 }
    #expect(accesses == ["CONTROL -> 0x80000010", "CONTROL = 0x80000070"])
  }

  @Test func modifyClearsNothingByTheWay() {
    fake["STATUS"] = 0x0305
    Register<STATUS, _>(on: bus).modify { $0.LEVEL = 6 }
    #expect(accesses == ["STATUS -> 0x305", "STATUS = 0x6"])
    #expect(fake["STATUS"] == 0x0306)
  }

  @Test func modifyClearsWhatItNames() {
    fake["STATUS"] = 0x0305
    Register<STATUS, _>(on: bus).modify { $0.DONE = true }
    #expect(accesses == ["STATUS -> 0x305", "STATUS = 0x105"])
    #expect(fake["STATUS"] == 0x0205)
  }

  @Test func aWholeWordIsWrittenAtItsWidth() {
    Register<COMMAND, _>(on: bus).write(0xa5)
    #expect(bus.trace.accesses.map(\.width) == [8])
    #expect(bus.trace.writes.map(\.value) == [0xa5])
  }

  @Test func pollEndsWithTheCondition() {
    var reads = 0
    fake.onRead["COUNTER"] = { _ in
      reads += 1
      return UInt64(reads)
    }
    #expect(Register<COUNTER, _>(on: bus).poll(atMost: 10) { $0.word == 4 } == nil)
    #expect(reads == 4)
  }

  @Test(arguments: [(0, 1), (1, 1), (3, 3)] as [(UInt64, Int)])
  func pollEndsAtItsBoundAndSaysWhatItSaw(polls: UInt64, reads: Int) {
    fake["COUNTER"] = 7
    let last = Register<COUNTER, _>(on: bus).poll(atMost: polls) { $0.word == 4 }
    #expect(last?.word == 7)
    #expect(bus.trace.accesses.count == reads)
  }
}

/// What a field's type does to its bits.
struct FieldTests {
  @Test func aFieldOfTheHighestBitsIsWhole() {
    var control = CONTROL(word: 0)
    control.TOP = 0xf
    #expect(control.word == 0xf000_0000)
    #expect(control.TOP == 0xf)
  }

  @Test func aValueWithoutANameIsKept() {
    let control = CONTROL(word: 0x300)
    #expect(control.MODE != .slow && control.MODE != .fast)
    #expect(control.MODE.number == 3)
  }

  @Test func settingOneFieldLeavesTheOthers() {
    var control = CONTROL(word: 0xffff_ffff)
    control.SPEED = 0
    #expect(control.word == 0xffff_ff8f)
    control.MODE = .slow
    #expect(control.word == 0xffff_fd8f)
  }

  @Test func everyWidthHoldsItsLargestNumberAndNoLarger() {
    func check<Number: FieldInteger>(_: Number.Type, _ bits: Int) {
      let largest = bits == 64 ? UInt64.max : (1 << UInt64(bits)) - 1
      #expect(Number.bitCount == bits)
      #expect(Number(exactly: largest)?.fieldBits() == largest)
      if bits < 64 { #expect(Number(exactly: largest + 1) == nil) }
      #expect(Number(fieldBits: UInt64.max).fieldBits() == largest)
    }
    check(UInt1.self, 1)
    check(UInt2.self, 2)
    check(UInt7.self, 7)
    check(UInt8.self, 8)
    check(UInt9.self, 9)
    check(UInt15.self, 15)
    check(UInt16.self, 16)
    check(UInt17.self, 17)
    check(UInt31.self, 31)
    check(UInt32.self, 32)
    check(UInt33.self, 33)
    check(UInt63.self, 63)
    check(UInt64.self, 64)
  }
}
