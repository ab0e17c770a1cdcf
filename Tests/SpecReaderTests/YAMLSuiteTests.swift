import Diagnostics
import Foundation
import SpecReader
import Testing

/// The public YAML test suite, where it stands beside the project.
@Suite struct YAMLSuiteTests {
  /// One case of the suite.
  struct Case: Decodable, CustomTestStringConvertible {
    var id: String
    var name: String
    var yaml: String
    /// Whether readers must refuse it.
    var fail: Bool
    /// The events of a reader, one a line.
    var tree: String

    var testDescription: String { "\(id) \(name)" }
  }

  static let cases: [Case] = {
    guard let file = SpecFiles.corpus?.appending(path: "yaml/cases.jsonl"),
      let text = try? String(contentsOf: file, encoding: .utf8)
    else {
      print("the YAML suite is skipped: there is no folder of real inputs (DDDK_CORPUS)")
      return []
    }
    return text.split(separator: "\n").compactMap {
      try? JSONDecoder().decode(Case.self, from: Data($0.utf8))
    }
  }()

  @Test(.enabled(if: SpecFiles.corpus != nil)) func isThere() {
    #expect(Self.cases.count > 150)
    #expect(Self.cases.contains { $0.fail })
  }

  @Test(arguments: cases) func isReadOrRefused(_ suiteCase: Case) {
    let collector = DiagnosticCollector()
    let root = YAMLReader.read(Array(suiteCase.yaml.utf8), into: collector)
    if suiteCase.fail {
      #expect(collector.hasErrors, "\(suiteCase.yaml) must be refused")
    } else if collector.hasErrors {
      let said = collector.diagnostics.map {
        "\($0.place.line):\($0.place.column) \($0.code.rawValue): \($0.message)"
      }
      #expect(collector.diagnostics.contains { $0.code == .yamlFeature }, "\(said)\n\(suiteCase.yaml)")
    } else {
      #expect(root.map(events) == suiteCase.events)
    }
  }

  /// A node in the suite's words.
  private func events(_ node: YAMLNode) -> [String] {
    switch node.content {
    case .scalar(let scalar): ["=\(scalar.text)"]
    case .sequence(let items): ["["] + items.flatMap(events) + ["]"]
    case .mapping(let entries): ["{"] + entries.flatMap { ["=\($0.key.value)"] + events($0.value) } + ["}"]
    case .unreadable: ["?"]
    }
  }
}

extension YAMLSuiteTests.Case {
  /// The events that a tree without anchors and tags has.
  var events: [String] {
    tree.split(separator: "\n").compactMap { line in
      let line = line.drop { $0 == " " }
      if line.hasPrefix("+MAP") { return "{" }
      if line.hasPrefix("-MAP") { return "}" }
      if line.hasPrefix("+SEQ") { return "[" }
      if line.hasPrefix("-SEQ") { return "]" }
      guard line.hasPrefix("=VAL ") else { return nil }
      return "=" + unescaped(line.dropFirst(6))
    }
  }

  private func unescaped(_ text: Substring) -> String {
    var result = ""
    var isEscaped = false
    for character in text {
      if isEscaped {
        result.append(["n": "\n", "t": "\t", "b": "\u{8}", "r": "\r"][character] ?? character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return result
  }
}
