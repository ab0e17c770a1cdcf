import Diagnostics
import DriverSpec
import FoundationEssentials
import SpecReader

/// A spec file with all that is wrong with it.
struct CheckedFile {
  let path: String
  let source: SourceText
  let diagnostics: [Diagnostic]
  let omittedCount: Int
  let hasErrors: Bool

  /// Reads and checks a file.
  init(checking path: String) throws(CommandFailure) {
    let bytes = try Self.bytes(of: path)
    let collector = DiagnosticCollector()
    _ = SpecReader.read(bytes, into: collector)
    self.path = path
    source = SourceText(path: path, bytes: bytes)
    diagnostics = collector.diagnostics
    omittedCount = collector.omittedCount
    hasErrors = collector.hasErrors
  }

  /// Its diagnostics as text.
  func text(_ style: DiagnosticRenderer.Style) -> String {
    DiagnosticRenderer(source: source, style: style).text(diagnostics, omittedCount: omittedCount)
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
