import ArgumentParser
import FoundationEssentials
import HostProcess

/// The Swift package that the person works in.
struct PackageFolder {
  /// Its absolute path.
  let root: String

  /// The package that holds a folder, or the folder's own.
  static func containing(_ folder: String) throws(CommandFailure) -> PackageFolder {
    var url = URL(filePath: folder).standardizedFileURL.resolvingSymlinksInPath()
    let start = url.path
    while !FileManager.default.fileExists(atPath: url.appending(path: "Package.swift").path) {
      let above = url.deletingLastPathComponent()
      guard above.path != url.path, url.path != "/" else {
        throw CommandFailure(
          "there is no Swift package in `\(start)` or above it",
          fix: "make one: dddk new my-uart; or name its folder: --package-path DIR")
      }
      url = above
    }
    var root = url.path
    if root.count > 1, root.hasSuffix("/") { root.removeLast() }
    return PackageFolder(root: root)
  }

  /// Whether this is the kit itself.
  func isKit(_ kit: Kit) -> Bool {
    root == URL(filePath: kit.root).standardizedFileURL.resolvingSymlinksInPath().path
  }

  /// The system file, where the package has one.
  var systemFile: String? {
    let path = "\(root)/system.yaml"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }

  /// All driver specs below `Sources`, sorted.
  var specs: [String] {
    let folder = "\(root)/Sources"
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return paths.filter { $0.hasSuffix(".driver.yaml") }.sorted().map { "\(folder)/\($0)" }
  }
}

struct PackageOption: ParsableArguments {
  @Option(name: .long, help: "The driver's package (default: the one here).", completion: .directory)
  var packagePath = "."

  func package() throws(CommandFailure) -> PackageFolder { try .containing(packagePath) }
}
