import Diagnostics
import Testing

@testable import dddk

struct ExplainTests {
  @Test(arguments: DiagnosticCode.allCases) func everyCodeHasAPageWithATitle(_ code: DiagnosticCode) throws {
    let pages = DiagnosticPages(of: try Kit.locate())
    #expect(try pages.text(of: code).hasPrefix("# \(code.rawValue)\n"))
    #expect(try #require(pages.title(of: code)).hasSuffix("."))
  }

  @Test func aCodeIsTakenWithItsBrackets() throws {
    #expect(try Explain.diagnosticCode("[fields-overlap]") == .fieldsOverlap)
    #expect(try Explain.diagnosticCode("fields-overlap") == .fieldsOverlap)
  }

  @Test(arguments: [
    ("field-overlap", "did you mean `fields-overlap`?"),
    ("Fields_Overlap", "did you mean `fields-overlap`?"),
    ("", "`dddk explain` lists every code"), ("qqqqqqqqqqqqqqqqqqqq", "`dddk explain` lists every code"),
  ]) func anUnknownCodeIsRefused(_ written: String, _ fix: String) {
    let failure = #expect(throws: CommandFailure.self) { try Explain.diagnosticCode(written) }
    #expect(failure?.fix == fix)
  }
}
