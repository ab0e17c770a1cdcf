import Diagnostics
import Foundation
import Testing

/// The documents tell of what there is.
@Suite struct DocumentationTests {
  @Test func everyDiagnosticHasAPage() {
    for code in DiagnosticCode.allCases {
      let page = SourceTree.text("docs/diagnostics/\(code.rawValue).md")
      let isThere = page?.hasPrefix("# \(code.rawValue)\n") == true
      #expect(
        isThere,
        """
        the diagnostic \(code.rawValue) has no page
        fix: write docs/diagnostics/\(code.rawValue).md with the heading `# \(code.rawValue)`: what is wrong, and what to do
        """)
    }
  }

  @Test func everyPageHasADiagnostic() {
    for file in SourceTree.files(in: ["docs/diagnostics"], endings: [".md"]) where file.name != "README.md" {
      let code = String(file.name.dropLast(3))
      #expect(
        DiagnosticCode(rawValue: code) != nil,
        "\(file.path) explains a diagnostic that there is not\nfix: delete it, or correct its name")
    }
  }

  @Test func theMapNamesEveryModule() {
    let map = SourceTree.text("docs/architecture.md") ?? ""
    // What a person drives stands in the text; drivers and test components are rows of their own kind.
    for module in ModuleTable.rows.keys.sorted() where !Self.unnamed.contains(module) {
      let isNamed = map.contains("`\(module)`")
      #expect(
        isNamed,
        "docs/architecture.md does not name \(module)\nfix: say in a line what it is and what it may import")
    }
  }

  /// Modules that the map speaks of by their folder or kind.
  static let unnamed: Set<String> = [
    "Kernel", "kernel", "loader", "confinement", "GenerateDrivers",
    // The drivers of docs/devices.md.
    "pl011", "ns16550a", "pl031", "goldfish-rtc", "pl061", "cmsdk-timer", "i6300esb", "virtio-mmio", "edu",
  ]

  @Test func everyLinkLeadsSomewhere() {
    var files = SourceTree.files(in: ["docs"], endings: [".md"])
    for name in ["README.md", "CHANGELOG.md"] {
      if let text = SourceTree.text(name) { files.append(.init(path: name, text: text)) }
    }
    #expect(files.count > 5, "the test found \(files.count) documents")
    for file in files {
      for match in file.text.matches(of: /\]\(([^)#\s]+)(#[^)]*)?\)/) {
        let target = String(match.1)
        guard !target.contains("://"), !target.hasPrefix("mailto:") else { continue }
        let place = SourceTree.root.appending(path: file.path).deletingLastPathComponent().appending(
          path: target)
        #expect(
          FileManager.default.fileExists(atPath: place.standardized.path),
          "\(file.path): the link to \(target) leads nowhere\nfix: correct the path, relative to the document"
        )
      }
    }
  }
}
