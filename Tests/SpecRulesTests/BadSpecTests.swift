import Diagnostics
import Foundation
import Testing

/// Each bad spec gives exactly what stands beside it.
///
/// `RECORD=1` writes that, and the example of the code's page, anew; the tests that it changes something for still fail.
@Suite struct BadSpecTests {
  @Test(arguments: BadSpec.all) func saysExactlyWhatIsExpected(_ spec: BadSpec) throws {
    let said = spec.said()
    try expect(said, in: BadSpec.folder.appending(path: "\(spec.code.rawValue).txt"))
    #expect(said.contains("[\(spec.code.rawValue)]"), "the bad spec does not show its code")
  }

  @Test(arguments: BadSpec.all) func isExplainedWithItsExample(_ spec: BadSpec) throws {
    let page = BadSpec.pages.appending(path: "\(spec.code.rawValue).md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let parts = text.components(separatedBy: "```")
    try #require(parts.count == 3, "a page has one example, in a fence")
    try expect(parts[0] + "```text\n" + spec.said() + "```" + parts[2], in: page)
    #expect(text.hasPrefix("# \(spec.code.rawValue)\n\n"))
    #expect(text.contains("\n## How to mend it\n\n"))
  }

  @Test func everyCodeHasItsBadSpecAndNoOther() throws {
    let wanted = Set(DiagnosticCode.allCases.filter { $0.area == .yaml || $0.area == .driver })
    #expect(Set(BadSpec.all.map(\.code)) == wanted)
    let known = Set(wanted.map(\.rawValue))
    for file in try FileManager.default.contentsOfDirectory(atPath: BadSpec.folder.path) {
      let name = String(file.prefix { $0 != "." })
      #expect(known.contains(name), "\(file) belongs to no code")
      #expect(file.hasSuffix(".driver.yaml") || file.hasSuffix(".txt"))
    }
  }

  @Test func everyCodeHasItsPageAndNoOther() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: BadSpec.pages.path).sorted()
    #expect(files == (DiagnosticCode.allCases.map { "\($0.rawValue).md" } + ["README.md"]).sorted())
    let index = try String(contentsOf: BadSpec.pages.appending(path: "README.md"), encoding: .utf8)
    for code in DiagnosticCode.allCases {
      let page = try String(contentsOf: BadSpec.pages.appending(path: "\(code.rawValue).md"), encoding: .utf8)
      let title = page.components(separatedBy: "\n").dropFirst(2).first ?? ""
      #expect(index.contains("| [`\(code.rawValue)`](\(code.rawValue).md) | \(title) |"))
    }
  }

  private func expect(_ actual: String, in file: URL) throws {
    let expected = try? String(contentsOf: file, encoding: .utf8)
    if actual != expected, BadSpec.isRecording {
      try actual.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(actual == expected, "\(file.lastPathComponent) differs; RECORD=1 writes it")
  }
}
