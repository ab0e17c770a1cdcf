import ArgumentParser
import BoardTree
import DeviceTree
import Diagnostics
import HostProcess
import SpecImport

/// `dddk import dtb`.
struct ImportTree: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dtb",
    abstract: "Begins a driver spec for a node of a device tree, or lists the nodes.",
    discussion: """
      The spec has what the tree says: `compatible`, resources, parameters. Registers come from the manual.

      EXAMPLES
        dddk import dtb virt.dtb --list
        dddk import dtb virt.dtb --list --format json
        dddk import dtb virt.dtb --node /pl011@9000000 --output specs
      """)

  @Argument(help: "The device tree blob.", completion: .file(extensions: ["dtb"]))
  var file: String

  @Flag(name: .long, help: "Lists nodes with addresses for the processor and interrupts, and writes nothing.")
  var list = false

  @Option(name: .long, help: "The device's node by its path: /pl011@9000000")
  var node: String?

  @Option(
    name: .customLong("output"), help: "The folder for the spec (default: here).", completion: .directory)
  var folder = "."

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if list == (node != nil) {
      throw ValidationError("choose one of --list and --node PATH; --list shows the paths")
    }
  }

  func run() throws {
    let tree = try Self.tree(of: file)
    if let node {
      let skeleton = try Self.skeleton(of: node, in: tree, file: file)
      var files = SpecFolder(folder)
      try files.add(skeleton.fileName, Array(skeleton.yaml.utf8))
      try files.write()
      switch output.format {
      case .json: try printJSON(Report(node: node, file: skeleton.fileName, notes: skeleton.notes))
      case .text: for note in skeleton.notes { print("\(file): \(node): note: \(note)") }
      }
      return
    }
    var faults: [TreeFault] = []
    let listing = TreeListing(tree, faults: &faults)
    switch output.format {
    case .json: print(listing.json, terminator: "")
    case .text: print(listing.text, terminator: "")
    }
    for fault in faults { say(fault.text(path: file)) }
    if !faults.isEmpty { throw ExitCode.failure }
  }

  private struct Report: Encodable {
    var node: String
    var file: String
    var notes: [String]
  }

  /// Reads a blob, or says where it is broken.
  static func tree(of file: String) throws -> BoardTree {
    let bytes = try CheckedFile.bytes(of: file)
    do {
      return try BoardTree(blob: bytes)
    } catch {
      say(TreeFault(of: bytes, complaint: error.message).text(path: file))
      throw ExitCode.failure
    }
  }

  /// Begins a spec for a node.
  static func skeleton(of path: String, in tree: BoardTree, file: String) throws -> TreeSkeleton {
    let node: BoardTree.Node
    do {
      node = try tree.node(atPath: path)
    } catch {
      var faults: [TreeFault] = []
      let paths = TreeListing(tree, faults: &faults).nodes.map(\.path)
      throw CommandFailure(
        "`\(file)` has no node `\(path)`",
        fix: Suggestion.nearest(to: path, among: paths).map { "did you mean `\($0)`?" }
          ?? "dddk import dtb \(file) --list")
    }
    do {
      return try TreeSkeleton(node, of: tree)
    } catch {
      say(TreeFault(error, at: tree.place(of: node), in: path).text(path: file))
      throw ExitCode.failure
    }
  }
}
