import Diagnostics
import DriverGenerator
import DriverSpec
import Foundation
import SpecReader
import SpecRules

// What the build plugin runs: `dddk-generate SPEC FOLDER` writes the driver of a spec into a folder. It writes
// only files whose content changes, so that a build recompiles no more than it must; where the spec has
// mistakes it writes none.

let arguments = CommandLine.arguments
guard arguments.count == 3 else {
  FileHandle.standardError.write(Data("usage: dddk-generate SPEC FOLDER\n".utf8))
  exit(2)
}
do {
  try generate(from: arguments[1], into: URL(fileURLWithPath: arguments[2], isDirectory: true))
} catch {
  FileHandle.standardError.write(Data("\(arguments[1]):1:1: error: \(error.localizedDescription)\n".utf8))
  exit(1)
}

func generate(from path: String, into folder: URL) throws {
  let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  let collector = DiagnosticCollector()
  let read = SpecReader.read(bytes, into: collector)
  let checked = read.spec.flatMap { SpecRules.check($0, unread: read.unread, into: collector) }
  if !collector.diagnostics.isEmpty {
    let renderer = DiagnosticRenderer(source: SourceText(path: path, bytes: bytes), style: .plain)
    let text = renderer.text(collector.diagnostics, omittedCount: collector.omittedCount)
    FileHandle.standardError.write(Data(text.utf8))
  }
  guard let checked, !collector.hasErrors else { exit(1) }
  let source = SpecFile(name: (path as NSString).lastPathComponent, bytes: bytes)
  for file in DriverGenerator(checked, from: source).files {
    let url = folder.appendingPathComponent(file.name)
    let content = Data(file.text.utf8)
    if (try? Data(contentsOf: url)) == content { continue }
    try content.write(to: url, options: .atomic)
  }
}
