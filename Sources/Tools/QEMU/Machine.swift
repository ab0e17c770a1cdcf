import HostProcess

/// A board as QEMU makes it: everything that the kit knows about one stands in ``all``.
public struct Machine: Hashable, Sendable {
  /// The name by which people ask for it.
  public let board: String
  /// What it is, for people.
  public let summary: String
  /// The processor architecture, as the kit's Swift SDKs are named.
  public let architecture: String
  /// The emulator's program.
  public let emulator: String
  /// The Debian package that holds the emulator.
  public let package: String
  /// QEMU's `-machine`, without `dumpdtb`.
  public let machine: String
  /// QEMU's `-cpu`.
  public let processor: String
  /// RAM in mebibytes.
  public let memoryMebibytes: Int
  /// The path of the device tree node behind the first serial line.
  public let serialNode: String

  /// Every board that the kit knows.
  public static let all = [
    Machine(
      board: "qemu-virt-aarch64", summary: "QEMU virt, one Cortex-A57, GICv2, PL011",
      architecture: "aarch64", emulator: "qemu-system-aarch64", package: "qemu-system-arm",
      machine: "virt,secure=off,virtualization=off,gic-version=2", processor: "cortex-a57",
      memoryMebibytes: 1024, serialNode: "/pl011@9000000")
  ]

  /// The board that is meant when none is named.
  public static let standard = all[0]

  /// The board of a name, or nil.
  public static func named(_ board: String) -> Machine? { all.first { $0.board == board } }

  /// QEMU's arguments for this machine.
  public var arguments: [String] {
    ["-machine", machine, "-cpu", processor, "-m", "\(memoryMebibytes)"]
  }

  /// Has QEMU write the device tree that it gives to the guest into a file.
  public func writeDeviceTree(to path: String) throws(QEMUError) {
    let result = try asQEMUError { () throws(HostError) in
      try ChildProcess.run(
        [
          emulator, "-display", "none", "-nodefaults", "-machine", "\(machine),dumpdtb=\(path)",
          "-cpu", processor, "-m", "\(memoryMebibytes)",
        ], until: .after(.seconds(20)))
    }
    guard result.isSuccess else { throw .endedEarly(status: "no device tree", output: result.output) }
  }
}
