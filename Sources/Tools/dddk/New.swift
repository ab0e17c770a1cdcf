import ArgumentParser
import FoundationEssentials
import HostProcess

/// `dddk new`.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes a driver package that builds, tests and boots before it is edited.",
    discussion: """
      The package holds one driver spec, a UART's, to be changed into your device's.

      EXAMPLES
        dddk new my-uart
        dddk new my-uart --path ~/drivers/my-uart
        dddk new my-uart --spec pl011.driver.yaml
      """)

  @Argument(help: "The package's name: lower-case letters, digits and `-`, as in `my-uart`.")
  var name: String

  @Option(
    name: .long, help: "Where the package is made (default: a folder of its name here).",
    completion: .directory)
  var path: String?

  @Option(name: .long, help: "A driver spec to start from instead of the kit's UART.", completion: .file())
  var spec: String?

  @Option(name: .long, help: "The kit that the package depends on: a folder or a URL (default: this one).")
  var kit: String?

  func validate() throws {
    if let fault = PackageName.fault(in: name) { throw ValidationError(fault) }
  }

  func run() throws {
    let source = try Kit.locate()
    let folder = path ?? name
    let dependency = try kit.map { KitDependency(naming: $0) } ?? KitDependency(of: source)
    let template = Template(
      folder: source.path("Templates/serial-driver"), name: PackageName(name), dependency: dependency)
    let files = try template.write(to: folder, spec: spec)
    say("made \(folder) with")
    for file in files { say("  \(file)") }
    print(
      """

      next:
        cd \(folder)
        swift test              the driver on the host, on a fake device
        swift run dddk run      the driver in QEMU; it answers
      """)
  }
}
