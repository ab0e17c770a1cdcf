/// What a kernel must have been built for, to run on one of the kit's boards.
public struct BoardRequirements: Sendable {
  /// The board's name in `dddk run --board`.
  public let board: String
  /// seL4's name for the platform, `KernelPlatform`.
  let platform: String
  /// seL4's name for the processor architecture, `KernelSel4Arch`.
  let architecture: String
  /// Bits in a word.
  let wordSize: Int
  /// The switch that seL4 sets for the processor, and the processor's name for CMake.
  let processor: (option: String, name: String)
  /// The machine's memory.
  let memory: Range<UInt64>

  /// QEMU's `virt` machine with a Cortex-A57, GICv2, and 1 GiB of memory, entered at EL1.
  public static let qemuVirtAArch64 = BoardRequirements(
    board: "qemu-virt-aarch64", platform: "qemu-arm-virt", architecture: "aarch64", wordSize: 64,
    processor: (option: "ARM_CORTEX_A57", name: "cortex-a57"),
    memory: 0x4000_0000..<0x8000_0000)

  /// Every board of the kit that a kernel can be installed for.
  public static let all = [qemuVirtAArch64]
}
