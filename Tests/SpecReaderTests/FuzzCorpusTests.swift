import Diagnostics
import DriverSpec
import Foundation
import SpecReader
import SpecRules
import Testing

/// What the fuzzer found worth keeping is still answered, and every diagnostic points into its file.
@Suite struct FuzzCorpusTests {
  @Test func everyInputHasAnAnswer() throws {
    let inputs = try inputs("Tests/Fuzz/Corpus")
    #expect(inputs.count > 50 && inputs.count < 700)
    #expect(inputs.reduce(0) { $0 + $1.bytes.count } < 500_000)
    for (name, bytes) in inputs { expectAnAnswer(bytes, name) }
  }

  @Test func everyInputOfStepsHasAnAnswer() throws {
    let inputs = try inputs("Tests/Fuzz/Steps")
    #expect(inputs.count >= 4 && inputs.count < 400)
    #expect(inputs.reduce(0) { $0 + $1.bytes.count } < 200_000)
    for (name, bytes) in inputs {
      let steps = String(decoding: bytes, as: UTF8.self)
      let collector = expectAnAnswer(Array(StepSpec.text(of: steps).utf8), name)
      #expect(collector.diagnostics.allSatisfy { $0.code.form != .bytes }, "\(name)")
    }
  }

  private func inputs(_ folder: String) throws -> [(name: String, bytes: [UInt8])] {
    let folder = SpecFiles.root.appending(path: folder)
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
      ($0, [UInt8](try Data(contentsOf: folder.appending(path: $0))))
    }
  }

  @discardableResult
  private func expectAnAnswer(_ bytes: [UInt8], _ name: String) -> DiagnosticCollector {
    let collector = DiagnosticCollector()
    let read = SpecReader.read(bytes, into: collector)
    var checked: CheckedDriverSpec?
    if let spec = read.spec { checked = SpecRules.check(spec, unread: read.unread, into: collector) }
    #expect((checked == nil) == collector.hasErrors, "\(name)")
    let source = SourceText(path: name, bytes: bytes)
    for diagnostic in collector.diagnostics {
      for place in [diagnostic.place] + diagnostic.notes.map(\.place) {
        let line = source.line(place.line)
        #expect(line.map { place.column <= $0.unicodeScalars.count + 1 } == true, "\(name): \(diagnostic)")
      }
    }
    return collector
  }
}
