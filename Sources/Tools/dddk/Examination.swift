import Boards
import FirmwareSDK
import FoundationEssentials
import HostProcess
import QEMU

/// What the kit needs of a machine, looked for one by one.
enum Examination {
  /// What was found of one thing.
  struct Finding: Encodable {
    enum State: String, Encodable {
      case present, missing
      /// Not there and not needed.
      case unused
    }

    let name: String
    let state: State
    let detail: String
    let fix: String?

    static func present(_ name: String, _ detail: String) -> Finding {
      Finding(name: name, state: .present, detail: detail, fix: nil)
    }

    static func missing(_ name: String, _ detail: String, fix: String) -> Finding {
      Finding(name: name, state: .missing, detail: detail, fix: fix)
    }
  }

  static func all() -> [Finding] {
    [swift()] + Processor.all.map(embeddedLibrary)
      + [program("ld.lld", "links target programs", fix: swiftFix)]
      + Board.all.map(emulator) + Board.all.compactMap(firmware)
      + [
        library("libyaml", header: "yaml.h", package: "libyaml-dev", purpose: "reads specs"),
        library("expat", header: "expat.h", package: "libexpat1-dev", purpose: "reads SVD files"),
        library("libfdt", header: "libfdt.h", package: "libfdt-dev", purpose: "reads device trees"),
        program("pkg-config", "finds libyaml and expat", fix: install("pkg-config")),
        optional("cmake", "builds projects that use it, and that of the tests", package: "cmake"),
        optional("dtc", "writes device trees for the tests", package: "device-tree-compiler"),
        optional("ninja", "is what CMake drives in the tests", package: "ninja-build"),
        optional("valgrind", "counts the command's instructions in the tests", package: "valgrind"),
        sel4(),
      ]
  }

  private static let swiftFix =
    "swiftly install 6.3 && swiftly use 6.3 (https://www.swift.org/install/linux/)"

  private static func install(_ package: String) -> String { "sudo apt-get install \(package)" }

  private static func firstLine(of command: [String]) -> String? {
    guard let result = try? ChildProcess.run(command, until: .after(.seconds(20))), result.isSuccess else {
      return nil
    }
    return result.output.split(separator: "\n").first.map(String.init)
  }

  private static func swift() -> Finding {
    guard let line = firstLine(of: ["swift", "--version"]) else {
      return .missing("Swift", "`swift` does not run", fix: swiftFix)
    }
    guard let range = line.firstRange(of: "Swift version ") else {
      return .missing("Swift", "`swift --version` says `\(line)`", fix: swiftFix)
    }
    let version = line[range.upperBound...].prefix { $0.isNumber || $0 == "." }
    let parts = version.split(separator: ".").compactMap { Int($0) }
    guard parts.count >= 2, (parts[0], parts[1]) >= (6, 3) else {
      return .missing("Swift", "\(version) is older than 6.3", fix: swiftFix)
    }
    return .present("Swift", String(version))
  }

  /// Asks the compiler itself: toolchains keep the library in different places.
  private static func embeddedLibrary(_ processor: Processor) -> Finding {
    let name = "Embedded Swift for \(processor.name)"
    let target = processor.triple
    guard let folder = try? TemporaryFolder(),
      (try? Data("let one: Int = 1\n".utf8).write(to: URL(filePath: folder.file("one.swift")))) != nil
    else {
      return .missing(name, "no temporary file could be written", fix: "set TMPDIR to a folder of yours")
    }
    let result = try? ChildProcess.run(
      [
        "swiftc", "-target", target, "-enable-experimental-feature", "Embedded", "-wmo", "-typecheck",
        folder.file("one.swift"),
      ], until: .after(.seconds(60)))
    guard let result, result.isSuccess else {
      return .missing(name, "the toolchain has no standard library for \(target)", fix: swiftFix)
    }
    return .present(name, "compiles for \(target)")
  }

  private static func program(_ name: String, _ purpose: String, fix: String) -> Finding {
    guard let path = HostEnvironment.path(ofProgram: name) else {
      return .missing(name, "\(purpose); not on the search path", fix: fix)
    }
    return .present(name, path)
  }

  /// What drivers are written and run without.
  private static func optional(_ name: String, _ purpose: String, package: String) -> Finding {
    guard let path = HostEnvironment.path(ofProgram: name) else {
      return Finding(
        name: name, state: .unused, detail: "\(purpose); not on the search path", fix: install(package))
    }
    return .present(name, path)
  }

  private static func emulator(_ machine: Board) -> Finding {
    let fix = install(machine.emulator.packages.joined(separator: " "))
    guard let line = firstLine(of: [machine.emulator.program, "--version"]) else {
      return .missing(
        machine.emulator.program, "is the board \(machine.name); not on the search path", fix: fix)
    }
    if let found = EmulatorVersion(in: line), found < .oldest {
      return .missing(
        machine.emulator.program, "\(found) is older than \(EmulatorVersion.oldest)",
        fix: "\(fix), or put a newer one first on the search path")
    }
    return .present(machine.emulator.program, line)
  }

  /// The firmware of a board that starts with one: QEMU says in which folders it looks.
  private static func firmware(_ machine: Board) -> Finding? {
    guard let file = machine.emulator.firmware else { return nil }
    let result = try? ChildProcess.run([machine.emulator.program, "-L", "help"], until: .after(.seconds(20)))
    let folders = (result?.output ?? "").split(separator: "\n")
    guard let folder = folders.first(where: { FileManager.default.fileExists(atPath: "\($0)/\(file)") })
    else {
      return .missing(
        file, "starts the board \(machine.name); QEMU does not find it",
        fix: install(machine.emulator.packages.joined(separator: " ")))
    }
    return .present(file, "\(folder)/\(file)")
  }

  private static func library(_ name: String, header: String, package: String, purpose: String) -> Finding {
    let folders = ["/usr/include", "/usr/local/include"]
    guard let folder = folders.first(where: { FileManager.default.fileExists(atPath: "\($0)/\(header)") })
    else {
      return .missing(name, "\(purpose); `\(header)` is not installed", fix: install(package))
    }
    return .present(name, "\(folder)/\(header)")
  }

  private static func sel4() -> Finding {
    guard let prefix = HostEnvironment["SEL4_PREFIX"] else {
      return Finding(
        name: "seL4", state: .unused, detail: "SEL4_PREFIX is not set; the reference kernel is used",
        fix: nil)
    }
    guard FileManager.default.fileExists(atPath: "\(prefix)/bin/kernel.elf") else {
      return .missing(
        "seL4", "SEL4_PREFIX is `\(prefix)`, where there is no bin/kernel.elf",
        fix: "set SEL4_PREFIX to the folder that seL4's build installed into, or unset it")
    }
    return .present("seL4", "\(prefix)/bin/kernel.elf")
  }
}
