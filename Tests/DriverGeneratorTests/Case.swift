import Diagnostics
import DriverGenerator
import DriverSpec
import Foundation
import SpecReader
import SpecRules
import Testing

/// A spec and what is generated from it.
struct Case: Sendable, CustomTestStringConvertible {
  /// The reference output that ships, and one small spec for each thing that generated code can be.
  static let all: [Case] =
    [
      Case(name: "gate", spec: root.appendingPathComponent("Tests/GateDriver/gate.driver.yaml")),
      Case(name: "pl011", spec: root.appendingPathComponent("DriverSpecs/serial/pl011.driver.yaml")),
    ]
    + [
      "arrays", "banked", "effects", "expressions", "fields", "guarded", "interrupts", "own-name", "rings",
      "separate-status", "steps", "two-regions", "widths",
    ].map {
      Case(name: $0, spec: folder("Cases/\($0)/\($0).driver.yaml"))
    }

  let name: String
  let spec: URL

  var testDescription: String { name }
  /// What the author wrote beside the spec, where it has hooks.
  var hooks: URL? {
    let folder = spec.deletingLastPathComponent()
    return ["Hooks.swift", "GateHooks.swift", "DMAHooks.swift", "LinesHooks.swift"].map(
      folder.appendingPathComponent
    ).first {
      FileManager.default.fileExists(atPath: $0.path)
    }
  }
  /// Where the generated text is recorded.
  var golden: URL { Self.folder("Golden/\(name)") }

  /// The package.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func folder(_ path: String) -> URL {
    root.appendingPathComponent("Tests/DriverGeneratorTests").appendingPathComponent(path)
  }

  func source() throws -> SpecFile {
    SpecFile(name: spec.lastPathComponent, bytes: [UInt8](try Data(contentsOf: spec)))
  }

  func generate() throws -> [GeneratedFile] {
    let bytes = [UInt8](try Data(contentsOf: spec))
    let collector = DiagnosticCollector()
    let read = SpecReader.read(bytes, into: collector)
    let checked = read.spec.flatMap { SpecRules.check($0, unread: read.unread, into: collector) }
    guard let checked else {
      let renderer = DiagnosticRenderer(source: SourceText(path: spec.path, bytes: bytes), style: .plain)
      throw Refused(text: renderer.text(collector.diagnostics))
    }
    return DriverGenerator(checked, from: try source()).files
  }

  /// The spec has mistakes.
  struct Refused: Error, CustomStringConvertible {
    let text: String
    var description: String { text }
  }
}
