import Diagnostics
import DriverSpec
import Testing

@testable import SpecReader

/// The reference shows the language as it is.
@Suite struct SpecReferenceTests {
  /// The YAML examples of the reference, in order.
  static let examples: [String] = {
    guard let bytes = try? SpecFiles.bytes("docs/spec-reference.md") else { return [] }
    let parts = String(decoding: bytes, as: UTF8.self).components(between: "```yaml\n", and: "```")
    return parts
  }()

  /// An example as a file of its own.
  static func spec(of example: String) -> String {
    let head = example.hasPrefix("dddk:") ? "" : "dddk: 1\ndriver: Example\n"
    let width = example.contains("register-width") ? "" : "register-width: 32\n"
    return head + width + example
  }

  @Test func itHasExamples() { #expect(Self.examples.count >= 20) }

  @Test(arguments: examples) func examplesCanBeRead(_ example: String) {
    let collector = DiagnosticCollector()
    _ = SpecReader.read(Array(Self.spec(of: example).utf8), into: collector)
    #expect(collector.diagnostics == [], "\(example)")
  }

  @Test func everyKeyAndWordIsShown() throws {
    let text = String(decoding: try SpecFiles.bytes("docs/spec-reference.md"), as: UTF8.self)
    var words = [
      "let", "require", "await", "within", "polls", "read", "hook", "with", "do", "if", "else", "repeat",
      "while",
      "at most", "delay", "barrier", "zero", "reset", "as",
    ]
    words += SpecShapes.all.flatMap(\.keyNames) + Access.words.map(\.word) + SpecShapes.writeEffects
    words += SpecShapes.reservedWords
    for word in words {
      #expect(text.contains("`\(word)") || text.contains("\(word):") || text.contains(" \(word) "), "\(word)")
    }
  }
}

extension String {
  /// What stands between each pair of marks.
  fileprivate func components(between start: String, and end: String) -> [String] {
    split(separator: start).dropFirst().compactMap { $0.split(separator: end).first.map(String.init) }
  }
}
