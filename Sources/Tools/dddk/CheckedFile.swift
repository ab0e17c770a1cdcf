import Diagnostics
import DriverSpec
import FoundationEssentials
import HostProcess
import SpecImport
import SpecReader
import SpecRules
import SystemSpec

/// A spec file with all that is wrong with it.
struct CheckedFile {
  let path: String
  private let bytes: [UInt8]
  let diagnostics: [Diagnostic]
  let omittedCount: Int
  let hasErrors: Bool
  /// The driver, where the file is a driver spec without an error.
  let spec: CheckedDriverSpec?
  /// The system, where the file is a system file without an error and the board was at hand.
  let system: CheckedSystem?

  /// Reads and checks a driver spec.
  init(checking path: String) throws(CommandFailure) {
    self.init(checking: try Self.bytes(of: path), path: path)
  }

  /// Checks the text of a driver spec.
  init(checking bytes: [UInt8], path: String) {
    let collector = DiagnosticCollector()
    let read = SpecReader.read(bytes, into: collector)
    let spec = read.spec.flatMap { SpecRules.check($0, unread: read.unread, into: collector) }
    self.init(path: path, bytes: bytes, collector: collector, spec: spec, system: nil)
  }

  /// Checks a spec that was just made.
  ///
  /// What was written is not read again: it reads back to the same spec, as tests hold on every file that is at hand. It
  /// is read where the reader's own bounds may have a say, and where there is something to tell at its place.
  init(checking imported: ImportedSpec, path: String) {
    let collector = DiagnosticCollector()
    guard imported.bytes.count <= Self.surelyReadableBytes,
      let spec = SpecRules.check(imported.written, into: collector), collector.diagnostics.isEmpty
    else {
      self.init(checking: imported.bytes, path: path)
      return
    }
    self.init(path: path, bytes: imported.bytes, collector: collector, spec: spec, system: nil)
  }

  /// A spec of so many bytes is within every bound of the reader: no value takes less than a byte.
  static let surelyReadableBytes = min(YAMLReader.maximumBytes, YAMLReader.maximumNodes)

  /// Checks the text of a system file.
  init(
    checkingSystem bytes: [UInt8], path: String, catalogue: SystemCatalogue, devices: BoardDevices
  ) {
    let collector = DiagnosticCollector()
    let system = SystemCheck.check(bytes, catalogue, devices: devices, into: collector)
    self.init(path: path, bytes: bytes, collector: collector, spec: nil, system: system)
  }

  private init(
    path: String, bytes: [UInt8], collector: DiagnosticCollector, spec: CheckedDriverSpec?,
    system: CheckedSystem?
  ) {
    self.path = path
    self.bytes = bytes
    diagnostics = collector.diagnostics
    omittedCount = collector.omittedCount
    hasErrors = collector.hasErrors
    self.spec = spec
    self.system = system
  }

  /// Whether a path is a system file's by its name: `system.yaml`, or `*.system.yaml`.
  static func isSystemFile(_ path: String) -> Bool {
    path == "system.yaml" || path.hasSuffix("/system.yaml") || path.hasSuffix(".system.yaml")
  }

  /// Its diagnostics as text.
  func text(_ style: DiagnosticRenderer.Style) -> String {
    guard !diagnostics.isEmpty else { return "" }
    let source = SourceText(path: path, bytes: bytes)
    return DiagnosticRenderer(source: source, style: style).text(diagnostics, omittedCount: omittedCount)
  }

  /// Its diagnostics for the person's terminal or log, beside the results.
  var shownText: String { String(text(Self.besideResults).dropLast()) }

  /// What is wrong with a file that is no spec, for the same place.
  static func text(of collector: DiagnosticCollector, path: String, bytes: [UInt8]) -> String {
    guard !collector.diagnostics.isEmpty else { return "" }
    let renderer = DiagnosticRenderer(source: SourceText(path: path, bytes: bytes), style: besideResults)
    return String(renderer.text(collector.diagnostics, omittedCount: collector.omittedCount).dropLast())
  }

  private static var besideResults: DiagnosticRenderer.Style {
    Descriptor.standardError.isTerminal
      ? .init(quotesSource: true, usesColour: Terminal.mayColourErrors) : .plain
  }

  static func bytes(of path: String) throws(CommandFailure) -> [UInt8] {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw CommandFailure("there is no file `\(path)`")
    }
    guard !isFolder, let data = FileManager.default.contents(atPath: path) else {
      throw CommandFailure("`\(path)` cannot be read", fix: "name a file: \(path)/….driver.yaml")
    }
    return [UInt8](data)
  }
}
