import Boards
import DriverGenerator
import DriverSpec
import FoundationEssentials

/// Where the drivers of a system come from.
struct SystemSource {
  /// The package that holds them.
  let package: PackageFolder
  /// Its own drivers; where there is one and no system file, that and the console are the system.
  let own: [DriverTarget]
  /// Those that a system file can name besides.
  let others: [DriverTarget]
  /// Files and folders of the package from which its programs are made.
  let inputs: [String]

  /// A package, or the kit itself.
  static func of(_ package: PackageFolder, machine: Board, kit: Kit) throws(CommandFailure) -> SystemSource {
    let available = try DriverTarget.available(to: package, kit: kit)
    // The kit holds a driver for the serial line of every board; a package is one driver's.
    func isOwn(_ target: DriverTarget) -> Bool {
      target.program.package == package.root
        && (!package.isKit(kit) || target.program.product == machine.serialDriver)
    }
    return SystemSource(
      package: package, own: available.filter(isOwn), others: available.filter { !isOwn($0) },
      inputs: package.isKit(kit)
        ? [kit.path("DriverSpecs/serial")] : ["\(package.root)/Package.swift", "\(package.root)/Sources"])
  }

  /// A spec that stands in no package, with Swift files that belong to it.
  ///
  /// One that the kit ships is the kit's own driver. For another a package is made, of the driver's source: SwiftPM's
  /// plugin, which does the same in a package of one's own, would compile the generator first.
  ///
  /// - Parameters:
  ///   - spec: the path of the spec.
  ///   - sources: the paths of Swift files, such as its hooks.
  ///   - folder: where the package is made.
  ///   - kit: what it depends on.
  /// - Returns: the source.
  /// - Throws: a failure that shows every mistake in the spec.
  static func of(spec: String, sources: [String], folder: String, kit: Kit) throws -> SystemSource {
    let shipped = DriverTarget.shipped(by: kit)
    let place = URL(filePath: spec).standardizedFileURL.resolvingSymlinksInPath().path
    if sources.isEmpty, let target = shipped.first(where: { Self.isSame($0.spec, place) }) {
      return SystemSource(
        package: PackageFolder(root: kit.root), own: [target],
        others: shipped.filter { $0.spec != target.spec }, inputs: [kit.path("DriverSpecs/serial")])
    }
    let checked = try CheckedFile(checking: spec)
    guard let model = checked.spec else {
      throw CommandFailure("`\(spec)` has mistakes\n\(checked.shownText)")
    }
    let package = try SpecPackage(
      spec: SpecFile(name: URL(filePath: spec).lastPathComponent, bytes: CheckedFile.bytes(of: spec)),
      sources: sources, kit: kit)
    let root = try package.write(DriverGenerator(model, from: package.spec).files, into: folder)
    let target = DriverTarget(
      spec: spec, program: FirmwareProgram(package: root, product: package.name, role: .component))
    return SystemSource(
      package: PackageFolder(root: root), own: [target], others: shipped, inputs: [spec] + sources)
  }

  private static func isSame(_ path: String, _ resolved: String) -> Bool {
    URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path == resolved
  }
}
