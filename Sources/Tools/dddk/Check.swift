import ArgumentParser
import Diagnostics
import HostProcess

/// `dddk check`.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows the mistakes of driver specs and system files, all at once.",
    discussion: """
      Exits with 1 when there is an error. `dddk explain CODE` explains each code.

      EXAMPLES
        dddk check                             this package's specs and its system.yaml
        dddk check pl011.driver.yaml
        dddk check --format json *.driver.yaml
        dddk check --format sarif > check.sarif
      """)

  @Argument(
    help: "Driver specs and system files (default: this package's).", completion: .file(extensions: ["yaml"]))
  var files: [String] = []

  @OptionGroup var board: BoardOption
  @OptionGroup var package: PackageOption
  @Option(name: .long, help: "How diagnostics are printed: text, json or sarif.")
  var format = Format.text

  /// How diagnostics are printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    /// For people.
    case text
    /// An array of objects.
    case json
    /// SARIF 2.1.0, for code scanning.
    case sarif
  }

  func run() throws {
    let files = try self.files.isEmpty ? Self.files(of: package.package()) : self.files
    let checked = try files.map { path in
      try CheckedFile.isSystemFile(path) ? system(path) : CheckedFile(checking: path)
    }
    switch format {
    case .json:
      print(DiagnosticJSON.array(checked.map { ($0.path, $0.diagnostics) }))
    case .sarif:
      let pages = (try? Kit.locate()).map(DiagnosticPages.init)
      let files = checked.map { file in
        DiagnosticSARIF.File(
          path: file.path, diagnostics: file.diagnostics, omittedCount: file.omittedCount)
      }
      print(DiagnosticSARIF.log(files, version: Kit.version) { pages?.title(of: $0) })
    case .text:
      let style: DiagnosticRenderer.Style =
        Descriptor.standardOutput.isTerminal
        ? .init(quotesSource: true, usesColour: Terminal.mayColourOutput) : .plain
      for file in checked { print(file.text(style), terminator: "") }
      let errors = checked.count { $0.hasErrors }
      let count = "\(files.count) file\(files.count == 1 ? "" : "s")"
      say(errors == 0 ? "\(count) checked, no error" : "\(count) checked, \(errors) with errors")
    }
    if checked.contains(where: \.hasErrors) { throw ExitCode.failure }
  }

  /// Checks a system file against the package's drivers and the board's device tree.
  private func system(_ path: String) throws -> CheckedFile {
    let kit = try Kit.locate()
    let drivers = try DriverTarget.available(to: package.package(), kit: kit).compactMap { target in
      try CheckedFile(checking: target.spec).spec.map { (target, $0) }
    }
    return CheckedFile(
      checkingSystem: try CheckedFile.bytes(of: path), path: path,
      catalogue: SystemPlan.catalogue(of: drivers), devices: try SystemPlan.devices(of: board.machine()))
  }

  private static func files(of package: PackageFolder) throws(CommandFailure) -> [String] {
    let files = package.specs + (package.systemFile.map { [$0] } ?? [])
    guard !files.isEmpty else {
      throw CommandFailure(
        "`\(package.root)/Sources` holds no *.driver.yaml", fix: "name a file: dddk check FILE")
    }
    return files
  }
}
