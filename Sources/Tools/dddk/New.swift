import ArgumentParser
import Boards
import Diagnostics
import FoundationEssentials
import HostProcess
import SpecImport
import SpecReader
import SpecRules

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
        dddk new my-uart --board qemu-virt-riscv64
        dddk new my-spi --from rp2040.svd --peripheral SPI0
        dddk new my-rtc --from virt.dtb --node /pl031@9010000
      """)

  @Argument(help: "The package's name: lower-case letters, digits and `-`, as in `my-uart`.")
  var name: String

  @Option(
    name: .long, help: "Where the package is made (default: a folder of its name here).",
    completion: .directory)
  var path: String?

  @Option(name: .long, help: "A driver spec to start from instead of the kit's UART.", completion: .file())
  var spec: String?

  @Option(
    name: .customLong("from"), help: "An SVD file or a device tree blob that the spec is made of.",
    completion: .file(extensions: ["svd", "xml", "dtb"]))
  var source: String?

  @Option(name: .long, help: "With --from FILE.svd: the peripheral.")
  var peripheral: String?

  @Option(name: .long, help: "With --from FILE.dtb: the node's path.")
  var node: String?

  @OptionGroup var board: BoardOption

  @Option(name: .long, help: "The kit that the package depends on: a folder or a URL (default: this one).")
  var kit: String?

  func validate() throws {
    if let fault = PackageName.fault(in: name) { throw ValidationError(fault) }
    if source == nil, peripheral != nil || node != nil {
      throw ValidationError("--peripheral and --node say what to take --from a file")
    }
    if source != nil, spec != nil { throw ValidationError("choose one of --spec and --from") }
    if source != nil, (peripheral == nil) == (node == nil) {
      throw ValidationError(
        "say what to take: --peripheral NAME of an SVD file, or --node PATH of a device tree")
    }
  }

  func run() throws {
    let kit = try Kit.locate()
    let folder = path ?? name
    let dependency = try self.kit.map { KitDependency(naming: $0) } ?? KitDependency(of: kit)
    let template = Template(
      folder: kit.path("Templates/serial-driver"), name: PackageName(name), dependency: dependency)
    let machine = try board.machine()
    let made = try source.map { try imported(from: $0) }
    var replacements: [(ending: String, text: String)] = []
    if source == nil, spec == nil, machine.serialDriver != Self.templateDriver {
      replacements = try Self.files(for: machine, name: PackageName(name), kit: kit)
    }
    if let made {
      replacements = made.package.files + [(".driver.yaml", made.yaml)]
    }
    let files = try template.write(to: folder, spec: spec, replacing: replacements)
    say("made \(folder) with")
    for file in files { say("  \(file)") }
    for note in made?.notes ?? [] { say(note) }
    let option = machine == .standard ? "" : " --board \(machine.name)"
    let next = made == nil ? "\n  swift run dddk run\(option)      the driver in QEMU; it answers" : ""
    print(
      """

      next:
        cd \(folder)
        swift test              the driver on the host, on a fake device\(next)
      """)
  }

  /// The kit's driver whose spec the template holds.
  private static let templateDriver = "pl011"

  /// What takes the place of the template's files for a board with another UART: that UART's spec, tests that hold for
  /// any device, and its name in the read-me.
  private static func files(
    for machine: Board, name: PackageName, kit: Kit
  ) throws -> [(ending: String, text: String)] {
    let path = kit.path("DriverSpecs/serial/\(machine.serialDriver).driver.yaml")
    let checked = try CheckedFile(checking: path)
    guard let spec = checked.spec else {
      throw CommandFailure("`\(path)` has mistakes\n\(checked.shownText)")
    }
    let package = DevicePackage(spec: spec, package: name, origin: "the kit's \(spec.name.value)")
    let readMe = try String(
      decoding: CheckedFile.bytes(of: kit.path("Templates/serial-driver/README.md")), as: UTF8.self
    )
    .replacing(Template.example.package, with: name.package)
    .replacing("dddk run", with: "dddk run --board \(machine.name)")
    .replacing("dddk build", with: "dddk build --board \(machine.name)")
    .replacing("QEMU's `virt` board, an Arm PL011", with: "the board \(machine.name), \(spec.name.value)")
    return package.files.filter { $0.ending == "Tests.swift" } + [
      ("README.md", readMe),
      (".driver.yaml", String(decoding: try CheckedFile.bytes(of: path), as: UTF8.self)),
    ]
  }

  private struct Made {
    var package: DevicePackage
    var yaml: String
    var notes: [String]
  }

  /// The spec of a peripheral or a node, checked.
  private func imported(from file: String) throws -> Made {
    let yaml: String
    var notes: [String]
    let origin: String
    if let node {
      let skeleton = try ImportTree.skeleton(of: node, in: ImportTree.tree(of: file), file: file)
      yaml = skeleton.yaml
      notes = skeleton.notes.map { "\(file): \(node): note: \($0)" }
      origin = "the device tree's node `\(node)`"
    } else {
      let bytes = try CheckedFile.bytes(of: file)
      let collector = DiagnosticCollector()
      let read = SVDFile.read(bytes, into: collector)
      let wanted = peripheral ?? ""
      if let read, !collector.hasErrors, !read.peripheralNames.contains(wanted) {
        throw CommandFailure(
          "`\(file)` has no peripheral `\(wanted)`",
          fix: Suggestion.fix(for: wanted, among: read.peripheralNames))
      }
      let specs = collector.hasErrors ? nil : read?.specs(of: [wanted], into: collector)
      let shown = CheckedFile.text(of: collector, path: file, bytes: bytes)
      if !shown.isEmpty { say(shown) }
      guard let spec = specs?.first else { throw ExitCode.failure }
      yaml = spec.yaml
      notes = spec.notes.map {
        "\(file):\($0.place.line):\($0.place.column): note: \($0.item): \($0.message) [\($0.kind.rawValue)]"
      }
      origin = "the peripheral \(wanted) of the chip \(read?.name ?? "")"
    }
    let collector = DiagnosticCollector()
    let read = SpecReader.read(Array(yaml.utf8), into: collector)
    guard let spec = read.spec.flatMap({ SpecRules.check($0, unread: read.unread, into: collector) }) else {
      say(CheckedFile.text(of: collector, path: "\(name).driver.yaml", bytes: Array(yaml.utf8)))
      throw CommandFailure("the spec that was made of `\(file)` does not pass")
    }
    return Made(
      package: DevicePackage(spec: spec, package: PackageName(name), origin: origin), yaml: yaml, notes: notes
    )
  }
}
