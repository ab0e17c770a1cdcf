import Diagnostics
import SpecReader
import Testing

/// The reference shows the language as it is.
@Suite struct SpecReferenceTests {
  /// The YAML examples of the reference, in order.
  private static let examples: [String] = {
    guard let bytes = try? SpecFiles.bytes("docs/spec-reference.md") else { return [] }
    let parts = String(decoding: bytes, as: UTF8.self).components(between: "```yaml\n", and: "```")
    return parts
  }()

  @Test func itHasExamples() { #expect(Self.examples.count >= 9) }

  @Test(arguments: examples) func examplesCanBeRead(_ example: String) {
    let head = example.hasPrefix("dddk:") ? "" : "dddk: 1\ndriver: Example\n"
    let width = example.contains("register-width") ? "" : "register-width: 32\n"
    let collector = DiagnosticCollector()
    _ = SpecReader.read(Array((head + width + example).utf8), into: collector)
    #expect(collector.diagnostics == [], "\(example)")
  }

  @Test func everyKeyAndWordIsShown() throws {
    let text = String(decoding: try SpecFiles.bytes("docs/spec-reference.md"), as: UTF8.self)
    let words = [
      "dddk", "driver", "summary", "manual", "class", "device", "compatible", "resources", "mmio", "size",
      "irq",
      "trigger", "clock", "parameters", "default", "unit", "range", "register-width", "registers", "section",
      "region", "offset", "width", "access", "reset", "on-read", "fields", "bits", "values", "value",
      "interrupts",
      "status", "mask", "acknowledge", "causes", "sequences", "steps", "hooks", "serial", "transmit",
      "receive",
      "errors", "data", "blocked-when", "empty-when", "cause", "enable", "read-write", "read-only",
      "write-only",
      "write-1-to-clear", "level", "edge", "framing", "parity", "break", "overrun", "let", "require", "await",
      "within", "polls", "read", "hook", "with",
    ]
    for word in words { #expect(text.contains(word), "\(word)") }
  }
}

extension String {
  /// What stands between each pair of marks.
  fileprivate func components(between start: String, and end: String) -> [String] {
    split(separator: start).dropFirst().compactMap { $0.split(separator: end).first.map(String.init) }
  }
}
