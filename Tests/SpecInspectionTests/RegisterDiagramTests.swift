import SpecInspection
import Testing

/// Registers drawn as manuals draw them.
@Suite struct RegisterDiagramTests {
  private func drawn(
    _ width: Int, _ cells: [(String, Int, Int)], value: UInt64? = nil,
    _ strokes: RegisterDiagram.Strokes = .ascii
  ) -> String {
    RegisterDiagram(
      width: width, cells: cells.map { .init(name: $0.0, high: $0.1, low: $0.2) }, value: value
    ).lines(strokes).joined(separator: "\n")
  }

  @Test func boxesHaveNumbersAboveAndNamesInside() {
    #expect(
      drawn(8, [("SPS", 7, 7), ("WLEN", 6, 5), ("FEN", 4, 4), ("BRK", 0, 0)]) == """
            7     6               5    4     3                        1    0
        +--------+-----------------+--------+--------------------------+--------+
        |  SPS   |      WLEN       |  FEN   |                          |  BRK   |
        +--------+-----------------+--------+--------------------------+--------+
        """)
  }

  @Test func aValueStandsInTheBoxes() {
    #expect(
      drawn(16, [("HI", 15, 8), ("B", 7, 6), ("LO", 5, 0)], value: 0xa5_c3, .lines) == """
         15                            8 7     6 5                     0
        ┌───────────────────────────────┬───────┬───────────────────────┐
        │              HI               │   B   │          LO           │
        │           10100101            │  11   │        000011         │
        └───────────────────────────────┴───────┴───────────────────────┘
        """)
  }

  @Test func wideFieldsStandInOneRow() {
    let text = drawn(32, [("BAUD_DIVINT", 15, 0)], value: 0xdead_beef)
    #expect(text.split(separator: "\n").count == 5)
    #expect(text.contains("0xbeef"))
    #expect(text.contains("0xdead"))
  }

  @Test func namesThatDoNotFitAreCut() {
    #expect(drawn(8, [("VERYLONGNAME", 0, 0)]).contains("|VERYLON~|"))
    #expect(drawn(8, [("VERYLONGNAME", 0, 0)], .lines).contains("│VERYLON…│"))
  }

  @Test(arguments: [8, 16, 32, 64]) func noLineIsWiderThanATerminal(_ width: Int) {
    for count in 1...width {
      let cells = (0..<count).map { ("FIELD\($0)", $0, $0) }
      for line in drawn(width, cells, value: .max).split(separator: "\n") { #expect(line.count <= 80) }
    }
  }

  @Test func whatIsWrongIsStillDrawn() {
    // A checked spec has none of this; a picture never traps.
    #expect(drawn(0, [("A", 70, -3)]).contains("A"))
    #expect(drawn(99, [("A", 3, 9), ("B", 3, 0), ("C", 2, 1)]).contains("B"))
  }
}
