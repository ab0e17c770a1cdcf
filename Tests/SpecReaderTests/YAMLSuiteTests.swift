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
    /// What it means, in JSON, where JSON can say it.
    var json: String?

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

  @Test(arguments: cases) func isReadOrRefused(_ suiteCase: Case) throws {
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
      if let json = suiteCase.json, !json.isEmpty, let root {
        let value = try JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed)
        #expect(means(root, value), "\(json)")
      }
    }
  }

  /// Enough cases are read to say something, and enough are compared with their JSON.
  @Test(.enabled(if: SpecFiles.corpus != nil)) func manyAreReadAndCompared() {
    let read = Self.cases.filter { suiteCase in
      let collector = DiagnosticCollector()
      _ = YAMLReader.read(Array(suiteCase.yaml.utf8), into: collector)
      return !collector.hasErrors
    }
    #expect(read.count > 60)
    #expect(read.filter { $0.json?.isEmpty == false }.count > 50)
  }

  /// Whether a node is what a JSON value says; numbers and words are text to the reader, and compared as what they say.
  private func means(_ node: YAMLNode, _ value: Any) -> Bool {
    switch (node.content, value) {
    case (.scalar(let scalar), let text as String): return scalar.text == text
    case (.scalar(let scalar), is NSNull): return scalar.isEmpty
    case (.scalar(let scalar), let number as NSNumber):
      guard scalar.style == .plain else { return false }
      let words = ["true": 1.0, "false": 0.0]
      let digits =
        scalar.text.hasPrefix("0x") ? UInt64(scalar.text.dropFirst(2), radix: 16).map(Double.init) : nil
      return (words[scalar.text.lowercased()] ?? digits ?? Double(scalar.text)) == number.doubleValue
    case (.sequence(let items), let values as [Any]):
      return items.count == values.count && zip(items, values).allSatisfy { means($0, $1) }
    case (.mapping(let entries), let values as [String: Any]):
      return entries.count == values.count
        && entries.allSatisfy { entry in values[entry.key.value].map { means(entry.value, $0) } == true }
    default: return false
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
