import FoundationEssentials
import HostProcess

/// The kit's own source tree: what the command builds, and the templates that it fills in.
struct Kit {
  /// The kit's version.
  static let version = "0.1.0"
  /// The identity by which packages depend on it.
  static let identity = "swift-dddk"

  /// The kit's root folder.
  let root: String

  /// The tree from which this command was built, or the one that DDDK_KIT names.
  static func locate() throws(CommandFailure) -> Kit {
    let root = HostEnvironment["DDDK_KIT"] ?? sourceRoot
    guard FileManager.default.fileExists(atPath: "\(root)/Sources/Tools/dddk/Kit.swift") else {
      throw CommandFailure(
        "the kit's sources are not at `\(root)` any more",
        fix: "build dddk again, or set DDDK_KIT to a clone of \(identity)")
    }
    return Kit(root: root)
  }

  /// Four folders above this file: the command is always built from the kit's sources.
  private static let sourceRoot: String = {
    var path = #filePath[...]
    for _ in 0..<4 { path = path[..<(path.lastIndex(of: "/") ?? path.startIndex)] }
    return String(path)
  }()

  func path(_ relative: String) -> String { "\(root)/\(relative)" }

  /// What the kit's own target programs are made of, and the command itself.
  var inputs: [String] {
    ["Package.swift", "Sources/Runtime", "Kernel"].map(path) + [Self.command].compactMap { $0 }
  }

  /// The command's own file, where the host tells it.
  private static var command: String? {
    try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
  }

  /// The environment in which the plugin GenerateDrivers runs this command, and SwiftPM compiles no generator first.
  static var generator: [String: String] {
    guard let command, command.hasSuffix("/dddk") else { return [:] }
    return ["DDDK_GENERATOR": command]
  }

  /// Where a package manager keeps what it downloaded: such a kit came by URL.
  var isCheckout: Bool { root.contains("/.build/checkouts/") }

  /// Where the kit's own target programs are built: in the kit, so that packages share them, or in the
  /// package where the kit may not be written.
  func buildFolder(for package: String) -> String {
    isWritable ? path(".build-dddk") : "\(package)/.build-dddk"
  }

  /// Whether files can be made in the kit's folder.
  var isWritable: Bool { FileManager.default.isWritableFile(atPath: root) }
}
