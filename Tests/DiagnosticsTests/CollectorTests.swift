import Diagnostics
import Testing

/// All of a file's mistakes, in source order, and no more than a person can read.
@Suite struct CollectorTests {
  private func diagnostic(_ line: Int, _ message: String = "x", severity: Diagnostic.Severity = .error)
    -> Diagnostic
  {
    Diagnostic(.badNumber, severity: severity, message, at: SourcePlace(line: line, column: 1))
  }

  @Test func theyComeInSourceOrder() {
    let collector = DiagnosticCollector()
    for line in [3, 1, 2] { collector.add(diagnostic(line)) }
    collector.add(diagnostic(2, "a"))
    collector.add(diagnostic(2))
    #expect(collector.diagnostics.map(\.place.line) == [1, 2, 2, 3])
    #expect(collector.diagnostics.map(\.message) == ["x", "x", "a", "x"])
  }

  @Test func warningsDoNotRefuse() {
    let collector = DiagnosticCollector()
    for line in 1...1_000 { collector.add(diagnostic(line, severity: .warning)) }
    #expect(!collector.hasErrors)
    #expect(collector.diagnostics.count == DiagnosticCollector.maximumCount)
    #expect(collector.omittedCount == 1_000 - DiagnosticCollector.maximumCount)
    // An error that is not kept still refuses the file.
    collector.add(diagnostic(1_001))
    #expect(collector.hasErrors)
    #expect(collector.diagnostics.count == DiagnosticCollector.maximumCount)
  }

  @Test func codesAreWordsAndDiffer() {
    let codes = DiagnosticCode.allCases.map(\.rawValue)
    #expect(Set(codes).count == codes.count)
    for code in codes { #expect(code.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil, "\(code)") }
  }
}
