import DriverGenerator
import FoundationEssentials

/// A package around one spec and its Swift files, for who has no package: the driver's source is written into it.
struct SpecPackage {
  let spec: SpecFile
  /// The name of its program: the spec's, without `.driver.yaml`.
  let name: String
  private let sources: [String]
  private let manifest: String

  /// - Throws: what is wrong with the spec's name or with a source.
  init(spec: SpecFile, sources: [String], kit: Kit) throws(CommandFailure) {
    let suffix = ".driver.yaml"
    guard spec.name.hasSuffix(suffix) else {
      throw CommandFailure("`\(spec.name)` is no name of a spec", fix: "let it end in \(suffix)")
    }
    name = String(spec.name.dropLast(suffix.count))
    // The package is built without the kit's drivers, so that it may replace one of them.
    let isReplacement = DriverTarget.shipped(by: kit).contains { [name] in $0.program.product == name }
    if !isReplacement, let fault = PackageName.fault(in: name) {
      throw CommandFailure("\(spec.name): \(fault)")
    }
    for source in sources where !FileManager.default.fileExists(atPath: source) || !source.hasSuffix(".swift")
    {
      throw CommandFailure(
        "`\(source)` is no Swift file", fix: "name files that are there: --source Hooks.swift")
    }
    self.spec = spec
    self.sources = sources.map { URL(filePath: $0).standardizedFileURL.path }
    manifest = """
      // swift-tools-version: 6.2
      // Written by `dddk build --spec`: do not edit.
      import PackageDescription

      let package = Package(
        name: "\(name)-server",
        dependencies: [\(KitDependency(naming: kit.root).manifestLine)],
        targets: [
          .executableTarget(
            name: "\(name)", dependencies: [.product(name: "DriverRuntime", package: "\(Kit.identity)")])
        ]
      )

      """
  }

  /// The line by which the compiler's messages name the person's own file.
  private static func located(_ path: String) -> Data {
    if path.contains(where: { $0 == "\"" || $0 == "\\" || $0.isNewline }) { return Data() }
    return Data("#sourceLocation(file: \"\(path)\", line: 1)\n".utf8)
  }

  /// Writes the package; what is the same is left alone.
  ///
  /// - Parameters:
  ///   - generated: the driver's source.
  ///   - folder: where; what stood there of an earlier spec goes.
  /// - Returns: the package's root.
  /// - Throws: what the host refuses.
  func write(_ generated: [GeneratedFile], into folder: String) throws -> String {
    let manager = FileManager.default
    let root = URL(filePath: folder).standardizedFileURL.path
    let target = "\(root)/Sources/\(name)"
    try manager.createDirectory(atPath: target, withIntermediateDirectories: true)
    var files = [(path: "\(root)/Package.swift", content: Data(manifest.utf8))]
    files += generated.map { ("\(target)/\($0.name)", Data($0.text.utf8)) }
    for source in sources {
      let name = URL(filePath: source).lastPathComponent
      guard !files.contains(where: { $0.path == "\(target)/\(name)" }) else {
        throw CommandFailure("two sources are named `\(name)`", fix: "rename one of them")
      }
      files.append(("\(target)/\(name)", Self.located(source) + Data(try CheckedFile.bytes(of: source))))
    }
    for old in try manager.contentsOfDirectory(atPath: "\(root)/Sources") where old != name {
      try manager.removeItem(atPath: "\(root)/Sources/\(old)")
    }
    for old in try manager.contentsOfDirectory(atPath: target)
    where !files.contains(where: { $0.path == "\(target)/\(old)" }) {
      try manager.removeItem(atPath: "\(target)/\(old)")
    }
    for file in files where manager.contents(atPath: file.path) != file.content {
      try file.content.write(to: URL(filePath: file.path), options: .atomic)
    }
    return root
  }
}
