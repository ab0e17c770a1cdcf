import Diagnostics
import DriverSpec
import SpecReader
import SpecRules

/// Reads and judges any lines as the steps of a sequence; built and run by `.ci/fuzz steps`.
///
/// Every line is a step, and a line that ends with `:` has the deeper lines after it below it. They stand in a spec that
/// declares what steps speak of, so that names mean something. Findings are as those of the spec's fuzzer.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSteps(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  // Safety: libFuzzer hands over `count` bytes that live until this returns; they are copied at once.
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  let bytes = Array(StepSpec.text(of: text).utf8)
  let collector = DiagnosticCollector()
  let read = SpecReader.read(bytes, into: collector)
  claim(read.spec != nil, "the steps break their file")
  var checked: CheckedDriverSpec?
  if let spec = read.spec { checked = SpecRules.check(spec, unread: read.unread, into: collector) }
  claim((checked == nil) == collector.hasErrors, "refused without a reason, or accepted with one")
  let source = SourceText(path: "x", bytes: bytes)
  for diagnostic in collector.diagnostics {
    claim(diagnostic.code.form != .bytes, "a step breaks the file: \(diagnostic)")
    for place in [diagnostic.place] + diagnostic.notes.map(\.place) {
      guard let line = source.line(place.line) else { fatalError("no line \(place.line)") }
      claim(
        place.column >= 1 && place.column <= line.unicodeScalars.count + 1 && place.length >= 1,
        "column \(place.column) of \(line)")
    }
  }
  return 0
}

/// Ends the run with what does not hold; `precondition` says nothing in an optimised build.
private func claim(_ condition: Bool, _ message: @autoclosure () -> String) {
  if !condition { fatalError(message()) }
}
