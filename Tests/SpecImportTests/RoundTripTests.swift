import Diagnostics
import DriverSpec
import Foundation
import SpecImport
import SpecReader
import Testing

/// A spec that is written as YAML reads back as what it was.
@Suite struct RoundTripTests {
  @Test func randomSpecsReadBackAsTheyWere() {
    /// The same in each run, or what `DDDK_SEED` says.
    let seed = ProcessInfo.processInfo.environment["DDDK_SEED"].flatMap { UInt64($0) } ?? 20_261_123
    for index in 0..<150 {
      var random = RandomSpec(seed: seed &+ UInt64(index))
      let spec = random.spec()
      let text = SpecText(spec).yaml()
      let collector = DiagnosticCollector()
      let read = SpecReader.read(Array(text.utf8), into: collector)
      let renderer = DiagnosticRenderer(
        source: SourceText(path: "x", bytes: Array(text.utf8)),
        style: .init(quotesSource: true, usesColour: false))
      #expect(!collector.hasErrors, "seed \(seed &+ UInt64(index)): \(renderer.text(collector.diagnostics))")
      guard let back = read.spec, !collector.hasErrors else { return }
      let (wanted, got) = (PlainText.lines(of: spec), PlainText.lines(of: back))
      guard wanted != got else { continue }
      let first = zip(wanted, got).first { $0 != $1 }
      Issue.record(
        "seed \(seed &+ UInt64(index)): \(first?.0 ?? "nothing") was read as \(first?.1 ?? "nothing")\n\(text)"
      )
      return
    }
  }
}

/// A model as text, without the places in the file that it comes from.
private enum PlainText {
  static func lines(of spec: DriverSpec) -> [String] {
    var lines: [String] = []
    write(spec, "", &lines)
    return lines
  }

  private static func write(_ value: Any, _ path: String, _ lines: inout [String]) {
    if value is SourcePlace { return }
    let mirror = Mirror(reflecting: value)
    if mirror.displayStyle == .optional {
      if let inner = mirror.children.first {
        write(inner.value, path, &lines)
      } else {
        lines.append("\(path): none")
      }
      return
    }
    if mirror.displayStyle == .enum { lines.append("\(path): \(mirror.children.first?.label ?? "\(value)")") }
    if mirror.children.isEmpty, mirror.displayStyle != .enum { lines.append("\(path): \(value)") }
    for (index, child) in mirror.children.enumerated() {
      write(child.value, "\(path).\(child.label ?? "\(index)")", &lines)
    }
  }
}
