import ConsoleCore
import Testing

@Suite("The line editor shows what it holds")
struct LineEditorTests {
  /// Types keys, and gives back the lines that were entered and what the terminal shows.
  private func type(_ keys: String) -> (lines: [String], shown: String, column: Int) {
    var editor = LineEditor()
    let terminal = Terminal()
    var sink = TerminalSink(terminal: terminal)
    var lines: [String] = []
    for byte in keys.utf8 where editor.take(byte, show: &sink) == .line { lines.append(text(of: &editor)) }
    return (lines, terminal.shown, terminal.column)
  }

  private func text(of editor: inout LineEditor) -> String {
    editor.withLine { line in String(decoding: (0..<line.count).map { line[$0] }, as: UTF8.self) }
  }

  @Test(arguments: [
    ("help\r", ["help"]), ("help\n", ["help"]), ("help\r\n", ["help"]), ("a\r\r\nb\n\n", ["a", "", "b", ""]),
    ("hel\u{7f}\u{8}lp\r", ["hlp"]), ("\u{7f}\u{7f}x\r", ["x"]),
    ("one two  \u{17}three\r", ["one three"]), ("one\u{15}two\r", ["two"]),
    ("elp\u{1}h\r", ["help"]), ("hel\u{1b}[H\u{1b}[C\u{1b}[C\u{1b}[3~\u{1b}[Fp\r", ["hep"]),
    ("abc\u{1b}[D\u{1b}[D\u{b}x\r", ["ax"]), ("abc\u{1}\u{4}\r", ["bc"]),
    ("abc\u{1b}[1~x\u{1b}[4~y\r", ["xabcy"]), ("a\u{1b}OHb\u{1b}OFc\r", ["bac"]),
    ("first\rsecond\r\u{1b}[A\u{1b}[A\r", ["first", "second", "first"]),
    ("first\rsecond\r\u{10}\u{10}\u{e}!\r", ["first", "second", "second!"]),
    ("a\ra\r\u{1b}[A\u{1b}[A\r", ["a", "a", "a"]),
    ("gone\u{3}kept\r", ["kept"]), ("tab\tbell\u{7}\r", ["tabbell"]),
    ("grün\u{7f}\u{7f}\u{7f}\r", ["g"]), ("ä\u{1b}[Db\r", ["bä"]), ("a€b😀\u{7f}c\r", ["a€bc"]),
  ])
  func keysMakeLines(_ keys: String, _ lines: [String]) {
    #expect(type(keys).lines == lines)
  }

  @Test func aLineThatIsFullRingsTheBell() {
    let result = type(String(repeating: "x", count: 300) + "\r")
    #expect(result.lines == [String(repeating: "x", count: LineEditor.capacity)])
  }

  @Test func eventsSayWhatHappened() {
    var editor = LineEditor()
    var sink = TerminalSink(terminal: Terminal())
    #expect(editor.take(0x61, show: &sink) == .editing)
    #expect(editor.take(0x0c, show: &sink) == .redraw)
    #expect(editor.take(0x03, show: &sink) == .interrupt)
    #expect(editor.count == 0)
    #expect(editor.take(0x0d, show: &sink) == .line)
  }

  @Test func aLineIsShownAgainWithItsCursor() {
    var editor = LineEditor()
    var sink = TerminalSink(terminal: Terminal())
    for byte in "hello\u{1b}[D\u{1b}[D".utf8 { _ = editor.take(byte, show: &sink) }
    let fresh = Terminal()
    var freshSink = TerminalSink(terminal: fresh)
    editor.show(on: &freshSink)
    #expect(fresh.shown == "hello")
    #expect(fresh.column == 3)
  }

  /// Random keys: the terminal shows the line, and the cursor stands where the next byte goes.
  @Test(arguments: 1...200)
  func theTerminalAgreesWithTheLine(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var editor = LineEditor()
    let terminal = Terminal()
    var sink = TerminalSink(terminal: terminal)
    let keys: [String] = [
      "a", "b", " ", "z", "ö", "\u{7f}", "\u{15}", "\u{17}", "\u{1}", "\u{5}", "\u{b}", "\u{4}", "\u{3}",
      "\r",
      "\u{1b}[A", "\u{1b}[B", "\u{1b}[C", "\u{1b}[D", "\u{1b}[H", "\u{1b}[F", "\u{1b}[3~", "\u{1b}[1;5C",
    ]
    for step in 0..<1_000 {
      let key = random.below(3) == 0 ? keys[random.below(keys.count)] : keys[random.below(6)]
      var ended = false
      for byte in key.utf8 { ended = editor.take(byte, show: &sink) == .line || ended }
      if ended { continue }
      var line = text(of: &editor)
      while line.last == " " { line.removeLast() }
      #expect(terminal.shown == line, "seed \(seed), step \(step)")
      let cursor = editor.cursor
      let before = editor.withLine { line in
        String(decoding: (0..<cursor).map { line[$0] }, as: UTF8.self)
      }
      #expect(terminal.column == before.count, "seed \(seed), step \(step)")
      if terminal.shown != line { return }
    }
  }

  /// Bytes of all kinds, as a line with noise delivers them: the editor stays within its line.
  @Test(arguments: 1...50)
  func noiseDoesNoHarm(_ seed: Int) {
    struct Nowhere: ByteSink { func write(_ byte: UInt8) {} }
    var random = SeededGenerator(seed: UInt64(seed) &* 104_729)
    var editor = LineEditor()
    var sink = Nowhere()
    for _ in 0..<5_000 {
      _ = editor.take(UInt8(truncatingIfNeeded: random.next()), show: &sink)
      #expect(editor.count <= LineEditor.capacity && editor.cursor <= editor.count, "seed \(seed)")
    }
  }
}
