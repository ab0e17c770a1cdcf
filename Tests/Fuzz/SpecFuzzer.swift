import Diagnostics
import DriverSpec
import SpecReader
import SpecRules

/// Reads, judges and reports any bytes, as `dddk check` does; built and run by `make fuzz`.
///
/// A trap is a finding, and so is a diagnostic that points outside the file, a refusal without a reason, or a checked spec
/// beside an error.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSpec(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  // Safety: libFuzzer hands over `count` bytes that live until this returns; they are copied at once.
  let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
  let collector = DiagnosticCollector()
  let read = SpecReader.read(bytes, into: collector)
  var checked: CheckedDriverSpec?
  if let spec = read.spec { checked = SpecRules.check(spec, unread: read.unread, into: collector) }
  claim((checked == nil) == collector.hasErrors, "refused without a reason, or accepted with one")
  claim(read.spec != nil || collector.hasErrors, "no spec and no error")
  let source = SourceText(path: "x", bytes: bytes)
  for diagnostic in collector.diagnostics {
    for place in [diagnostic.place] + diagnostic.notes.map(\.place) {
      guard let line = source.line(place.line) else { fatalError("no line \(place.line)") }
      claim(
        place.column >= 1 && place.column <= line.unicodeScalars.count + 1 && place.length >= 1,
        "column \(place.column) of \(line)")
    }
  }
  // A few show what rendering can meet; all of them would be most of the time.
  let shown = Array(collector.diagnostics.prefix(4))
  let renderer = DiagnosticRenderer(source: source, style: .terminal)
  claim(renderer.text(shown).isEmpty == shown.isEmpty, "nothing is said of an error")
  _ = DiagnosticJSON.array([(path: "x", diagnostics: shown)])
  return 0
}

/// Ends the run with what does not hold; `precondition` says nothing in an optimised build.
private func claim(_ condition: Bool, _ message: @autoclosure () -> String) {
  if !condition { fatalError(message()) }
}
