import Foundation

/// The package's targets, as SwiftPM reads the manifest.
struct Manifest: Decodable, Sendable {
  var targets: [Target]

  struct Target: Decodable, Sendable {
    var name: String
    var type: String
    var path: String?
    var dependencies: [Dependency]
    var exclude: [String]
    var sources: [String]?
  }

  struct Dependency: Decodable, Sendable {
    var name: String

    init(from decoder: any Decoder) throws {
      // `{"byName": ["CFDT", null]}`, `{"product": ["ArgumentParser", …]}`, `{"target": […]}`
      let kinds = try decoder.singleValueContainer().decode([String: [Value]].self)
      name = kinds.values.first?.first?.text ?? ""
    }

    /// The first element is the name; the others are nothing that matters here.
    private struct Value: Decodable {
      var text: String?
      init(from decoder: any Decoder) throws {
        text = try? decoder.singleValueContainer().decode(String.self)
      }
    }
  }

  /// What `swift package dump-package` says, once for all tests.
  static let current: Result<Manifest, any Error> = Result {
    let scratch = FileManager.default.temporaryDirectory.appending(path: "dddk-manifest-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: scratch) }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "swift", "package", "--package-path", SourceTree.root.path, "--scratch-path", scratch.path,
      "dump-package",
    ]
    process.standardOutput = output
    process.standardError = Pipe()
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return try JSONDecoder().decode(Manifest.self, from: data)
  }

  /// The Swift files of a target.
  func files(of target: Target) -> [SourceTree.File] {
    guard let path = target.path else { return [] }
    // Targets whose folder lies inside this one's have their own files.
    let inner = targets.compactMap(\.path).filter { $0.hasPrefix(path + "/") }.map { $0 + "/" }
    let left = target.exclude.map { "\(path)/\($0)" }
    let taken = target.sources.map { $0.map { "\(path)/\($0)" } }
    return SourceTree.swift.filter { file in
      file.path.hasPrefix(path + "/") && !inner.contains { file.path.hasPrefix($0) }
        && !left.contains { file.path == $0 || file.path.hasPrefix($0 + "/") }
        && (taken?.contains { file.path == $0 || file.path.hasPrefix($0 + "/") } ?? true)
    }
  }
}
