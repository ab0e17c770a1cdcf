import ArgumentParser
import FirmwareSDK
import FoundationEssentials

/// Which kernel a system runs on.
enum KernelChoice {
  /// The kit's own, built from source.
  case reference
  /// An installed seL4, by its prefix.
  case installed(prefix: String)

  var isReference: Bool {
    if case .reference = self { true } else { false }
  }

  /// The kernel's ELF file, where it is not built.
  var file: String? {
    if case .installed(let prefix) = self { "\(prefix)/bin/kernel.elf" } else { nil }
  }

  /// Where programs take the numbers of the seL4 API from.
  var headers: FirmwareSDK.KernelHeaders { .own }

  var name: String {
    switch self {
    case .reference: "the reference kernel"
    case .installed(let prefix): "seL4 in \(prefix)"
    }
  }
}

struct KernelOption: ParsableArguments {
  @Option(
    name: .long,
    help: "The kernel: `reference`, or the prefix of an installed seL4.",
    completion: .directory)
  var kernel = "reference"

  func choice() throws -> KernelChoice {
    if kernel == "reference" { return .reference }
    let prefix = URL(filePath: kernel).standardizedFileURL.path
    guard FileManager.default.fileExists(atPath: "\(prefix)/bin/kernel.elf") else {
      throw CommandFailure(
        "there is no seL4 in `\(prefix)`: it has no bin/kernel.elf",
        fix: "name the folder that seL4's build installed into, or leave --kernel out")
    }
    return .installed(prefix: prefix)
  }
}
