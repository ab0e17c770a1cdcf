import ArgumentParser
import Boards
import FirmwareSDK
import FoundationEssentials
import HostProcess
import KernelInstall
import QEMU

/// Which kernel a system runs on.
enum KernelChoice {
  /// The kit's own, built from source.
  case reference
  /// An installed seL4, and where programs take the numbers of its API from.
  case installed(KernelInstallation, headers: FirmwareSDK.KernelHeaders)
  /// None: the root task's image alone, for who starts it with a kernel of their own.
  case none

  var isReference: Bool {
    if case .reference = self { true } else { false }
  }

  var isNone: Bool {
    if case .none = self { true } else { false }
  }

  /// The kernel's ELF file, where it is not built.
  var file: String? {
    if case .installed(let installation, _) = self { installation.kernel.path } else { nil }
  }

  /// The files of an installation on which programs depend.
  var inputs: [String] {
    guard case .installed(let installation, let headers) = self else { return [] }
    return [installation.kernel.path, installation.prefix.path + "/support"]
      + (headers == .own ? [] : [installation.headers.path])
  }

  /// Where programs take the numbers of the seL4 API from.
  var headers: FirmwareSDK.KernelHeaders {
    if case .installed(_, let headers) = self { headers } else { .own }
  }

  var name: String {
    switch self {
    case .reference: "the reference kernel"
    case .installed(let installation, _): "seL4 in \(installation.prefix.path)"
    case .none: "no kernel"
    }
  }

  /// An installed seL4 that runs on a machine.
  ///
  /// Says so where programs must be built again for its numbers.
  ///
  /// - Parameters:
  ///   - prefix: the folder that it was installed into.
  ///   - machine: the board.
  ///   - kit: whose headers are compared.
  /// - Returns: the choice.
  /// - Throws: a failure that names everything in which kernel and board differ.
  static func installed(in prefix: String, for machine: Board, kit: Kit) throws -> KernelChoice {
    let installation = try KernelInstallation(prefix: URL(filePath: prefix).standardizedFileURL)
    let mismatches = installation.mismatches(with: machine)
    guard mismatches.isEmpty else {
      throw CommandFailure(
        "the seL4 in `\(prefix)` does not fit \(machine.title)\n"
          + mismatches.map { "  \($0)" }.joined(separator: "\n"))
    }
    guard let compiler = HostEnvironment.path(ofProgram: "clang") else {
      throw CommandFailure("`clang` is not on the search path", fix: "dddk doctor")
    }
    let tools = URL(filePath: compiler).deletingLastPathComponent()
    guard let processor = Processor.of(machine) else {
      throw CommandFailure("the kit has no Swift SDK for \(machine.architecture)")
    }
    let probe = ABIProbe(kit: URL(filePath: kit.root), tools: tools, triple: processor.triple)
    let differences = try probe.ownNumbers().differences(from: probe.numbers(of: installation))
    guard !differences.isEmpty else { return .installed(installation, headers: .own) }
    say(
      "\(differences.count) numbers of this seL4's API differ from the kit's"
        + " (`\(differences[0].name)` is \(differences[0].installed), not \(differences[0].own));"
        + " the root task is built again with the headers in \(installation.headers.path)")
    return .installed(installation, headers: .installed(installation.headers))
  }
}

struct KernelOption: ParsableArguments {
  @Option(
    name: .long,
    help: "The kernel: `reference`, or the prefix of an installed seL4; for `build` also `none`.",
    completion: .directory)
  var kernel = "reference"

  func choice(for machine: Board, kit: Kit) throws -> KernelChoice {
    switch kernel {
    case "reference": .reference
    case "none": .none
    default: try .installed(in: kernel, for: machine, kit: kit)
    }
  }
}
