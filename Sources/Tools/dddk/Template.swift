import FoundationEssentials

/// A package that stands in the kit under an example's name, and is copied under another.
///
/// The example itself builds and is tested, so that no placeholder syntax stands in it.
struct Template {
  /// The example's names, and its dependency on the kit it stands in.
  static let example = PackageName("my-uart")
  static let exampleDependency = ".package(name: \"\(Kit.identity)\", path: \"../..\")"
  static let exampleSchema = "../../../../docs/driver-spec.schema.json"

  let folder: String
  let name: PackageName
  let dependency: KitDependency

  /// Writes the package; answers the paths of its files in it.
  ///
  /// - Parameters:
  ///   - destination: a folder that is not there yet, or is empty.
  ///   - spec: the path of a spec that takes the place of the example's.
  ///   - replacements: texts that take the place of files, by how their paths end.
  /// - Returns: the files' paths, sorted.
  /// - Throws: when something stands in the way; then nothing was written.
  func write(
    to destination: String, spec: String?, replacing replacements: [(ending: String, text: String)] = []
  ) throws -> [String] {
    let manager = FileManager.default
    if let there = try? manager.contentsOfDirectory(atPath: destination), !there.isEmpty {
      throw CommandFailure(
        "`\(destination)` is there already and not empty", fix: "choose another place with --path")
    }
    var files: [(path: String, text: Data)] = []
    for path in try manager.subpathsOfDirectory(atPath: folder).sorted() where Self.isPart(path) {
      guard let content = manager.contents(atPath: "\(folder)/\(path)") else { continue }
      var isFolder = false
      _ = manager.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder)
      if isFolder { continue }
      files.append((renamed(path), Data(renamed(String(decoding: content, as: UTF8.self)).utf8)))
    }
    if let spec {
      guard let content = manager.contents(atPath: spec) else {
        throw CommandFailure("there is no spec at `\(spec)`")
      }
      for index in files.indices where files[index].path.hasSuffix(".driver.yaml") {
        files[index].text = content
      }
    }
    for index in files.indices {
      if let replacement = replacements.first(where: { files[index].path.hasSuffix($0.ending) }) {
        files[index].text = Data(replacement.text.utf8)
      }
    }
    for file in files {
      let place = URL(filePath: "\(destination)/\(file.path)")
      try manager.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try file.text.write(to: place)
    }
    return files.map(\.path)
  }

  /// What a build leaves in the example is no part of it.
  private static func isPart(_ path: String) -> Bool {
    !path.split(separator: "/").contains {
      $0.hasPrefix(".build") || $0 == "Package.resolved" || $0 == ".swiftpm"
    }
  }

  private func renamed(_ text: String) -> String {
    text.replacing(Self.exampleDependency, with: dependency.manifestLine)
      .replacing(Self.exampleSchema, with: dependency.schema)
      .replacing(Self.example.package, with: name.package)
      .replacing(Self.example.module, with: name.module)
      .replacing(Self.example.type, with: name.type)
  }
}
