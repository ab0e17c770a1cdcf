import FoundationEssentials
import HostProcess

/// What `dddk build --output` leaves in a folder, as `artefacts.json` there says it to other build systems.
///
/// docs/artefacts.md describes every field.
struct Artefacts: Codable {
  /// One file of the folder.
  struct File: Codable {
    enum Kind: String, Codable {
      /// What the machine boots: loader, kernel and root-task image.
      case bootImage = "boot-image"
      /// A plain seL4 root server, the same for every kernel.
      case rootTaskImage = "root-task-image"
      /// What the root task starts, as it reads it.
      case manifest
      /// A program with its symbols.
      case kernel, loader
      case rootTask = "root-task"
      case component
    }

    let path: String
    let kind: Kind
    let bytes: Int
    let sha256: String
  }

  /// One component of the system.
  struct Component: Codable {
    let name: String
    /// Its program among the files.
    let path: String
    let priority: Int
    /// The driver's name in its spec, and the node of its device; missing for a program without a device.
    let driver: String?
    let device: String?
  }

  /// What the board is made with.
  struct Machine: Codable {
    let cpu: String
    let memoryMebibytes: Int
    /// Missing where the board leaves no choice.
    let interruptController: String?
  }

  /// The version of the kit that built it.
  let kit: String
  let board: String
  let processor: String
  let machine: Machine
  /// `reference`, the prefix of an installed seL4, or `none`.
  let kernel: String
  /// Whether a console listens on the serial line.
  let hasConsole: Bool
  let components: [Component]
  let files: [File]

  /// The name of the listing in the folder.
  static let fileName = "artefacts.json"
  static let bootImageName = "boot.elf"
  static let rootTaskImageName = "root-task-image.elf"
  static let manifestName = "manifest.bin"

  /// Where a component's program is in the folder: in one of its own, so that it may have any name.
  static func path(ofComponent image: String) -> String { "components/\(image)" }

  /// The one file of a kind, where there is one.
  func file(_ kind: File.Kind) -> File? { files.first { $0.kind == kind } }
}

/// Writes a folder of artefacts; what is there already with the same content is left alone, so that nothing that depends
/// on it is built again.
struct ArtefactFolder {
  let path: String
  private var files: [(path: String, kind: Artefacts.File.Kind, bytes: Int)] = []

  init(_ path: String) { self.path = path }

  /// Writes a file, and takes it into the listing.
  mutating func add(_ name: String, _ kind: Artefacts.File.Kind, _ bytes: [UInt8]) throws(CommandFailure) {
    let place = "\(path)/\(name)"
    let content = Data(bytes)
    files.append((name, kind, bytes.count))
    if FileManager.default.contents(atPath: place) == content { return }
    do {
      let file = URL(filePath: place)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try content.write(to: file, options: .atomic)
    } catch {
      throw CommandFailure(
        "`\(place)` cannot be written: \(error)", fix: "choose a folder of yours with --output")
    }
  }

  /// Takes a file's SHA-256, in hexadecimal.
  static func digests(of paths: [String]) throws -> [String] {
    let result = try ChildProcess.run(["sha256sum", "--"] + paths)
    let digests = result.output.split(separator: "\n").map { String($0.prefix { $0 != " " }) }
    // A name with a backslash or a line break is escaped, and its line then begins with a backslash.
    guard result.isSuccess, digests.count == paths.count else {
      throw CommandFailure("sha256sum: \(result.output)")
    }
    return digests.map { $0.hasPrefix("\\") ? String($0.dropFirst()) : $0 }
  }

  /// Every file with its digest.
  func listing() throws -> [Artefacts.File] {
    let digests = try Self.digests(of: files.map { "\(path)/\($0.path)" })
    return zip(files, digests).map { file, digest in
      Artefacts.File(path: file.path, kind: file.kind, bytes: file.bytes, sha256: digest)
    }
  }

  /// Writes the listing, always: its time says when the folder was last known to be up to date.
  ///
  /// What an earlier listing names and this one does not goes.
  func write(_ artefacts: Artefacts) throws {
    if let old = try? Artefacts(in: path) {
      for file in old.files where !artefacts.files.contains(where: { $0.path == file.path }) {
        let isWithin = !file.path.hasPrefix("/") && !file.path.split(separator: "/").contains("..")
        if isWithin { try? FileManager.default.removeItem(atPath: "\(path)/\(file.path)") }
      }
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let text = try encoder.encode(artefacts) + Data("\n".utf8)
    try text.write(to: URL(filePath: "\(path)/\(Artefacts.fileName)"), options: .atomic)
  }
}
