import Boards
import FoundationEssentials

extension Artefacts {
  /// Reads the listing of a folder.
  init(in folder: String) throws(CommandFailure) {
    let path = "\(folder)/\(Artefacts.fileName)"
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandFailure(
        "`\(folder)` holds no \(Artefacts.fileName)", fix: "dddk build --output \(folder)")
    }
    guard let read = try? JSONDecoder().decode(Artefacts.self, from: data) else {
      throw CommandFailure(
        "`\(path)` is not what `dddk build` of this kit (\(Kit.version)) writes",
        fix: "build again: dddk build --output \(folder)")
    }
    self = read
  }

  /// The board that the artefacts are for.
  func chosenBoard() throws(CommandFailure) -> Board {
    let variant = try? Board.named(board)?.with(
      processor: machine.cpu, memoryMebibytes: machine.memoryMebibytes,
      interruptController: machine.interruptController)
    guard let variant
    else {
      throw CommandFailure(
        "the artefacts are for the board `\(board)` with \(machine.cpu) and \(machine.memoryMebibytes) MiB, which this kit "
          + "does not know",
        fix: "dddk boards lists those that it knows")
    }
    return variant
  }

  /// The kernel, for people.
  var kernelName: String {
    switch kernel {
    case "reference": "the reference kernel"
    case "none": "no kernel"
    default: "seL4 in \(kernel)"
    }
  }

  /// The path of a file that the machine is given, once it is known to be what was built.
  func checkedPath(_ kind: File.Kind, in folder: String) throws -> String {
    let fix = "build again: dddk build --output \(folder)"
    guard let file = file(kind) else {
      guard kernel == "none" else {
        throw CommandFailure(
          "`\(folder)/artefacts.json` names no file of the kind \(kind.rawValue)", fix: fix)
      }
      throw CommandFailure(
        "`\(folder)` was built without a kernel: there is nothing to boot",
        fix: "dddk build --output \(folder), with the kernel that you want")
    }
    let path = "\(folder)/\(file.path)"
    guard let content = FileManager.default.contents(atPath: path) else {
      throw CommandFailure("`\(path)` is missing", fix: fix)
    }
    guard content.count == file.bytes else {
      throw CommandFailure(
        "`\(path)` has \(content.count) bytes, and had \(file.bytes) when it was built", fix: fix)
    }
    let digest = try ArtefactFolder.digests(of: [path])[0]
    guard digest == file.sha256 else {
      throw CommandFailure(
        "`\(path)` is damaged: its SHA-256 is \(digest), and was \(file.sha256) when it was built", fix: fix)
    }
    return path
  }
}
