import FirmwareSDK
import FoundationEssentials
import HostProcess

/// A driver that can be built: a spec and the executable target that it stands in.
struct DriverTarget {
  /// The spec's path.
  let spec: String
  /// The program that is built from it.
  let program: FirmwareProgram

  /// The kit's own drivers that a system file can name: those of a device class.
  static func shipped(by kit: Kit) -> [DriverTarget] {
    ShippedDrivers.names.map { name in
      DriverTarget(
        spec: kit.path(ShippedDrivers.spec(of: name)),
        program: FirmwareProgram(
          package: kit.root, product: name, role: .component, usesPlugin: !kit.isWritable))
    }
  }

  /// The drivers that a package's system can name: its own, and the kit's.
  static func available(
    to package: PackageFolder, kit: Kit
  ) throws(CommandFailure) -> [DriverTarget] {
    package.isKit(kit) ? shipped(by: kit) : try all(of: package) + shipped(by: kit)
  }

  /// The drivers of a package: every executable target in which a driver spec stands.
  static func all(of package: PackageFolder) throws(CommandFailure) -> [DriverTarget] {
    let command = ["swift", "package", "--package-path", package.root, "describe", "--type", "json"]
    let result: ChildProcess.Result
    do { result = try ChildProcess.run(command, errors: .null) } catch { throw CommandFailure("\(error)") }
    guard result.isSuccess,
      let description = try? JSONDecoder().decode(Description.self, from: Data(result.output.utf8))
    else {
      throw CommandFailure(
        "`\(package.root)/Package.swift` cannot be read", fix: "see why: \(command.joined(separator: " "))")
    }
    return description.targets.filter { $0.type == "executable" }.flatMap { target in
      let folder = target.path.hasPrefix("/") ? target.path : "\(package.root)/\(target.path)"
      let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
      return paths.filter { $0.hasSuffix(".driver.yaml") }.sorted().map { path in
        DriverTarget(
          spec: "\(folder)/\(path)",
          program: FirmwareProgram(
            package: package.root, product: target.name, role: .component, usesPlugin: true))
      }
    }
  }

  private struct Description: Decodable {
    struct Target: Decodable {
      let name: String
      let path: String
      let type: String
    }
    let targets: [Target]
  }
}
