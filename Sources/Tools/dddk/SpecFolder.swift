import FoundationEssentials
import HostProcess

/// Specs on their way into a folder: nothing is written before all of them are known to have room.
struct SpecFolder {
  private let folder: String
  private var files: [(name: String, bytes: [UInt8])] = []
  private var names: Set<String> = []

  init(_ folder: String) { self.folder = folder }

  /// Takes a file.
  ///
  /// - Parameters:
  ///   - name: its name; another is found where a file of the same name was taken before.
  ///   - bytes: its content.
  /// - Returns: the name that it has in the folder.
  /// - Throws: when another file stands in its place.
  @discardableResult
  mutating func add(_ name: String, _ bytes: [UInt8]) throws(CommandFailure) -> String {
    var free = name
    var number = 2
    while !names.insert(free).inserted {
      free = name.replacing(".driver.yaml", with: "-\(number).driver.yaml")
      number += 1
    }
    let path = "\(folder)/\(free)"
    if let there = FileManager.default.contents(atPath: path), there != Data(bytes) {
      throw CommandFailure(
        "`\(path)` is there already, and holds something else",
        fix: "choose another folder with --output, or delete the file")
    }
    files.append((free, bytes))
    return free
  }

  /// Writes the files, and says so.
  func write() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    // Foundation would wait for the disk at every file.
    for file in files { try Descriptor.open(writing: "\(folder)/\(file.name)").sendAll(file.bytes) }
    if files.count == 1 {
      say("wrote \(folder == "." ? files[0].name : "\(folder)/\(files[0].name)")")
    } else {
      say("wrote \(files.count) files to \(folder)")
    }
  }
}
