import Diagnostics
import DriverGenerator
import FoundationEssentials
import HostProcess
import MutationAnalysis
import SpecReader
import SpecRules

/// A scratch package of one driver and its tests, in which mutants of its spec are built and run, one after the other.
struct MutationStages {
  /// Who noticed a mutant, in the order in which they are asked.
  enum Stage: String, CaseIterable, Sendable {
    /// It does not compile, or its tests do not.
    case compiler
    /// A test on the fake device fails.
    case fake
    /// A test on QEMU's device fails.
    case device
    case survived
  }

  private let folder: String
  private let specPath: String
  private let sourceFolder: String
  private let fakeTests: String?
  private let deviceTests: String?
  private let specName: String

  /// The longest that one build or one run of tests may take.
  private static let patience = Duration.seconds(600)

  /// Lays the package out: links to the kit's sources, and a folder of its own for the driver.
  init(
    driver: String, fakeTests: String?, deviceTests: String?, spec: String, kit: Kit, scratch: String
  ) throws {
    let manager = FileManager.default
    folder = URL(filePath: "\(scratch)/\(driver)").path
    self.fakeTests = fakeTests
    self.deviceTests = deviceTests
    specName = URL(filePath: spec).lastPathComponent
    try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for name in ["Sources", "Tests", "Kernel", "docs"] {
      let link = "\(folder)/\(name)"
      if !manager.fileExists(atPath: link) {
        try manager.createSymbolicLink(atPath: link, withDestinationPath: kit.path(name))
      }
    }
    let manifest = try MutationManifest(of: kit)
    let target = try manifest.target(driver)
    sourceFolder = "\(folder)/\(target.path)"
    specPath = "\(sourceFolder)/\(specName)"
    try manager.createDirectory(atPath: sourceFolder, withIntermediateDirectories: true)
    for file in try manager.contentsOfDirectory(atPath: kit.path(target.path)) {
      let isOwn = target.sources?.contains(file) ?? !target.exclude.contains(file)
      guard file.hasSuffix(".swift"), isOwn else { continue }
      try Self.write(
        [UInt8](try Data(contentsOf: URL(filePath: kit.path("\(target.path)/\(file)")))),
        to: "\(sourceFolder)/\(file)")
    }
    let tests = [fakeTests, deviceTests].compactMap { $0 }
    let text = try manifest.text(driver: driver, specName: specName, tests: tests)
    try Self.write(Array(text.utf8), to: "\(folder)/Package.swift")
  }

  /// Who notices each of some mutants, by their names.
  func judge(_ mutants: [Mutant], of source: [UInt8]) throws -> [String: Stage] {
    var found = try kept(of: source)
    let open = mutants.filter { found[$0.name] == nil }
    if !open.isEmpty {
      say("building the driver unchanged …")
      guard try stage(of: source) == .survived else {
        throw CommandFailure(
          "the unchanged driver does not build or does not pass its tests", fix: "see \(folder)")
      }
    }
    for (index, mutant) in open.enumerated() {
      let stage = try stage(of: mutant.text(of: source))
      found[mutant.name] = stage
      try keep("\(mutant.name)\t\(stage.rawValue)\n")
      say("\(index + 1) of \(open.count): \(mutant.name): \(stage.rawValue)")
    }
    return found.filter { entry in mutants.contains { $0.name == entry.key } }
  }

  private func stage(of source: [UInt8]) throws -> Stage {
    let collector = DiagnosticCollector()
    let read = SpecReader.read(source, into: collector)
    guard let spec = read.spec.flatMap({ SpecRules.check($0, unread: read.unread, into: collector) }) else {
      return .compiler
    }
    try Self.write(source, to: specPath)
    for file in DriverGenerator(spec, from: SpecFile(name: specName, bytes: source)).files {
      try Self.write(Array(file.text.utf8), to: "\(sourceFolder)/Generated/\(file.name)")
    }
    guard try swift(["build", "--build-tests"]) else { return .compiler }
    if let fakeTests, try !swift(["test", "--skip-build", "--filter", fakeTests]) { return .fake }
    if let deviceTests, try !swift(["test", "--skip-build", "--filter", deviceTests]) {
      return .device
    }
    return .survived
  }

  private func swift(_ arguments: [String]) throws -> Bool {
    let result = try ChildProcess.run(
      ["swift"] + arguments + ["--package-path", folder], until: .after(Self.patience))
    try Self.write(Array(result.output.utf8), to: "\(folder)/last-output.txt")
    return result.isSuccess
  }

  // What was found is kept beside the spec that it was found of.

  private var record: String { "\(folder)/found.txt" }

  private func kept(of source: [UInt8]) throws -> [String: Stage] {
    let original = "\(folder)/original.driver.yaml"
    guard FileManager.default.contents(atPath: original) == Data(source) else {
      try Self.write(source, to: original)
      try Self.write([], to: record)
      return [:]
    }
    let text = String(decoding: FileManager.default.contents(atPath: record) ?? Data(), as: UTF8.self)
    var found: [String: Stage] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "\t")
      if parts.count == 2, let stage = Stage(rawValue: String(parts[1])) { found[String(parts[0])] = stage }
    }
    return found
  }

  private func keep(_ line: String) throws {
    let data = (FileManager.default.contents(atPath: record) ?? Data()) + Data(line.utf8)
    try data.write(to: URL(filePath: record))
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    let data = Data(bytes)
    if FileManager.default.contents(atPath: path) == data { return }
    try FileManager.default.createDirectory(
      atPath: URL(filePath: path).deletingLastPathComponent().path, withIntermediateDirectories: true)
    try data.write(to: URL(filePath: path))
  }
}

