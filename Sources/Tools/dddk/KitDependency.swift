import FoundationEssentials

/// The line by which a package's manifest depends on the kit.
struct KitDependency {
  let manifestLine: String

  /// A kit that the person names.
  init(naming kit: String) {
    if kit.contains("://") || kit.hasPrefix("git@") {
      manifestLine = ".package(url: \"\(kit)\", from: \"\(Kit.version)\")"
    } else {
      manifestLine = Self.line(folder: URL(filePath: kit).standardizedFileURL.path)
    }
  }

  /// The kit that this command comes from: where it came by URL, the same URL.
  init(of kit: Kit) throws(CommandFailure) {
    guard kit.isCheckout else {
      manifestLine = Self.line(folder: kit.root)
      return
    }
    // A checkout lies in PACKAGE/.build/checkouts/swift-dddk; PACKAGE/Package.resolved says where from.
    let package = kit.root.components(separatedBy: "/.build/checkouts/")[0]
    guard let data = FileManager.default.contents(atPath: "\(package)/Package.resolved"),
      let pins = try? JSONDecoder().decode(Resolved.self, from: data),
      let pin = pins.pins.first(where: { $0.identity == Kit.identity })
    else {
      throw CommandFailure(
        "`\(package)/Package.resolved` does not say where the kit came from",
        fix: "name the kit: dddk new … --kit URL")
    }
    let requirement =
      if let version = pin.state.version {
        "from: \"\(version)\""
      } else if let branch = pin.state.branch {
        "branch: \"\(branch)\""
      } else {
        "revision: \"\(pin.state.revision)\""
      }
    manifestLine = ".package(url: \"\(pin.location)\", \(requirement))"
  }

  private static func line(folder: String) -> String {
    ".package(name: \"\(Kit.identity)\", path: \"\(folder)\")"
  }

  private struct Resolved: Decodable {
    struct Pin: Decodable {
      struct State: Decodable {
        let version: String?
        let branch: String?
        let revision: String
      }
      let identity: String
      let location: String
      let state: State
    }
    let pins: [Pin]
  }
}
