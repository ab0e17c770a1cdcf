import Diagnostics
import DriverSpec
import SpecImport
import Testing

/// Texts stand in quotes only where YAML would read something else.
@Suite struct QuotingTests {
  @Test(arguments: [
    ("plain text", "plain text"), ("a: b", "\"a: b\""), ("a #b", "\"a #b\""), ("#1", "\"#1\""),
    ("- x", "\"- x\""), ("a,b", "a,b"), ("[x]", "\"[x]\""), ("ends:", "\"ends:\""), ("", "\"\""),
    (" x", "\" x\""), ("1:0", "1:0"), ("say \"so\"", "say \"so\""), ("\"so\"", "\"\\\"so\\\"\""),
    ("a\u{1}b", "\"a\\u0001b\""), ("m°C", "m°C"), ("°C", "\"°C\""), ("don't", "don't"), ("&x", "\"&x\""),
    ("a\u{200b}b", "\"a\\u200bb\""), ("null", "\"null\""),
  ])
  func textsAreQuotedWhereTheyMustBe(text: String, wanted: String) {
    let place = SourcePlace(line: 1, column: 1)
    let spec = DriverSpec(
      version: Located(1, at: place), name: Located("X", at: place), summary: Located(text, at: place),
      identity: Identity())
    #expect(SpecText(spec).yaml() == "dddk: 1\ndriver: X\nsummary: \(wanted)\n")
  }
}
