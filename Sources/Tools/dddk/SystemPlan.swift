import BoardTree
import Boards
import Diagnostics
import DriverSpec
import FirmwareSDK
import FoundationEssentials
import HostProcess
import QEMU
import SystemManifest
import SystemSpec

/// A checked system and the programs that it is made of.
struct SystemPlan {
  /// What the root task is told.
  let manifest: SystemManifest
  /// The components' programs by their names in the image, each once.
  let images: [(name: String, program: FirmwareProgram)]
  /// Whether a console listens on the serial line, and so says its prompt.
  let hasConsole: Bool

  /// Reads and checks specs and their system.
  ///
  /// - Parameters:
  ///   - source: where the drivers come from.
  ///   - system: the path of a system file, or nil for the package's own or else the default one.
  ///   - machine: the board.
  ///   - kit: where the other programs come from.
  /// - Returns: the plan.
  /// - Throws: a failure that shows every mistake.
  static func make(
    _ source: SystemSource, system: String?, machine: Board, kit: Kit
  ) throws -> SystemPlan {
    let (package, own) = (source.package, source.own)
    let file = system ?? package.systemFile
    if file == nil, own.count != 1 {
      throw CommandFailure(
        own.isEmpty
          ? "no executable target of `\(package.root)` holds a *.driver.yaml"
          : "`\(package.root)` holds \(own.count) drivers and no system.yaml that says which of them run",
        fix: own.isEmpty
          ? "make a package with one: dddk new my-uart"
          : "write a system.yaml; docs/system-file.md shows one")
    }
    // A package's own driver takes the place of the kit's of the same name.
    var drivers: [(target: DriverTarget, spec: CheckedDriverSpec)] = []
    for target in file == nil ? own : own + source.others {
      let checked = try CheckedFile(checking: target.spec)
      guard let spec = checked.spec else { throw Self.refusal(of: checked) }
      if !checked.diagnostics.isEmpty { say(checked.shownText) }
      if !drivers.contains(where: { $0.spec.name.value == spec.name.value }) {
        drivers.append((target, spec))
      }
    }
    let catalogue = Self.catalogue(of: drivers)

    let devices = try Self.devices(of: machine)
    let path = file ?? DefaultSystem.path
    let bytes =
      try file.map { path throws(CommandFailure) in try CheckedFile.bytes(of: path) }
      ?? Array(
        // Of several UARTs the terminal is at one.
        DefaultSystem.text(
          driver: drivers[0].spec.name.value, board: machine.name,
          device: devices.ambiguous(machine.serialNode, for: drivers[0].spec)
        ).utf8)
    let checked = CheckedFile(
      checkingSystem: bytes, path: path, catalogue: catalogue, devices: devices)
    guard let system = checked.system else { throw Self.refusal(of: checked) }
    if !checked.diagnostics.isEmpty { say(checked.shownText) }
    guard system.board == machine.name else {
      throw CommandFailure(
        "`\(path)` is for the board `\(system.board)`, not `\(machine.name)`",
        fix: "run it with --board \(system.board)")
    }
    var images: [(name: String, program: FirmwareProgram)] = []
    for component in system.components where !images.contains(where: { $0.name == component.image }) {
      let program =
        drivers.first { $0.target.program.image == component.image }?.target.program
        ?? KitProgram.all.first { $0.program.image == component.image }.map {
          FirmwareProgram(package: kit.root, product: $0.product, role: .component)
        }
      guard let program else { throw CommandFailure("nothing builds `\(component.image)`") }
      images.append((component.image, program))
    }
    return SystemPlan(
      manifest: SystemManifest(system), images: images,
      hasConsole: system.components.contains { $0.image == SystemProgram.console.image })
  }

  /// What a system file can name.
  static func catalogue(of drivers: [(target: DriverTarget, spec: CheckedDriverSpec)]) -> SystemCatalogue {
    SystemCatalogue(
      boards: Board.all.map(\.name),
      drivers: drivers.map { SystemDriver(spec: $0.spec, image: $0.target.program.image) },
      programs: KitProgram.all.map(\.program))
  }

  /// The devices of a board, out of its own tree, or the one that QEMU gives to the guest.
  static func devices(of machine: Board) throws -> BoardDevices {
    if let tree = machine.tree { return BoardDevices(try BoardTree(blob: tree.blob())) }
    let folder = try TemporaryFolder()
    let path = folder.file("board.dtb")
    do throws(QEMUError) {
      try machine.checkEmulator()
      try machine.writeDeviceTree(to: path)
    } catch {
      throw CommandFailure(
        "the device tree of \(machine.name) is not to be had: \(error)", fix: "dddk doctor")
    }
    return BoardDevices(try BoardTree(blob: CheckedFile.bytes(of: path)))
  }

  private static func refusal(of file: CheckedFile) -> CommandFailure {
    CommandFailure("`\(file.path)` has mistakes\n\(file.shownText)")
  }
}

extension FirmwareProgram {
  /// Its name in the root task's archive.
  var image: String { "\(product).elf" }
}
