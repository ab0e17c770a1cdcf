import Diagnostics
import Testing

/// What was probably meant.
@Suite struct SuggestionTests {
  private static let keys = [
    "summary", "section", "region", "offset", "width", "access", "reset", "on-read", "fields",
  ]

  @Test(arguments: [
    ("ofset", "offset"), ("offest", "offset"), ("OFFSET", "offset"), ("on_read", "on-read"),
    ("onread", "on-read"),
    ("field", "fields"), ("acces", "access"), ("reste", "reset"), ("widht", "width"), ("Section", "section"),
  ]) func theNearestIsMeant(_ example: (written: String, meant: String)) {
    #expect(Suggestion.nearest(to: example.written, among: Self.keys) == example.meant)
    #expect(Suggestion.fix(for: example.written, among: Self.keys) == "did you mean `\(example.meant)`?")
  }

  @Test(arguments: ["colour", "x", "", "banana", "summarysummary", String(repeating: "offset", count: 20)])
  func nothingNearIsNotGuessed(_ written: String) {
    #expect(Suggestion.nearest(to: written, among: Self.keys) == nil)
  }

  @Test func theFirstOfEquallyNearOnesWins() {
    #expect(Suggestion.nearest(to: "RXIX", among: ["RXIM", "RXIC"]) == "RXIM")
    #expect(Suggestion.nearest(to: "FR", among: ["DR", "CR"]) == "DR")
  }

  @Test func fewCandidatesAreListed() {
    #expect(Suggestion.fix(for: "banana", among: ["level", "edge"]) == "use one of `level`, `edge`")
    #expect(Suggestion.fix(for: "banana", among: ["level"]) == "use `level`")
    #expect(Suggestion.fix(for: "banana", among: []) == nil)
    #expect(Suggestion.fix(for: "banana", among: (0..<13).map { "k\($0)" }) == nil)
  }
}
