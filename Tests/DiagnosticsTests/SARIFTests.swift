import Foundation
import Testing

@testable import Diagnostics

/// The log has what SARIF 2.1.0 requires, and says the same as text and JSON do.
@Suite struct SARIFTests {
  private let overlap = Diagnostic(
    .fieldsOverlap, "field `B` overlaps `A` and `C`", at: SourcePlace(line: 2, column: 4, length: 3),
    notes: [
      .init("`A` is here", at: SourcePlace(line: 1, column: 1)),
      .init("`C` is here", at: SourcePlace(line: 9, column: 5, length: 2)),
    ], fix: "write `CR = {A = 1}`")
  private let warning = Diagnostic(
    .hookUnused, severity: .warning, "\"ü\"\n\u{1}", at: SourcePlace(line: 3, column: 2))

  private func log(_ files: [DiagnosticSARIF.File]) throws -> [String: Any] {
    let text = DiagnosticSARIF.log(files, version: "1.2.3") { "what \($0.rawValue) means" }
    return try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func run(_ files: [DiagnosticSARIF.File]) throws -> [String: Any] {
    let runs = try #require(try log(files)["runs"] as? [[String: Any]])
    #expect(runs.count == 1)
    return runs[0]
  }

  @Test func theLogHasWhatTheStandardRequires() throws {
    let log = try log([.init(path: "a b.yaml", diagnostics: [overlap, warning], omittedCount: 7)])
    SARIFStructure.check(log)
    SARIFStructure.check(try self.log([]))
    SARIFStructure.check(try self.log([.init(path: "/x/ä.yaml", diagnostics: [])]))
  }

  @Test func aDiagnosticIsAResultWithItsPlaces() throws {
    let run = try run([
      .init(path: "a b.yaml", diagnostics: [overlap]), .init(path: "/x.yaml", diagnostics: [warning]),
    ])
    let results = try #require(run["results"] as? [[String: Any]])
    try #require(results.count == 2)
    #expect(results[0]["ruleId"] as? String == "fields-overlap")
    #expect(results[0]["level"] as? String == "error")
    #expect(results[1]["level"] as? String == "warning")
    // Braces are doubled, since single ones are placeholders.
    #expect(
      (results[0]["message"] as? [String: Any])?["text"] as? String
        == "field `B` overlaps `A` and `C`\nfix: write `CR = {{A = 1}}`")
    #expect((results[1]["message"] as? [String: Any])?["text"] as? String == "\"ü\"\n\u{1}")
    func place(_ location: [String: Any]?) -> String {
      let physical = location?["physicalLocation"] as? [String: Any]
      let region = physical?["region"] as? [String: Int] ?? [:]
      let uri = (physical?["artifactLocation"] as? [String: Any])?["uri"] as? String ?? "?"
      return
        "\(uri):\(region["startLine"] ?? 0):\(region["startColumn"] ?? 0)-\(region["endColumn"] ?? 0)"
    }
    #expect((results[0]["locations"] as? [[String: Any]])?.map(place) == ["a%20b.yaml:2:4-7"])
    #expect((results[1]["locations"] as? [[String: Any]])?.map(place) == ["file:///x.yaml:3:2-3"])
    let related = try #require(results[0]["relatedLocations"] as? [[String: Any]])
    #expect(related.map(place) == ["a%20b.yaml:1:1-2", "a%20b.yaml:9:5-7"])
    #expect(related.map { $0["id"] as? Int } == [1, 2])
    #expect(
      related.map { ($0["message"] as? [String: Any])?["text"] as? String } == ["`A` is here", "`C` is here"])
    #expect(results[1]["relatedLocations"] == nil)
  }

  @Test func whatIsNotShownIsSaid() throws {
    let run = try run([.init(path: "a.yaml", diagnostics: [overlap], omittedCount: 12)])
    let invocations = try #require(run["invocations"] as? [[String: Any]])
    let said = try #require(invocations[0]["toolExecutionNotifications"] as? [[String: Any]])
    #expect(said.count == 1)
    #expect(
      (said[0]["message"] as? [String: Any])?["text"] as? String
        == "12 more diagnostics of a.yaml are not shown"
    )
  }

  @Test func everyCodeCanBeAResult() throws {
    let all = DiagnosticCode.allCases.map { Diagnostic($0, "x", at: SourcePlace(line: 1, column: 1)) }
    let log = try log([.init(path: "a.yaml", diagnostics: all)])
    SARIFStructure.check(log)
    let driver =
      ((log["runs"] as? [[String: Any]])?[0]["tool"] as? [String: Any])?["driver"] as? [String: Any]
    #expect((driver?["rules"] as? [[String: Any]])?.count == DiagnosticCode.allCases.count)
  }
}
