import FoundationEssentials
import HostProcess

/// The targets of the kit's manifest.
struct KitTargets {
  /// A target as `swift package dump-package` has it.
  struct Target: Decodable {
    struct Setting: Decodable {
      struct Named: Decodable { let _0: String }
      struct Kind: Decodable {
        let strictMemorySafety: [String: String]?
        let treatAllWarnings: Named?
        let enableExperimentalFeature: Named?
      }
      let kind: Kind
    }
    struct Dependency: Decodable {
      let name: String?
      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer().decode([String: [String?]].self)
        name = container["byName"]?.first ?? nil
      }
    }
    let name: String
    let type: String
    let path: String
    let dependencies: [Dependency]
    let exclude: [String]
    let sources: [String]?
    let publicHeadersPath: String?
    let settings: [Setting]

    /// The name by which Swift imports it.
    var module: String { name.replacing("-", with: "_") }

    /// The settings as the Swift compiler takes them.
    var compilerOptions: [String] {
      settings.flatMap { setting -> [String] in
        if setting.kind.strictMemorySafety != nil { return ["-strict-memory-safety"] }
        if setting.kind.treatAllWarnings?._0 == "error" { return ["-warnings-as-errors"] }
        return setting.kind.enableExperimentalFeature.map { ["-enable-experimental-feature", $0._0] } ?? []
      }
    }

    /// Whether a file of its folder is its own.
    func owns(_ file: String) -> Bool {
      file.hasSuffix(".swift") && (sources?.contains(file) ?? !exclude.contains(file))
    }
  }

  private struct Package: Decodable { let targets: [Target] }
  private let targets: [String: Target]
  /// The names of those that the manifest has without drivers: no driver, no test, and nothing that is made of specs.
  private let withoutDrivers: Set<String>
  private let kit: Kit

  init(of kit: Kit) throws {
    self.kit = kit
    func targets(_ environment: [String: String]) throws -> [Target] {
      let result = try ChildProcess.run(
        ["swift", "package", "--package-path", kit.root, "dump-package"], environment: environment,
        errors: .null)
      guard result.isSuccess,
        let package = try? JSONDecoder().decode(Package.self, from: Data(result.output.utf8))
      else {
        throw CommandFailure(
          "the kit's manifest cannot be read", fix: "run swift package dump-package in \(kit.root)")
      }
      return package.targets
    }
    self.targets = Dictionary(try targets([:]).map { ($0.name, $0) }) { first, _ in first }
    withoutDrivers = Set(try targets(["DDDK_WITHOUT_DRIVERS": "1"]).map(\.name))
  }

  subscript(name: String) -> Target {
    get throws(CommandFailure) {
      guard let target = targets[name] else { throw CommandFailure("the kit has no target `\(name)`") }
      return target
    }
  }

  /// What some targets need, themselves not among it, and nothing made of specs: in the order of their names.
  func needed(by names: [String]) throws(CommandFailure) -> [Target] {
    var needed: Set<String> = []
    var rest = names
    while let name = rest.popLast() {
      for other in try self[name].dependencies.compactMap(\.name) {
        guard withoutDrivers.contains(other), !names.contains(other) else { continue }
        if needed.insert(other).inserted { rest.append(other) }
      }
    }
    return needed.sorted().compactMap { targets[$0] }
  }

  /// The files of a target, those left out that import a driver other than `driver` or something else made of specs.
  func files(of target: Target, without driver: String) throws -> [String] {
    let others = Set(
      targets.values.filter { !withoutDrivers.contains($0.name) && $0.name != driver }.map(\.module))
    return try FileManager.default.contentsOfDirectory(atPath: kit.path(target.path)).sorted().filter {
      file in
      guard target.owns(file),
        let data = FileManager.default.contents(atPath: kit.path("\(target.path)/\(file)"))
      else { return false }
      return !String(decoding: data, as: UTF8.self).split(separator: "\n").contains { line in
        guard line.hasPrefix("import ") || line.contains(" import ") else { return false }
        return line.split(separator: " ").last.map { others.contains(String($0)) } ?? false
      }
    }
  }
}
