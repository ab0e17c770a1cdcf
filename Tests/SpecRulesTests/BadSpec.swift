import Diagnostics
import Foundation
import SpecReader
import SpecRules
import Testing

/// A spec that is wrong in one way, and what is said of it.
struct BadSpec: CustomTestStringConvertible {
  /// The code that it shows.
  var code: DiagnosticCode
  var bytes: [UInt8]

  var testDescription: String { code.rawValue }
  var fileName: String { "\(code.rawValue).driver.yaml" }

  /// The root of the project.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let folder = root.appending(path: "Tests/SpecRulesTests/BadSpecs")
  static let pages = root.appending(path: "docs/diagnostics")

  /// Files that are too large to be kept.
  private static let made: [DiagnosticCode: [UInt8]] = [
    .fileTooLarge: Array(repeating: UInt8(ascii: "#"), count: YAMLReader.maximumBytes + 1),
    .yamlTooLong: Array(("dddk: [" + String(repeating: "1,", count: YAMLReader.maximumNodes) + "]\n").utf8),
  ]

  /// The bad spec of each code of the reader and the rules; codes without one are missing here.
  static let all: [BadSpec] = DiagnosticCode.allCases.filter { $0.area == .yaml || $0.area == .driver }
    .compactMap { code in
      if let bytes = made[code] { return BadSpec(code: code, bytes: bytes) }
      let file = folder.appending(path: "\(code.rawValue).driver.yaml")
      return (try? Data(contentsOf: file)).map { BadSpec(code: code, bytes: [UInt8]($0)) }
    }

  /// What `dddk check` says of it at a terminal, without colour.
  func said() -> String {
    let collector = DiagnosticCollector()
    let read = SpecReader.read(bytes, into: collector)
    if let spec = read.spec { _ = SpecRules.check(spec, unread: read.unread, into: collector) }
    let renderer = DiagnosticRenderer(
      source: SourceText(path: fileName, bytes: bytes), style: .init(quotesSource: true, usesColour: false))
    return renderer.text(collector.diagnostics, omittedCount: collector.omittedCount)
  }

  /// Whether expectations are written anew.
  static var isRecording: Bool { ProcessInfo.processInfo.environment["RECORD"] == "1" }
}
