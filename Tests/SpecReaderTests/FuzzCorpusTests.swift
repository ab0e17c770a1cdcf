import Diagnostics
import DriverSpec
import Foundation
import SpecReader
import SpecRules
import Testing

/// What the fuzzer found worth keeping is still answered, and every diagnostic points into its file.
@Suite struct FuzzCorpusTests {
  static let folder = SpecFiles.root.appending(path: "Tests/Fuzz/Corpus")

  @Test func everyInputHasAnAnswer() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted()
    #expect(names.count > 50 && names.count < 300)
    var size = 0
    for name in names {
      let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: name)))
      size += bytes.count
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
    }
    #expect(size < 500_000)
  }
}
