import Diagnostics
import Foundation
import Testing

/// Diagnostics as people, editors and programs see them.
@Suite struct RenderingTests {
  private func text(
    _ diagnostic: Diagnostic, of source: String,
    _ style: DiagnosticRenderer.Style = .init(quotesSource: true, usesColour: false)
  ) -> String {
    DiagnosticRenderer(source: SourceText(path: "a.yaml", bytes: Array(source.utf8)), style: style).text([
      diagnostic
    ])
  }

  private let diagnostic = Diagnostic(
    .fieldsOverlap, "field `B` overlaps `A`", at: SourcePlace(line: 2, column: 4, length: 3),
    notes: [.init("`A` is here", at: SourcePlace(line: 1, column: 1))], fix: "move it")

  @Test func anErrorSaysWhereWhatAndHow() {
    #expect(
      text(diagnostic, of: "A: 1\nB: 4:2\n") == """
        a.yaml:2:4: error: field `B` overlaps `A` [fields-overlap]
            2 | B: 4:2
              |    ^~~
        a.yaml:1:1: note: `A` is here
            1 | A: 1
              | ^
        fix: move it

        """)
  }

  @Test func editorsGetNeitherSourceNorColour() {
    #expect(
      text(diagnostic, of: "A: 1\nB: 4:2\n", .plain) == """
        a.yaml:2:4: error: field `B` overlaps `A` [fields-overlap]
        a.yaml:1:1: note: `A` is here
        fix: move it

        """)
  }

  @Test func aTerminalGetsColour() {
    let shown = text(diagnostic, of: "A: 1\nB: 4:2\n", .terminal)
    #expect(shown.contains("\u{1b}[1;31merror:\u{1b}[0m"))
    #expect(shown.contains("\u{1b}[1;32m^~~\u{1b}[0m"))
    #expect(shown.replacing(/\u{1b}\[[0-9;]*m/, with: "") == text(diagnostic, of: "A: 1\nB: 4:2\n"))
  }

  @Test func theCaretStandsUnderItsCharacter() {
    func caret(_ line: String, _ column: Int, length: Int = 1) -> [String] {
      let diagnostic = Diagnostic(.badNumber, "x", at: SourcePlace(line: 1, column: column, length: length))
      return text(diagnostic, of: line).split(separator: "\n").dropFirst().map { String($0.dropFirst(8)) }
    }
    #expect(caret("äöü: 5", 6) == ["äöü: 5", "     ^"])
    #expect(caret("a:\t5", 4) == ["a:\t5", "  \t^"])
    #expect(caret("abc", 4) == ["abc", "   ^"])
    #expect(caret("abc", 2, length: 99) == ["abc", " ^~"])
    #expect(caret("a\u{1b}[31mb", 7) == ["a\\u{1b}[31mb", "           ^"])
    // Far to the right of a long line, both stay together and the line is cut.
    let long = caret(String(repeating: "x", count: 500) + "Y" + String(repeating: "z", count: 500), 501)
    #expect(long[0].unicodeScalars.count < 130)
    #expect(
      long[0].firstIndex(of: "Y").map { long[0].distance(from: long[0].startIndex, to: $0) } == long[1].count
        - 1)
  }

  @Test func aFileCannotWriteToTheTerminal() {
    let hostile = "\u{1b}[2J\u{202e}\u{7}"
    let diagnostic = Diagnostic(
      .unknownKey, "no key \(hostile.quoted)", at: SourcePlace(line: 1, column: 1), fix: "not \(hostile)")
    let shown = text(diagnostic, of: "\(hostile): 1\n")
    #expect(!shown.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202e })
    #expect(shown.contains("no key `\\u{1b}[2J\\u{202e}\\u{7}`"))
  }

  @Test func placesThatAreNotInTheFileAreStillSaid() {
    let diagnostic = Diagnostic(.badNumber, "x", at: SourcePlace(line: 9, column: 3))
    #expect(text(diagnostic, of: "a\n") == "a.yaml:9:3: error: x [bad-number]\n")
  }

  @Test func programsGetJSON() throws {
    let hostile = Diagnostic(
      .unknownKey, severity: .warning, "\"\\\n\u{1}ü", at: SourcePlace(line: 3, column: 2, length: 4))
    let json = DiagnosticJSON.array([("a\"b.yaml", [diagnostic]), ("c.yaml", [hostile])])
    let read = try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
    #expect(read.count == 2)
    #expect(read[0]["path"] as? String == "a\"b.yaml")
    #expect(read[0]["line"] as? Int == 2)
    #expect(read[0]["column"] as? Int == 4)
    #expect(read[0]["length"] as? Int == 3)
    #expect(read[0]["severity"] as? String == "error")
    #expect(read[0]["code"] as? String == "fields-overlap")
    #expect(read[0]["message"] as? String == "field `B` overlaps `A`")
    #expect(read[0]["fix"] as? String == "move it")
    let notes = try #require(read[0]["notes"] as? [[String: Any]])
    #expect(
      notes.count == 1 && notes[0]["message"] as? String == "`A` is here" && notes[0]["line"] as? Int == 1)
    #expect(read[1]["message"] as? String == "\"\\\n\u{1}ü")
    #expect(read[1]["severity"] as? String == "warning")
    #expect(read[1]["fix"] is NSNull)
    #expect(DiagnosticJSON.array([]) == "[]")
  }
}
