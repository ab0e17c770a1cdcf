import ArgumentParser
import Diagnostics
import DriverGenerator
import HostProcess
import SpecImport

/// `dddk import svd`.
struct ImportSVD: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "svd",
    abstract: "Makes driver specs of the peripherals of a CMSIS-SVD file, or lists them.",
    discussion: """
      Writes a spec of each peripheral that is named, or of all, and reports what became of every element of the file.

      EXAMPLES
        dddk import svd rp2040.svd --list
        dddk import svd rp2040.svd --list --peripheral UART0 --format json
        dddk import svd rp2040.svd --peripheral UART0
        dddk import svd rp2040.svd --output specs > report.txt
        dddk import svd rp2040.svd --output specs --swift generated > report.txt
      """)

  @Argument(help: "The SVD file.", completion: .file(extensions: ["svd", "xml"]))
  var file: String

  @Option(name: .long, help: "A peripheral by its name (default: all); may be given again.")
  var peripheral: [String] = []

  @Flag(name: .long, help: "Lists registers with addresses, fields and interrupts, and writes nothing.")
  var list = false

  @Option(
    name: .customLong("output"), help: "The folder for the specs (default: here).", completion: .directory)
  var folder = "."

  @Option(
    name: .customLong("swift"), help: "A folder for the Swift source of each spec's driver, to be read.",
    completion: .directory)
  var swiftFolder: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    let bytes = try CheckedFile.bytes(of: file)
    let collector = DiagnosticCollector()
    let read = SVDFile.read(bytes, into: collector)
    if let read, !collector.hasErrors { try requirePeripherals(of: read) }
    if list {
      let listing = read?.listing(of: Set(peripheral), into: collector)
      try tell(collector, bytes)
      guard let listing else { throw ExitCode.failure }
      print(output.format == .json ? listing.json : listing.text, terminator: "")
      return
    }
    guard let read, !collector.hasErrors else {
      try tell(collector, bytes)
      throw ExitCode.failure
    }
    let specs = read.specs(of: Set(peripheral), into: collector)
    try tell(collector, bytes)
    var files = SpecFolder(folder)
    var sources = swiftFolder.map { SpecFolder($0) }
    for spec in specs {
      let name = try files.add(spec.fileName, spec.bytes)
      for file in try swift(of: spec, name) { try sources?.add(file.name, Array(file.text.utf8)) }
    }
    try files.write()
    try sources?.write()
    let report = ImportReport(read, specs)
    print(output.format == .json ? report.json : report.text(path: file), terminator: "")
    if !report.unaccounted.isEmpty { throw ExitCode.failure }
  }

  /// The Swift source of a spec that was just made, where it is wanted; the spec has to pass first.
  private func swift(of imported: ImportedSpec, _ name: String) throws -> [GeneratedFile] {
    guard swiftFolder != nil else { return [] }
    let checked = CheckedFile(checking: imported, path: name)
    guard let model = checked.spec else {
      say(checked.shownText)
      throw CommandFailure("the spec `\(name)` that was made of `\(file)` does not pass")
    }
    return DriverGenerator(model, from: SpecFile(name: name, bytes: imported.bytes)).files
  }

  /// Shows what is wrong with the file; nothing is written where that is an error.
  private func tell(_ collector: DiagnosticCollector, _ bytes: [UInt8]) throws {
    let shown = CheckedFile.text(of: collector, path: file, bytes: bytes)
    if !shown.isEmpty { say(shown) }
    if collector.hasErrors { throw ExitCode.failure }
  }

  private func requirePeripherals(of read: SVDFile) throws(CommandFailure) {
    let names = read.peripheralNames
    for name in peripheral where !names.contains(name) {
      throw CommandFailure(
        "`\(file)` has no peripheral `\(name)`", fix: Suggestion.fix(for: name, among: names))
    }
  }
}
