import Diagnostics
import Foundation
import Testing

@testable import SpecReader

/// The JSON Schema says of a spec's shape what the reader says.
@Suite struct SchemaTests {
  static let file = SpecFiles.root.appending(path: "docs/driver-spec.schema.json")

  /// Whether Python's jsonschema is there to judge by.
  static let hasValidator: Bool = {
    let (status, _) = (try? python("import jsonschema; jsonschema.Draft202012Validator", [])) ?? (1, "")
    if status != 0 { print("the schema is not tried out: python3-jsonschema is not installed") }
    return status == 0
  }()

  /// Files that the reader knows, and what they are called.
  static let specs: [(name: String, bytes: [UInt8])] = {
    let folders = [
      "DriverSpecs", "Tests", "Templates",
    ].map { SpecFiles.root.appending(path: $0).resolvingSymlinksInPath() }
    var files: [(String, [UInt8])] = []
    for folder in folders {
      let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
      for case let file as URL in all ?? FileManager.DirectoryEnumerator()
      where file.lastPathComponent.hasSuffix(".driver.yaml") {
        if let data = try? Data(contentsOf: file) { files.append((file.lastPathComponent, [UInt8](data))) }
      }
    }
    return files.sorted { $0.0 < $1.0 }
  }()

  @Test func theFileIsWhatTheTablesSay() throws {
    let written = try? String(contentsOf: Self.file, encoding: .utf8)
    if written != DriverSpecSchema.text, ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try DriverSpecSchema.text.write(to: Self.file, atomically: true, encoding: .utf8)
    }
    #expect(written == DriverSpecSchema.text, "docs/driver-spec.schema.json differs; RECORD=1 writes it")
  }

  @Test func everyMappingIsReached() throws {
    for shape in SpecShapes.all.dropFirst() {
      #expect(DriverSpecSchema.text.contains("\"#/$defs/\(shape.name)\""), "\(shape.name)")
    }
  }

  /// Specs that ship, specs of tests, bad specs and the reference's examples: refused for their shape by both, or by neither.
  @Test(.enabled(if: hasValidator, "python3-jsonschema is not installed"))
  func schemaAndReaderAgreeOnEverySpec() throws {
    #expect(Self.specs.count > 60)
    let examples = SpecReferenceTests.examples.enumerated().map {
      (
        name: "example \($0.offset) of the reference",
        bytes: Array(SpecReferenceTests.spec(of: $0.element).utf8)
      )
    }
    try expectAgreement(Self.specs + examples)
  }

  /// Each key of good specs misspelt, left out, or with a value of another shape.
  @Test(.enabled(if: hasValidator, "python3-jsonschema is not installed"))
  func schemaAndReaderAgreeOnChangedSpecs() throws {
    var changed: [(name: String, bytes: [UInt8])] = []
    for (name, bytes) in Self.specs + [("everything", Array(SpecFiles.everything.utf8))] {
      let collector = DiagnosticCollector()
      guard let root = YAMLReader.read(bytes, into: collector) else { continue }
      _ = SpecReader.read(bytes, into: collector)
      guard !collector.hasErrors else { continue }
      // All of the spec that says everything, and some of each other.
      let variants = root.variants()
      let step = name == "everything" ? 1 : max(1, variants.count / 12)
      for index in stride(from: 0, to: variants.count, by: step) {
        changed.append(("\(name) \(variants[index].what)", Array(variants[index].node.flow.utf8)))
      }
    }
    #expect(changed.count > 1_000)
    try expectAgreement(changed)
  }

  private func expectAgreement(_ files: [(name: String, bytes: [UInt8])]) throws {
    var documents: [String] = []
    var expected: [(name: String, isRefused: Bool, said: [String])] = []
    for (name, bytes) in files {
      let collector = DiagnosticCollector()
      let root = YAMLReader.read(bytes, into: collector)
      guard let root, !collector.hasErrors else { continue }
      _ = SpecReader.read(bytes, into: collector)
      let forms = Set(collector.diagnostics.map(\.code.form))
      // A mistake in a phrase may show in the schema or not.
      guard forms.contains(.shape) || !forms.contains(.phrase) else { continue }
      let said = collector.diagnostics.map { "\($0.place) \($0.message)" }
      documents.append(root.json(asEditorsRead: false))
      expected.append((name, forms.contains(.shape), said))
      // Editors take `0b11` and `1_000` for text, whose bounds the schema cannot know; it must not refuse them, though.
      if !forms.contains(.shape) {
        documents.append(root.json(asEditorsRead: true))
        expected.append(("\(name), in an editor", false, said))
      }
    }
    let input = FileManager.default.temporaryDirectory.appending(path: "schema-\(UUID().uuidString).json")
    try "[\(documents.joined(separator: ",\n"))]".write(to: input, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: input) }
    let (status, output) = try Self.python(
      """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1]))
      jsonschema.Draft202012Validator.check_schema(schema)
      validator = jsonschema.Draft202012Validator(schema)
      for document in json.load(open(sys.argv[2])):
          error = next(validator.iter_errors(document), None)
          print("good" if error is None else "bad " + error.message.replace("\\n", " ")[:200])
      """, [Self.file.path, input.path])
    #expect(status == 0, "\(output)")
    let verdicts = output.split(separator: "\n")
    try #require(verdicts.count == expected.count)
    for (verdict, (name, isRefused, said)) in zip(verdicts, expected) {
      #expect((verdict != "good") == isRefused, "\(name): the schema says \(verdict), the reader \(said)")
    }
  }

  private static func python(_ program: String, _ arguments: [String]) throws -> (Int32, String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", program] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}

extension YAMLNode {
  /// As JSON: numbers as YAML's core schema reads them, or as the reader does.
  func json(asEditorsRead: Bool) -> String {
    switch content {
    case .unreadable: return "null"
    case .sequence(let items):
      return "[\(items.map { $0.json(asEditorsRead: asEditorsRead) }.joined(separator: ", "))]"
    case .mapping(let entries):
      return "{"
        + entries.map {
          "\(DiagnosticJSON.string($0.key.value)): \($0.value.json(asEditorsRead: asEditorsRead))"
        }.joined(separator: ", ")
        + "}"
    case .scalar(let scalar):
      if scalar.isEmpty { return "null" }
      guard scalar.style == .plain else { return DiagnosticJSON.string(scalar.text) }
      let text = scalar.text
      if !asEditorsRead, let number = try? NumberText.number(text) { return "\(number)" }
      if text == "true" || text == "false" { return text }
      if text.hasPrefix("0x"), let number = UInt64(text.dropFirst(2), radix: 16) { return "\(number)" }
      let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
      if !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }) {
        let plain = digits.drop { $0 == "0" }
        return (text.hasPrefix("-") ? "-" : "") + (plain.isEmpty ? "0" : plain)
      }
      if text.first?.isNumber == true, let number = Double(text), number.isFinite { return "\(number)" }
      return DiagnosticJSON.string(text)
    }
  }

  /// As YAML on one line.
  var flow: String {
    switch content {
    case .unreadable: return ""
    case .sequence(let items): return "[\(items.map(\.flow).joined(separator: ", "))]"
    case .mapping(let entries):
      return "{"
        + entries.map { "\(DiagnosticJSON.string($0.key.value)): \($0.value.flow)" }.joined(separator: ", ")
        + "}"
    case .scalar(let scalar):
      if scalar.isEmpty { return "null" }
      let isPlain = scalar.text.utf8.allSatisfy {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20
          || $0 == UInt8(ascii: "_")
      }
      return scalar.style == .plain && isPlain ? scalar.text : DiagnosticJSON.string(scalar.text)
    }
  }

  /// The tree with one change, for each change.
  func variants() -> [(what: String, node: YAMLNode)] {
    var variants: [(String, YAMLNode)] = []
    func scalar(_ text: String) -> YAMLNode { YAMLNode(.scalar(YAMLScalar(text, at: place)), at: place) }
    switch content {
    case .scalar, .unreadable: break
    case .sequence(let items):
      for (index, item) in items.enumerated() {
        for (what, node) in item.variants() {
          var changed = items
          changed[index] = node
          variants.append(("\(index).\(what)", YAMLNode(.sequence(changed), at: place)))
        }
      }
    case .mapping(let entries):
      for (index, entry) in entries.enumerated() {
        func with(_ what: String, _ change: (inout [YAMLEntry]) -> Void) {
          var changed = entries
          change(&changed)
          variants.append(("\(entry.key.value) \(what)", YAMLNode(.mapping(changed), at: place)))
        }
        with("misspelt") { $0[index].key.value += "zz" }
        with("left out") { $0.remove(at: index) }
        with("without value") { $0[index].value = scalar("") }
        with("as a list of lists") {
          $0[index].value = YAMLNode(.sequence([YAMLNode(.sequence([]), at: place)]), at: place)
        }
        with("as a mapping") {
          $0[index].value = YAMLNode(
            .mapping([YAMLEntry(key: Located("zz", at: place), value: scalar("1"))]), at: place)
        }
        with("as a word") { $0[index].value = scalar("zz") }
        for (what, node) in entry.value.variants() {
          with(what) { $0[index].value = node }
        }
      }
    }
    return variants
  }
}
