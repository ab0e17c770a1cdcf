import BoardTree
import Diagnostics
@_spi(SpecRules) import DriverSpec
import Foundation
import SpecReader
import SystemSpec

/// The board and the catalogue that the tests' systems are checked against.
enum TestBoard {
  /// The folder of the tests.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  /// dtc, where it is installed (Debian: `device-tree-compiler`).
  static let compiler: URL? = ["/usr/bin/dtc", "/usr/local/bin/dtc"].map { URL(filePath: $0) }
    .first { FileManager.default.isExecutableFile(atPath: $0.path) }

  /// Why tests over the board do not run, where they do not.
  static let absence = "dtc is not installed: apt-get install device-tree-compiler"

  /// The tree of `board.dts`, through dtc and libfdt.
  static func tree() throws -> BoardTree {
    let process = Process()
    let output = Pipe()
    process.executableURL = compiler
    process.arguments = ["-q", "-q", "-I", "dts", "-O", "dtb", folder.appending(path: "board.dts").path]
    process.standardOutput = output
    try process.run()
    let blob = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return try BoardTree(blob: Array(blob))
  }

  static func catalogue() throws -> SystemCatalogue {
    let specs = folder.appending(path: "../../DriverSpecs/serial/pl011.driver.yaml").standardized
    var gadget = try spec(folder.appending(path: "widget.driver.yaml"))
    gadget.name.value = "Gadget"
    gadget.identity.compatible[0].value = "acme,gadget"
    let drivers = [
      (try spec(specs), "pl011.elf"), (try spec(folder.appending(path: "widget.driver.yaml")), "widget.elf"),
      (gadget, "gadget.elf"),
    ]
    return SystemCatalogue(
      boards: ["acme", "qemu-virt-aarch64"],
      drivers: drivers.map { SystemDriver(spec: CheckedDriverSpec(afterEveryRule: $0.0), image: $0.1) },
      programs: [
        .console, SystemProgram(name: "Idle", image: "idle.elf"),
        SystemProgram(
          name: "Relay", image: "relay.elf", ports: [.init("in", .serial)], serves: .serial,
          requests: [.readLog]),
      ])
  }

  private static func spec(_ file: URL) throws -> DriverSpec {
    let collector = DiagnosticCollector()
    let bytes = Array(try Data(contentsOf: file))
    guard let spec = SpecReader.read(bytes, into: collector).spec, !collector.hasErrors else {
      throw Unreadable(file: file.path, diagnostics: collector.diagnostics.map(\.message))
    }
    return spec
  }

  struct Unreadable: Error {
    var file: String
    var diagnostics: [String]
  }
}
