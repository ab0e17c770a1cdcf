import Foundation
import HostProcess

/// A prefix as seL4's installation leaves it, written by the test itself.
final class FixturePrefix {
  private let folder: TemporaryFolder
  var url: URL { URL(filePath: folder.path) }

  /// The options of a kernel that runs on `qemu-virt-aarch64`.
  static let options: [String: String] = [
    "WORD_SIZE": "\"64\"", "SEL4_ARCH": "\"aarch64\"", "PLAT": "\"qemu-arm-virt\"", "ARM_CORTEX_A57": "true",
    "KERNEL_MCS": "false", "ARM_HYPERVISOR_SUPPORT": "false", "ARM_GIC_V3_SUPPORT": "false",
    "MAX_NUM_NODES": "\"1\"", "PRINTING": "false",
  ]

  init(
    options changes: [String: String] = [:], memory: [Range<UInt64>]? = [0x4000_0000..<0x8000_0000]
  ) throws {
    folder = try TemporaryFolder(prefix: "dddk-install-test")
    try write("bin/kernel.elf", "")
    let options = Self.options.merging(changes) { $1 }
    let lines = options.sorted { $0.key < $1.key }.map { "  \"\($0.key)\": \($0.value)" }
    try write("libsel4/include/kernel/gen_config.json", "{\n\(lines.joined(separator: ",\n"))\n}")
    if let memory {
      let regions = memory.map { "{\"start\": \($0.lowerBound), \"end\": \($0.upperBound)}" }
      try write(
        "support/platform_gen.json", "{\"devices\": [], \"memory\": [\(regions.joined(separator: ", "))]}")
    }
  }

  func write(_ path: String, _ text: String) throws {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: url.appending(path: path))
  }
}
