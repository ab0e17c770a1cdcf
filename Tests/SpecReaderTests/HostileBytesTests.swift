import Diagnostics
import SpecReader
import SpecRules
import Testing

/// Whatever the bytes: an answer, an end and no trap.
@Suite(.timeLimit(.minutes(10))) struct HostileBytesTests {
  private func codes(_ bytes: [UInt8]) -> [DiagnosticCode] {
    let collector = DiagnosticCollector()
    let read = SpecReader.read(bytes, into: collector)
    if let spec = read.spec {
      let checked = SpecRules.check(spec, unread: read.unread, into: collector)
      #expect(checked == nil)
    }
    #expect(collector.hasErrors)
    let renderer = DiagnosticRenderer(source: SourceText(path: "x", bytes: bytes), style: .terminal)
    #expect(!renderer.text(collector.diagnostics, omittedCount: collector.omittedCount).isEmpty)
    return collector.diagnostics.map(\.code)
  }

  private func codes(_ text: String) -> [DiagnosticCode] { codes(Array(text.utf8)) }

  @Test func tenMegabytesOfGarbageAreRefusedAtOnce() {
    var state: UInt64 = 42
    let piece = (0..<(1 << 20)).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56)
    }
    let garbage = Array(repeatElement(piece, count: 10).joined())
    #expect(codes(garbage) == [.fileTooLarge])
    // As much as the limit lets through.
    #expect(codes(Array(garbage.prefix(YAMLReader.maximumBytes))) == [.notUTF8])
  }

  @Test func everyByteAloneHasAnAnswer() {
    for byte in UInt8.min...UInt8.max { _ = codes([byte]) }
    #expect(codes([]) == [.wrongShape])
    #expect(codes([0xef, 0xbb, 0xbf]) == [.wrongShape])
  }

  @Test(
    arguments: [
      [0x61, 0x00, 0x62], [0x1b], [0x7f], [0xc2, 0x80], [0xe2, 0x80, 0xa8], [0xc2, 0x85],
      [0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf],
      [0xef, 0xbf, 0xbe],
    ] as [[UInt8]]) func charactersThatNobodySeesAreRefused(_ bytes: [UInt8])
  {
    #expect(codes(bytes) == [.forbiddenCharacter])
  }

  @Test(
    arguments: [
      [0xff, 0xfe, 0x61, 0x00], [0xfe, 0xff, 0x00, 0x61], [0x80], [0xc0, 0x80], [0xe0, 0x80, 0x80],
      [0xed, 0xa0, 0x80],
      [0xf5, 0x80, 0x80, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe2, 0x82], [0xf0, 0x9f, 0x98],
    ] as [[UInt8]]) func whatIsNotUTF8IsRefused(_ bytes: [UInt8])
  {
    #expect(codes(bytes) == [.notUTF8])
  }

  @Test(arguments: [
    "[", "{", "- ", "? ", "a: ", "[{", "{a: [", "- - ", "'", "\"", "&a ", "*a ", "!t ", "| ", "> ", "%",
    "--- ", "a:\n",
    "- a\n", ",", "#", ": ", "\"\\", "k: &a\n",
  ]) func anythingOftenRepeatedEnds(_ piece: String) {
    for count in [100, 10_000] { _ = codes(String(repeating: piece, count: count)) }
  }

  @Test func manyMistakesAreCutAndCounted() {
    let text =
      "dddk: 1\nregisters:\n" + (0..<5_000).map { "  R\($0): {ofset: \($0)}\n" }.joined()
    let collector = DiagnosticCollector()
    let read = SpecReader.read(Array(text.utf8), into: collector)
    if let spec = read.spec { _ = SpecRules.check(spec, unread: read.unread, into: collector) }
    #expect(collector.diagnostics.count == DiagnosticCollector.maximumCount)
    #expect(collector.omittedCount > 5_000)
  }

  @Test func largeSpecsAreJudged() {
    // Every register at one place, every name near every other: the worst for each comparison.
    let registers = (0..<8_000).map { "  REGISTER_\($0): {offset: 0, fields: {A: 0, B: 0}}\n" }.joined()
    let steps = (0..<900).map { "    - REGISTER_X\($0) = value\($0)\n" }.joined()
    let text =
      "dddk: 1\ndriver: Big\nregister-width: 32\nregisters:\n\(registers)sequences:\n  start:\n\(steps)"
    #expect(codes(text).contains(.registersOverlap))
  }
}