/// The kit's manifest, cut down to one driver and some of its tests.
struct MutationManifest {
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
    let pkgConfig: String?
    let settings: [Setting]
    let pluginUsages: [PluginUsage]?

    struct PluginUsage: Decodable {}
    /// Whether its source is generated from a spec.
    var isDriver: Bool { pluginUsages?.isEmpty == false }
  }

  private struct Package: Decodable { let targets: [Target] }
  private let targets: [String: Target]
  private let kit: Kit

  init(of kit: Kit) throws {
    self.kit = kit
    let result = try ChildProcess.run(
      ["swift", "package", "--package-path", kit.root, "dump-package"], errors: .null)
    guard result.isSuccess,
      let package = try? JSONDecoder().decode(Package.self, from: Data(result.output.utf8))
    else {
      throw CommandFailure(
        "the kit's manifest cannot be read", fix: "run swift package dump-package in \(kit.root)")
    }
    targets = Dictionary(package.targets.map { ($0.name, $0) }) { first, _ in first }
  }

  func target(_ name: String) throws(CommandFailure) -> Target {
    guard let target = targets[name] else { throw CommandFailure("the kit has no target `\(name)`") }
    return target
  }

  /// A manifest with a driver, some test targets and all that they need; the driver's generated source stands in its folder.
  ///
  /// Other drivers are left out, and so are the files of the tests that import them.
  func text(driver: String, specName: String, tests: [String]) throws -> String {
    let others = Set(targets.values.filter { $0.isDriver && $0.name != driver }.map(\.name))
    var needed: Set<String> = []
    var rest = [driver] + tests
    while let name = rest.popLast() {
      guard needed.insert(name).inserted else { continue }
      rest += try target(name).dependencies.compactMap(\.name).filter {
        targets[$0] != nil && !others.contains($0)
      }
    }
    var lines = [
      "// swift-tools-version: 6.2", "import PackageDescription", "", "let package = Package(",
      "  name: \"mutants\",",
      "  targets: [",
    ]
    for name in needed.sorted() {
      let target = try target(name)
      var exclude = name == driver ? [specName] : target.exclude
      if target.type == "test" { exclude += try files(of: target, importing: others) }
      lines.append("    \(Self.line(target, exclude: exclude, needed)),")
    }
    return (lines + ["  ]", ")", ""]).joined(separator: "\n")
  }

  /// The files of a target that import one of some modules.
  private func files(of target: Target, importing modules: Set<String>) throws -> [String] {
    let names = modules.map { $0.replacing("-", with: "_") }
    return try FileManager.default.contentsOfDirectory(atPath: kit.path(target.path)).sorted().filter {
      file in
      guard file.hasSuffix(".swift"),
        let data = FileManager.default.contents(atPath: kit.path("\(target.path)/\(file)"))
      else { return false }
      let imports = String(decoding: data, as: UTF8.self).split(separator: "\n")
        .filter { $0.hasPrefix("import ") || $0.contains(" import ") }.compactMap {
          $0.split(separator: " ").last
        }
      return imports.contains { names.contains(String($0)) }
    }
  }

  private static func line(_ target: Target, exclude: [String], _ known: Set<String>) -> String {
    func quoted(_ texts: [String]) -> String { texts.map { "\"\($0)\"" }.joined(separator: ", ") }
    if target.type == "system" {
      let package = target.pkgConfig.map { ", pkgConfig: \"\($0)\"" } ?? ""
      return ".systemLibrary(name: \"\(target.name)\", path: \"\(target.path)\"\(package))"
    }
    let function = ["executable": "executableTarget", "test": "testTarget"][target.type] ?? "target"
    var parts = ["name: \"\(target.name)\""]
    parts.append("dependencies: [\(quoted(target.dependencies.compactMap(\.name).filter(known.contains)))]")
    parts.append("path: \"\(target.path)\"")
    if !exclude.isEmpty { parts.append("exclude: [\(quoted(exclude))]") }
    if let sources = target.sources { parts.append("sources: [\(quoted(sources))]") }
    if let headers = target.publicHeadersPath { parts.append("publicHeadersPath: \"\(headers)\"") }
    let settings = target.settings.compactMap { setting in
      if setting.kind.strictMemorySafety != nil { return ".strictMemorySafety()" }
      if let warnings = setting.kind.treatAllWarnings { return ".treatAllWarnings(as: .\(warnings._0))" }
      return setting.kind.enableExperimentalFeature.map { ".enableExperimentalFeature(\"\($0._0)\")" }
    }
    if !settings.isEmpty { parts.append("swiftSettings: [\(settings.joined(separator: ", "))]") }
    return ".\(function)(\(parts.joined(separator: ", ")))"
  }
}
