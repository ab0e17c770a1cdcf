import Diagnostics
import Foundation
import SystemSpec
import Testing

/// Each file of `BadSystems` and exactly what is said about it.
///
/// `RECORD=1 swift test --filter BadSystemTests` writes what is said now, and still fails.
@Suite(.enabled(if: TestBoard.compiler != nil, Comment(rawValue: TestBoard.absence)))
struct BadSystemTests {
  static let folder = TestBoard.folder.appending(path: "BadSystems")

  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()

  @Test(arguments: names)
  func isTold(name: String) throws {
    let bytes = Array(try Data(contentsOf: Self.folder.appending(path: name + ".yaml")))
    let collector = DiagnosticCollector()
    let system = SystemCheck.check(
      bytes, try TestBoard.catalogue(), devices: BoardDevices(try TestBoard.tree()), into: collector)
    #expect((system == nil) == collector.hasErrors)
    let renderer = DiagnosticRenderer(source: SourceText(path: "system.yaml", bytes: bytes), style: .plain)
    let said = renderer.text(collector.diagnostics, omittedCount: collector.omittedCount)
    let file = Self.folder.appending(path: name + ".expected")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(said.utf8).write(to: file)
      Issue.record("recorded \(file.lastPathComponent)")
    }
    let expected = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    #expect(said == expected, "RECORD=1 swift test --filter BadSystemTests records what is said now")
    if let code = DiagnosticCode(rawValue: name) {
      #expect(collector.diagnostics.contains { $0.code == code })
    }
  }

  @Test func everyCodeOfSystemFilesHasABadOne() {
    for code in DiagnosticCode.allCases where code.area == .system {
      #expect(Self.names.contains(code.rawValue), "BadSystems has no \(code.rawValue).yaml")
    }
  }
}
