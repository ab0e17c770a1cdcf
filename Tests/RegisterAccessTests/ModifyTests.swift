import RegisterAccess
import Testing

/// A read-modify-write never does what it did not mean to, whatever the kinds of the bits beside it.
struct ModifyTests {
  let fake = fakeDevice()

  private var registers: TestRegisters<FakeDevice> { TestRegisters(on: fake) }

  @Test(arguments: [UInt64](0..<0x400))
  func aChangeOfOneFieldChangesThatFieldAlone(_ before: UInt64) {
    fake["EFFECTS"] = before
    registers.EFFECTS.modify { $0.PLAIN = 9 }
    #expect(fake["EFFECTS"] == (before & ~0xf) | 9)
  }

  @Test(arguments: [UInt64](0..<0x400))
  func whatItNamesIsDone(_ before: UInt64) {
    fake["EFFECTS"] = before
    registers.EFFECTS.modify {
      $0.CLEARED = true
      $0.ZEROED = false
    }
    #expect(fake["EFFECTS"] == before & ~0x90)
  }

  @Test func aModifyWritesReservedBitsAsTheManualWants() {
    let bus = TracedBus(fake)
    fake["EFFECTS"] = 0xffff
    TestRegisters(on: bus).EFFECTS.modify { $0.PLAIN = 0 }
    #expect(bus.trace.writes.map(\.value) == [0x0780])
  }

  @Test func aWriteFromZeroDoesNothingWhereAZeroWould() {
    fake["EFFECTS"] = 0x3ff
    registers.EFFECTS.writeFromZero { $0.PLAIN = 1 }
    #expect(fake["EFFECTS"] == 0x3f1)
  }

  @Test func aWriteFromResetDoesNothingByTheWay() {
    fake["EFFECTS"] = 0x0
    registers.EFFECTS.writeFromReset { $0.CLEARED = false }
    #expect(fake["EFFECTS"] == 0x5)
  }

  /// Without the neutral bits the fake would show what a careless driver does.
  @Test func theFakeShowsACarelessWrite() {
    fake["EFFECTS"] = 0x3f0
    let word = registers.EFFECTS.read().word
    registers.EFFECTS.write(word | 1)
    #expect(fake["EFFECTS"] == 0x3a1)
  }
}
