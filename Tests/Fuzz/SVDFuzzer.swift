import Diagnostics
import DriverSpec
import SpecImport
import SpecReader

/// Reads any bytes as an SVD file, lists it, makes specs of it and reports; built and run by `.ci/fuzz svd`.
///
/// A trap is a finding, and so is a file that is refused without a reason, an element that is lost without a word, or a
/// spec that does not read back.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSVD(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  // Safety: libFuzzer hands over `count` bytes that live until this returns; they are copied at once.
  let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
  let collector = DiagnosticCollector()
  guard let file = SVDFile.read(bytes, into: collector) else {
    claim(collector.hasErrors, "refused without a reason")
    return 0
  }
  let renderer = DiagnosticRenderer(source: SourceText(path: "x", bytes: bytes), style: .terminal)
  _ = renderer.text(Array(collector.diagnostics.prefix(4)))
  // Arrays of a million registers are listed as they are, and take the time that they take: not a million times.
  let isSmall = file.registerCount < 2_000
  if isSmall { _ = file.listing(into: collector).json }
  guard isSmall, !collector.hasErrors else { return 0 }
  let specs = file.specs(into: collector)
  for imported in specs.prefix(8) {
    let told = DiagnosticCollector()
    claim(SpecReader.read(imported.bytes, into: told).spec != nil, "a spec that is none: \(imported.yaml)")
    let isDeep = told.diagnostics.contains { $0.code.rawValue == "blocks-too-deep" }
    claim(isDeep || !told.hasErrors, "\(told.diagnostics.first?.message ?? "")\n\(imported.yaml)")
  }
  let report = ImportReport(file, specs)
  claim(report.unaccounted.isEmpty, "lost without a word: \(report.unaccounted)")
  _ = report.json
  return 0
}

/// Ends the run with what does not hold; `precondition` says nothing in an optimised build.
private func claim(_ condition: Bool, _ message: @autoclosure () -> String) {
  if !condition { fatalError(message()) }
}
