import FoundationEssentials

/// The line by which a package's manifest depends on the kit.
struct KitDependency {
  let manifestLine: String
  /// Where the spec language's JSON Schema lies, as a spec in `Sources/NAME` of the package names it.
  let schema: String

  /// A kit that the person names.
  init(naming kit: String) {
    if kit.contains("://") || kit.hasPrefix("git@") {
      manifestLine = ".package(url: \"\(kit)\", from: \"\(Kit.version)\")"
      schema = Self.schema(in: Self.checkout)
    } else {
      let folder = URL(filePath: kit).standardizedFileURL.path
      manifestLine = Self.line(folder: folder)
      schema = Self.schema(in: folder)
    }
  }

  /// The kit that this command comes from: where it came by URL, the same URL.
  init(of kit: Kit) throws(CommandFailure) {
    guard kit.isCheckout else {
      manifestLine = Self.line(folder: kit.root)
      schema = Self.schema(in: kit.root)
      return
    }
    schema = Self.schema(in: Self.checkout)
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

  /// Where SwiftPM puts a kit that comes by URL.
  private static let checkout = "../../.build/checkouts/\(Kit.identity)"

  private static func schema(in kit: String) -> String { "\(kit)/docs/driver-spec.schema.json" }

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
