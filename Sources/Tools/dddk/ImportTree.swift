import ArgumentParser
import BoardTree
import Diagnostics
import HostProcess
import SpecImport

/// `dddk import dtb`.
struct ImportTree: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dtb",
    abstract: "Lists the nodes of a device tree.",
    discussion: """
      EXAMPLES
        dddk import dtb virt.dtb --list
        dddk import dtb virt.dtb --list --format json
      """)

  @Argument(help: "The device tree blob.", completion: .file(extensions: ["dtb"]))
  var file: String

  @Flag(name: .long, help: "Lists nodes with addresses for the processor and interrupts.")
  var list = false

  @OptionGroup var output: OutputOptions

  func run() throws {
    let tree = try Self.tree(of: file)
    var faults: [TreeFault] = []
    let listing = TreeListing(tree, faults: &faults)
    switch output.format {
    case .json: print(listing.json, terminator: "")
    case .text: print(listing.text, terminator: "")
    }
    for fault in faults { say(fault.text(path: file)) }
    if !faults.isEmpty { throw ExitCode.failure }
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
}
