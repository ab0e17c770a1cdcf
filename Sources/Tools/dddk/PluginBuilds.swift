import DriverGenerator
import FoundationEssentials
import HostProcess

/// A package whose driver the plugin generates, and the same package with the generated files as its own sources.
///
/// Both stand in the kit's build folder, where the first run builds the generator and the runtime, once.
struct PluginBuilds {
  private let generating: String
  private let plain: String
  private let specPath: String
  private let spec: [UInt8]

  /// The driver that both packages hold; it needs no Swift of its author's.
  private static let driver = "pl011"
  private static let target = "bench-uart"
  /// The longest that one build may take.
  private static let patience = Duration.seconds(3600)

  /// Lays both packages out and builds them.
  init(_ kit: Kit) throws {
    let folder = "\(kit.path(".build-dddk"))/bench-generator"
    let place = kit.path("DriverSpecs/serial/\(Self.driver).driver.yaml")
    let checked = try CheckedFile(checking: place)
    guard let model = checked.spec else { throw CommandFailure("\(place) has mistakes") }
    spec = try CheckedFile.bytes(of: place)
    generating = "\(folder)/generating"
    plain = "\(folder)/plain"
    specPath = "\(generating)/Sources/\(Self.target)/\(Self.driver).driver.yaml"
    let dependency = try KitDependency(of: kit).manifestLine
    for (package, plugins) in [
      (generating, ", plugins: [.plugin(name: \"GenerateDrivers\", package: \"\(Kit.identity)\")]"),
      (plain, ""),
    ] {
      try FileManager.default.createDirectory(
        atPath: "\(package)/Sources/\(Self.target)", withIntermediateDirectories: true)
      let manifest = """
        // swift-tools-version: 6.2
        import PackageDescription

        let package = Package(
          name: "\(Self.target)", dependencies: [\(dependency)],
          targets: [
            .executableTarget(
              name: "\(Self.target)",
              dependencies: [.product(name: "DriverRuntime", package: "\(Kit.identity)")]\(plugins))
          ])

        """
      try Self.write(Array(manifest.utf8), to: "\(package)/Package.swift")
      // SwiftPM builds no target without a source file.
      try Self.write([], to: "\(package)/Sources/\(Self.target)/Empty.swift")
    }
    try Self.write(spec, to: specPath)
    let source = SpecFile(name: "\(Self.driver).driver.yaml", bytes: spec)
    for file in DriverGenerator(model, from: source).files {
      try Self.write(Array(file.text.utf8), to: "\(plain)/Sources/\(Self.target)/\(file.name)")
    }
    // A first build links the tool again after it ran it, so that the second one runs it once more, to no effect.
    for package in [generating, plain, generating, plain] { _ = try Self.build(package) }
  }

  /// How many times as much processor time a build with nothing changed takes with the plugin as without it: the
  /// median of pairs of builds, one right after the other.
  func unchanged(pairs: Int) throws -> Double {
    var ratios: [Double] = []
    for _ in 0..<pairs {
      let with = try Self.build(generating)
      let without = try Self.build(plain)
      guard with.commands == 0, with.modules.isEmpty, without.modules.isEmpty else {
        throw CommandFailure("a build with nothing changed did something:\n\(with.text)")
      }
      ratios.append(with.seconds / without.seconds)
    }
    return ratios.sorted()[pairs / 2]
  }

  /// What a build does after a word of the spec changed, which is changed back then.
  ///
  /// - Returns: How many commands of the plugin ran, and how many modules were compiled.
  func changed() throws -> (commands: Int, modules: Int) {
    let text = String(decoding: spec, as: UTF8.self)
    try Self.write(
      Array(text.replacing("summary: ", with: "summary: changed ", maxReplacements: 1).utf8), to: specPath)
    let build = try Self.build(generating)
    try Self.write(spec, to: specPath)
    _ = try Self.build(generating)
    return (build.commands, build.modules.count)
  }

  /// What a build did.
  private struct Build {
    let text: String
    let seconds: Double
    var commands: Int { lines.count { $0.contains("Generating the driver of") } }
    var modules: Set<Substring> {
      Set(
        lines.compactMap { line in
          guard let range = line.firstRange(of: "] Compiling ") else { return nil }
          return line[range.upperBound...].prefix { $0 != " " }
        })
    }
    private var lines: [Substring] { text.split(separator: "\n") }
  }

  private static func build(_ package: String) throws -> Build {
    let before = ChildUsage.current()
    let result = try ChildProcess.run(
      ["swift", "build", "--package-path", package, "--product", target], until: .after(patience))
    let after = ChildUsage.current()
    guard result.isSuccess else { throw CommandFailure("a package does not build:\n\(result.output)") }
    return Build(text: result.output, seconds: after.seconds - before.seconds)
  }

  /// Writes a file where its content is another; a new date alone would have it compiled again.
  private static func write(_ bytes: [UInt8], to path: String) throws {
    if FileManager.default.contents(atPath: path) == Data(bytes) { return }
    try Data(bytes).write(to: URL(filePath: path))
  }
}
