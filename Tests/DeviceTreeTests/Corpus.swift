import Foundation

/// The device trees that nobody in this project wrote, where they are at hand.
enum Corpus {
  /// The corpus's folder of blobs: in `DDDK_CORPUS`, or beside the package's root; `nil` where it is absent.
  static let folder: URL? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let place =
      ProcessInfo.processInfo.environment["DDDK_CORPUS"].map { URL(filePath: $0) }
      ?? root.appending(path: "../shared/corpus").standardized
    let blobs = place.appending(path: "dtb")
    return FileManager.default.fileExists(atPath: blobs.path) ? blobs : nil
  }()

  /// Why the tests over the corpus do not run, where they do not.
  static let absence = "the corpus is absent: set DDDK_CORPUS to its folder"

  /// Names of the blobs, without `.dtb`.
  static var names: [String] {
    guard let folder, let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else {
      return []
    }
    return files.filter { $0.hasSuffix(".dtb") }.map { String($0.dropLast(4)) }.sorted()
  }

  static func blob(_ name: String) throws -> [UInt8] {
    guard let folder else { return [] }
    return Array(try Data(contentsOf: folder.appending(path: name + ".dtb")))
  }

  /// What independent readers say of one node.
  struct Fact: Decodable {
    var node: String
    var compatible: [String]
    var status: String
    /// Address for the CPU, size and address on the bus, in hexadecimal.
    var reg: [[String?]]?
    var irq: [Interrupt]?

    /// The controller's path and the cells.
    struct Interrupt: Decodable {
      var controller: String
      var cells: [UInt32]

      init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        controller = try values.decode(String.self)
        cells = try values.decode([UInt32].self)
      }
    }
  }

  static func facts(_ name: String) throws -> [Fact] {
    guard let folder else { return [] }
    let text = try String(contentsOf: folder.appending(path: name + ".facts.jsonl"), encoding: .utf8)
    return try text.split(separator: "\n").map { try JSONDecoder().decode(Fact.self, from: Data($0.utf8)) }
  }
}
