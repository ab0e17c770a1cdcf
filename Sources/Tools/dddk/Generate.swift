import ArgumentParser
import DriverGenerator
import FoundationEssentials

/// `dddk generate`.
struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes the Swift source of a spec's driver, to be read.",
    discussion: """
      A package does not need it: the plugin GenerateDrivers does the same in each build.

      EXAMPLES
        dddk generate pl011.driver.yaml --output generated
        dddk generate pl011.driver.yaml --list
      """)

  @Argument(help: "The driver spec.", completion: .file(extensions: ["yaml"]))
  var spec: String

  @Option(
    name: .customLong("output"), help: "The folder for the files (default: here).", completion: .directory)
  var folder = "."

  @Flag(name: .long, help: "Prints the files' names and writes nothing.")
  var list = false

  func run() throws {
    let checked = try CheckedFile(checking: spec)
    if !checked.diagnostics.isEmpty { say(checked.shownText) }
    guard let model = checked.spec else { throw ExitCode.failure }
    let source = SpecFile(
      name: URL(filePath: spec).lastPathComponent, bytes: try CheckedFile.bytes(of: spec))
    for file in DriverGenerator(model, from: source).files {
      print(file.name)
      if list { continue }
      let place = URL(filePath: folder).appending(path: file.name)
      let content = Data(file.text.utf8)
      if FileManager.default.contents(atPath: place.path) == content { continue }
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try content.write(to: place)
    }
  }
}
