import Diagnostics
import Foundation
import SpecImport
import Testing

/// Each SVD file of `BadFiles` and exactly what is said about it.
///
/// `RECORD=1 swift test --filter BadFileTests` writes what is said now, and still fails.
@Suite struct BadFileTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "BadFiles")

  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".svd") }.map { String($0.dropLast(4)) }.sorted()

  @Test(arguments: names)
  func isTold(name: String) throws {
    let bytes = Array(try Data(contentsOf: Self.folder.appending(path: name + ".svd")))
    let collector = DiagnosticCollector()
    _ = SVDFile.read(bytes, into: collector)?.listing(into: collector)
    let renderer = DiagnosticRenderer(source: SourceText(path: "\(name).svd", bytes: bytes), style: .plain)
    let said = renderer.text(collector.diagnostics, omittedCount: collector.omittedCount)
    let file = Self.folder.appending(path: name + ".expected")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(said.utf8).write(to: file)
      Issue.record("recorded \(file.lastPathComponent)")
    }
    let expected = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    #expect(!said.isEmpty)
    #expect(said == expected, "RECORD=1 swift test --filter BadFileTests records what is said now")
    if let code = DiagnosticCode(rawValue: name) {
      #expect(collector.diagnostics.contains { $0.code == code })
    }
  }

  @Test func everyCodeOfImportedFilesHasABadOne() {
    // Broken device trees are no text: TreeFaultTests has them.
    for code in DiagnosticCode.allCases where code.area == .imported && code != .badDeviceTree {
      #expect(Self.names.contains(code.rawValue), "BadFiles has no \(code.rawValue).svd")
    }
  }

  @Test func everyCutOfAFileIsTold() throws {
    let bytes = Array(try Data(contentsOf: Self.folder.appending(path: "svd-bad-value.svd")))
    for count in 0..<bytes.count - 1 {
      let collector = DiagnosticCollector()
      let file = SVDFile.read(Array(bytes.prefix(count)), into: collector)
      #expect(file == nil && collector.hasErrors, "\(count) bytes of it pass")
    }
  }

  @Test(.timeLimit(.minutes(10))) func deepAndLongFilesEnd() {
    let chain = (0..<20_000).map {
      "<register derivedFrom=\"R\($0 + 1)\"><name>R\($0)</name><addressOffset>0</addressOffset></register>"
    }
    let text =
      "<device><name>D</name><peripherals><peripheral><name>P</name><baseAddress>0</baseAddress><registers>"
      + chain.joined() + "</registers></peripheral></peripherals></device>"
    let collector = DiagnosticCollector()
    _ = SVDFile.read(Array(text.utf8), into: collector)
    #expect(collector.hasErrors)
  }
}
