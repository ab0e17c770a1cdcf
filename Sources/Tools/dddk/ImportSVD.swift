import ArgumentParser
import Diagnostics
import HostProcess
import SpecImport

/// `dddk import svd`.
struct ImportSVD: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "svd",
    abstract: "Lists what a CMSIS-SVD file says.",
    discussion: """
      EXAMPLES
        dddk import svd rp2040.svd --list
        dddk import svd rp2040.svd --list --peripheral UART0 --format json
      """)

  @Argument(help: "The SVD file.", completion: .file(extensions: ["svd", "xml"]))
  var file: String

  @Option(name: .long, help: "A peripheral by its name (default: all); may be given again.")
  var peripheral: [String] = []

  @Flag(name: .long, help: "Lists registers with addresses, fields and interrupts.")
  var list = false

  @OptionGroup var output: OutputOptions

  func run() throws {
    let bytes = try CheckedFile.bytes(of: file)
    let collector = DiagnosticCollector()
    let read = SVDFile.read(bytes, into: collector)
    let listing = read?.listing(of: Set(peripheral), into: collector)
    let shown = CheckedFile.text(of: collector, path: file, bytes: bytes)
    if !shown.isEmpty { say(shown) }
    guard let listing, !collector.hasErrors else { throw ExitCode.failure }
    for name in peripheral where !listing.peripherals.contains(where: { $0.name == name }) {
      throw CommandFailure(
        "`\(file)` has no peripheral `\(name)`",
        fix: Suggestion.fix(for: name, among: read?.peripheralNames ?? []))
    }
    switch output.format {
    case .json: print(listing.json, terminator: "")
    case .text: print(listing.text, terminator: "")
    }
  }
}
