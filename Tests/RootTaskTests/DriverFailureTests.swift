import ComponentInterface
import Testing

@testable import root_task

@Suite("why a driver ended, in words")
struct DriverFailureTests {
  private func words(
    _ reason: DriverFailure.Reason, specLine: UInt32 = 0, _ values: [3 of UInt64],
    _ subject: StaticString = ""
  ) -> String {
    var about = LogText()
    about.append(subject)
    var text = LogText()
    text.append(DriverFailure(reason: reason, specLine: specLine, values: values, subject: about))
    return String(decoding: (0..<text.count).map { text.bytes[$0] }, as: UTF8.self)
  }

  @Test("each reason says what was seen, the limit, and the spec's line")
  func reasons() {
    #expect(
      words(.timeout, specLine: 186, [0x11, 1, 0], "PCellID0.ID")
        == "PCellID0.ID is not as awaited: the register read 0x11 at the last of 1 poll (spec line 186)")
    #expect(
      words(.timeout, specLine: 196, [0x98, 1_000_000, 0], "FR.BUSY")
        == "FR.BUSY is not as awaited: the register read 0x98 at the last of 1000000 polls (spec line 196)")
    #expect(
      words(.arithmetic, specLine: 164, [0, 0, 0])
        == "a calculation left the unsigned 64-bit numbers (spec line 164)")
    #expect(
      words(.outOfRange, specLine: 193, [5, 64, 4_194_303]) == "5 is not in 64...4194303 (spec line 193)")
    #expect(
      words(.tooManyRounds, specLine: 9, [16, 0, 0]) == "a loop did not end in 16 rounds (spec line 9)")
    #expect(
      words(.unusableRegion, [0x40_D000, 2048, 4096])
        == "the registers need 4096 bytes, aligned for their accesses; the region at 0x40d000 has 2048")
    #expect(
      words(.unusablePorts, [0x3f8, 8, 15])
        == "the registers need 15 I/O ports, with accesses of their own width; from 0x3f8 on there are 8")
  }

  @Test("a resource that is missing is named by its kind, one of another version by its number alone")
  func resources() {
    #expect(
      words(.missingResource, [1, 0, 0]) == "the spec asks for more than the device has: register region 1")
    #expect(words(.missingResource, [0, 1, 0]) == "the spec asks for more than the device has: interrupt 0")
    #expect(
      words(.missingResource, [0, 2, 0]) == "the spec asks for more than the device has: rate of clock 0")
    #expect(words(.missingResource, [3, 9, 0]) == "the spec asks for more than the device has: resource 3")
  }
}
