import Diagnostics
import DriverGenerator
import DriverSpec
import Foundation
import SpecImport
import SpecReader
import SpecRules
import Testing

/// A driver that is generated from a model, and from the model's YAML once it is read, is the same text.
struct RandomDriverTests {
  /// The same in each run, or what `DDDK_SEED` says.
  static let seed = ProcessInfo.processInfo.environment["DDDK_SEED"].flatMap { UInt64($0) } ?? 20_261_123

  /// Every line of the YAML has a number of four digits, and so has the model's only one: lines break at the same places.
  static let firstLine = 1_000

  @Test func modelAndYAMLGiveTheSameDriver() throws {
    let count = 60
    var generated = 0
    var refused: [String] = []
    for seed in (0..<UInt64(count)).map({ Self.seed &+ $0 }) {
      var random = RandomDriver(seed: seed, line: Self.firstLine)
      let spec = random.spec()
      let told = DiagnosticCollector()
      let checked = SpecRules.check(spec, into: told)
      let bytes = Array((String(repeating: "\n", count: Self.firstLine) + SpecText(spec).yaml()).utf8)
      let collector = DiagnosticCollector()
      let read = SpecReader.read(bytes, into: collector)
      let back = try #require(read.spec, "seed \(seed)")
      let checkedBack = SpecRules.check(back, unread: read.unread, into: collector)
      #expect(
        Set(told.diagnostics.map(\.message)) == Set(collector.diagnostics.map(\.message)),
        "seed \(seed): the rules judge the model and its YAML differently")
      guard let checked, let checkedBack else {
        refused = told.diagnostics.filter { $0.severity == .error }.map(\.message)
        continue
      }
      generated += 1
      let source = SpecFile(name: "probe.driver.yaml", bytes: bytes)
      let files = DriverGenerator(checkedBack, from: source).files
      #expect(files == DriverGenerator(checkedBack, from: source).files, "seed \(seed): two runs, two texts")
      for (ours, other) in zip(files, DriverGenerator(checked, from: source).files) {
        let (text, model) = (Self.withoutLines(ours.text), Self.withoutLines(other.text))
        let first = zip(text, model).first { $0 != $1 }
        #expect(
          text == model,
          "seed \(seed), \(ours.name): \(first?.1 ?? "") of the model is \(first?.0 ?? "") of its YAML")
      }
    }
    #expect(generated > count * 3 / 4, "only \(generated) of \(count) keep the rules: \(refused)")
  }

  @Test func randomDriversCompileWithoutAWarning() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for index in 0..<UInt64(4) {
      let name = "Probe\(index)"
      var random = RandomDriver(name: name, seed: Self.seed &+ index, line: Self.firstLine)
      let checked = SpecRules.check(random.spec(), into: DiagnosticCollector())
      guard let checked else { continue }
      for file in DriverGenerator(checked, from: SpecFile(name: "\(name).driver.yaml", bytes: [])).files
      where !file.name.contains(".component.") {
        try Data(file.text.utf8).write(to: folder.appendingPathComponent(file.name))
      }
      let hooks = (0..<3).map { "mutating func serveEvent\($0)() {}" }.joined(separator: "\n")
      try Data("extension \(name)Driver {\n\(hooks)\n}\n".utf8).write(
        to: folder.appendingPathComponent("\(name)Hooks.swift"))
    }
    let sources = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(sources.count >= 12)
    let compile = try run(
      [
        "swiftc", "-parse-as-library", "-wmo", "-emit-sil", "-o", "/dev/null", "-swift-version", "6",
        "-strict-memory-safety",
        "-warnings-as-errors", "-module-name", "generated",
      ] + Compiler.modulePaths + sources.map { folder.appendingPathComponent($0).path })
    #expect(compile.status == 0, "seed \(Self.seed): \(compile.text)")
  }

  /// The lines of a file; where they name a line of the spec, that is left out.
  private static func withoutLines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = String(line)
      for mark in ["probe.driver.yaml:", "specLine: "] {
        let parts = line.components(separatedBy: mark)
        line = parts[0] + parts.dropFirst().map { mark + String($0.drop(while: \.isNumber)) }.joined()
      }
      return line
    }
  }
}
