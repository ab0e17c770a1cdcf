import RegisterAccess
import Testing

/// What each way of accessing a register does on the bus.
struct RegisterTests {
  let fake = fakeDevice()
  let bus: TracedBus<FakeDevice>
  let registers: TestRegisters<TracedBus<FakeDevice>>

  init() {
    bus = TracedBus(fake)
    registers = TestRegisters(on: bus)
  }

  private var accesses: [String] { bus.trace.accesses.map(\.description) }

  @Test func readIsOneAccess() {
    fake["COUNTER"] = 0x1_0000_0002
    #expect(registers.COUNTER.read().word == 0x1_0000_0002)
    #expect(accesses == ["COUNTER -> 0x100000002"])
  }

  @Test func writeStartsFromZero() {
    registers.CONTROL.writeFromZero {
      $0.MODE = .fast
      $0.SPEED = 5
    }
    #expect(accesses == ["CONTROL = 0x250"])
  }

  @Test func writeFromResetKeepsTheResetValueOfOtherFields() {
    registers.CONTROL.writeFromReset { $0.ENABLE = true }
    #expect(accesses == ["CONTROL = 0x80000011"])
  }

  @Test func modifyReadsOnceAndWritesOnce() {
    registers.CONTROL.modify { $0.SPEED = 7 }
    #expect(accesses == ["CONTROL -> 0x80000010", "CONTROL = 0x80000070"])
  }

  @Test func modifyClearsNothingByTheWay() {
    fake["STATUS"] = 0x0305
    registers.STATUS.modify { $0.LEVEL = 6 }
    #expect(accesses == ["STATUS -> 0x305", "STATUS = 0x6"])
    #expect(fake["STATUS"] == 0x0306)
  }

  @Test func modifyClearsWhatItNames() {
    fake["STATUS"] = 0x0305
    registers.STATUS.modify { $0.DONE = true }
    #expect(accesses == ["STATUS -> 0x305", "STATUS = 0x105"])
    #expect(fake["STATUS"] == 0x0205)
  }

  @Test func aWholeWordIsWrittenAtItsWidth() {
    registers.COMMAND.write(0xa5)
    #expect(bus.trace.accesses.map(\.width) == [8])
    #expect(bus.trace.writes.map(\.value) == [0xa5])
  }

  @Test func pollEndsWithTheCondition() {
    var reads = 0
    fake.onRead["COUNTER"] = { _ in
      reads += 1
      return UInt64(reads)
    }
    #expect(registers.COUNTER.poll(atMost: 10) { $0.word == 4 } == nil)
    #expect(reads == 4)
  }

  @Test(arguments: [(0, 1), (1, 1), (3, 3)] as [(UInt64, Int)])
  func pollEndsAtItsBoundAndSaysWhatItSaw(polls: UInt64, reads: Int) {
    fake["COUNTER"] = 7
    let last = registers.COUNTER.poll(atMost: polls) { $0.word == 4 }
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

  @Test func aScatteredFieldIsOne() {
    var wide = WIDE(word: 0xffff_ffff)
    wide.DIVISOR = 0xa5c
    #expect(wide.word == 0xffff_af5c)
    #expect(wide.DIVISOR == 0xa5c)
  }

  @Test func aSignedFieldHasItsSign() {
    var wide = WIDE(word: 0)
    wide.OFFSET = -16
    #expect(wide.word == 0x0010_0000)
    #expect(wide.OFFSET.value == -16)
    wide.OFFSET = 15
    #expect(wide.OFFSET.value == 15)
    wide.OFFSET = -1
    #expect(wide.word == 0x001f_0000)
  }

  @Test func aRangedFieldTakesItsRange() {
    #expect(WIDE.LEVELValue(exactly: 16 as UInt64)?.number.word == 16)
    #expect(WIDE.LEVELValue(exactly: 17 as UInt64) == nil)
    #expect(WIDE.LEVELValue(exactly: 0 as UInt64) == nil)
    #expect(WIDE.LEVELValue(exactly: 33 as UInt64) == nil)
  }

  @Test func everySignedWidthHoldsItsNumbersAndNoOthers() {
    func check<Number: SignedFieldInteger>(_: Number.Type, _ bits: Int) {
      let largest = Int64.max >> Int64(64 - bits)
      #expect(Number.bitCount == bits)
      for number in [largest, -largest - 1, 0, -1, 1] {
        let field = Number(exactly: number)
        #expect(field.map { Int64($0.value) } == number)
        let bitsOfField: UInt64? = field?.fieldBits()
        #expect(bitsOfField == UInt64(bitPattern: number) & (UInt64.max >> UInt64(64 - bits)))
        #expect(Number(fieldBits: bitsOfField ?? 0) == field)
      }
      if bits < 64 {
        #expect(Number(exactly: largest + 1) == nil)
        #expect(Number(exactly: -largest - 2) == nil)
      }
    }
    check(Int2.self, 2)
    check(Int7.self, 7)
    check(Int8.self, 8)
    check(Int9.self, 9)
    check(Int15.self, 15)
    check(Int17.self, 17)
    check(Int31.self, 31)
    check(Int33.self, 33)
    check(Int63.self, 63)
    check(Int64.self, 64)
  }
}
