import MutationAnalysis
import Testing

/// Which mutants a text has.
@Suite struct MutationTests {
  private let names = SpecMutations.Names([["CR", "FR"], ["BUSY", "EN"], ["baud-rate", "clk"]])

  private func mutants(_ text: String) -> [String] {
    SpecMutations.all(of: Array(text.utf8), names: names).map { "\($0.original) -> \($0.replacement)" }
  }

  @Test func everyDigitIsChangedLeftOutAndDoubled() {
    #expect(
      mutants("offset: 0x1f") == [
        "0x1f -> 0x2f", "0x1f -> 0xf", "0x1f -> 0x11f", "0x1f -> 0x10", "0x1f -> 0x1", "0x1f -> 0x1ff",
      ])
    #expect(mutants("count: 9") == ["9 -> 0", "9 -> 99"])
    #expect(mutants("bits: 0b1") == ["0b1 -> 0b0", "0b1 -> 0b11"])
  }

  @Test func namesBecomeTheNextOfTheirKind() {
    #expect(mutants("- CR.EN = baud-rate") == ["CR -> FR", "EN -> BUSY", "baud-rate -> clk"])
    #expect(mutants("- FR") == ["FR -> CR"])
    // A key that is declared is a name as well.
    #expect(mutants("CR: {EN: }") == ["CR -> FR", "EN -> BUSY"])
  }

  @Test func wordsAndOperatorsBecomeTheirOthers() {
    #expect(mutants("trigger: level") == ["level -> edge"])
    #expect(mutants("access: read-only").count == 10)
    #expect(mutants("a == b") == ["== -> !=", "== -> <", "== -> >", "== -> <=", "== -> >="])
    #expect(mutants("- let a = b - c") == ["- -> +"])
    #expect(mutants("a * b") == ["* -> /", "* -> %"])
  }

  @Test func whatPeopleReadIsLeftAlone() {
    #expect(mutants("# offset 0x10, CR") == [])
    #expect(mutants("summary: CR has 2 bits") == [])
    #expect(mutants("{summary: \"CR, 2\", bits: 1}") == ["1 -> 2", "1 -> 11"])
    #expect(mutants("A: {on-read: takes 1 of {CR, 2}, bits: 3}") == ["3 -> 4", "3 -> 33"])
    #expect(mutants("compatible: [\"arm,pl011\", 'x2']") == [])
    #expect(mutants("- waive:\n    rule: CR has 2\n\n    other: 3\n  bits: 1") == ["1 -> 2", "1 -> 11"])
    #expect(mutants("summary: CR\noffset: 9") == ["9 -> 0", "9 -> 99"])
  }

  @Test func aMutantIsTheTextWithOneTokenChanged() {
    let text = "a: 1\nb:  0x20\n"
    for mutant in SpecMutations.all(of: Array(text.utf8), names: names) {
      let changed = String(decoding: mutant.text(of: Array(text.utf8)), as: UTF8.self)
      #expect(changed != text)
      let line = text.split(separator: "\n", omittingEmptySubsequences: false)[mutant.line - 1]
      #expect(line.dropFirst(mutant.column - 1).hasPrefix(mutant.original))
      let other = changed.split(separator: "\n", omittingEmptySubsequences: false)[mutant.line - 1]
      #expect(
        other == line.prefix(mutant.column - 1) + mutant.replacement
          + line.dropFirst(mutant.column - 1 + mutant.original.count))
    }
  }

  @Test func aCFileIsMutatedByTheSameRules() {
    let text = """
      #include <stdint.h>
      #define A 0x10 /* 12 */
      #define B 2
      static uint32_t get(void) { return A | B; } // A
      """
    let found = CMutations.all(of: Array(text.utf8)).map { "\($0.original) -> \($0.replacement)" }
    #expect(
      found == [
        "0x10 -> 0x20", "0x10 -> 0x0", "0x10 -> 0x110", "0x10 -> 0x11", "0x10 -> 0x1", "0x10 -> 0x100",
        "2 -> 3",
        "2 -> 22", "A -> B", "| -> &", "| -> ^", "| -> &&", "| -> ||", "B -> A",
      ])
  }
}
