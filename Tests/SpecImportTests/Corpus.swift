import Foundation

/// The SVD files and device trees that nobody in this project wrote, where they are at hand.
enum Corpus {
  /// The corpus's folder: in `DDDK_CORPUS`, or beside the package's root; `nil` where it is absent.
  static let folder: URL? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let place =
      ProcessInfo.processInfo.environment["DDDK_CORPUS"].map { URL(filePath: $0) }
      ?? root.appending(path: "../shared/corpus").standardized
    return FileManager.default.fileExists(atPath: place.appending(path: "svd").path) ? place : nil
  }()

  /// Why the tests over the corpus do not run, where they do not.
  static let absence = "the corpus is absent: set DDDK_CORPUS to its folder"

  /// Names of the SVD files, without `.svd`.
  static var svds: [String] { names(in: "svd", ".svd") }
  /// Names of the device trees, without `.dtb`.
  static var trees: [String] { names(in: "dtb", ".dtb") }

  private static func names(in place: String, _ ending: String) -> [String] {
    guard let folder,
      let files = try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: place).path)
    else { return [] }
    return files.filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) }.sorted()
  }

  static func svd(_ name: String) throws -> [UInt8] { try bytes("svd/\(name).svd") }
  static func tree(_ name: String) throws -> [UInt8] { try bytes("dtb/\(name).dtb") }

  static func bytes(_ path: String) throws -> [UInt8] {
    guard let folder else { return [] }
    return Array(try Data(contentsOf: folder.appending(path: path)))
  }
}
