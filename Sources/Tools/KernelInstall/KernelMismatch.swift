/// One thing that keeps an installed kernel from running on a board.
public struct KernelMismatch: Equatable, Sendable {
  /// What was looked at.
  public enum Subject: String, Sendable {
    case wordSize = "word size"
    case architecture
    case platform
    case processor
    case kernelVariant = "kernel variant"
    case hypervisor
    case interruptController = "interrupt controller"
    case processorCount = "processor count"
    case memory
  }

  /// What was looked at.
  public let subject: Subject
  /// What the kernel was built for, in words.
  public let found: String
  /// What the board needs, in words.
  public let needed: String
  /// The option with which seL4 is configured again.
  public let fix: String
}

extension KernelMismatch: CustomStringConvertible {
  /// One line, lower case: what, value, limit, fix.
  public var description: String {
    "\(subject.rawValue): the kernel was built for \(found), the board needs \(needed); "
      + "fix: configure seL4 with `\(fix)`"
  }
}

extension KernelInstallation {
  /// Everything that keeps the kernel from running on the board; empty if nothing does.
  public func mismatches(with board: BoardRequirements) -> [KernelMismatch] {
    var found: [KernelMismatch] = []
    func need(
      _ holds: Bool, _ subject: KernelMismatch.Subject, _ has: String, _ needed: String, _ fix: String
    ) {
      if !holds { found.append(KernelMismatch(subject: subject, found: has, needed: needed, fix: fix)) }
    }
    let options = configuration
    let wordSize = options.number("WORD_SIZE") ?? 0
    need(
      wordSize == board.wordSize, .wordSize, "\(wordSize) bits", "\(board.wordSize) bits",
      "-DKernelSel4Arch=\(board.architecture)")
    let architecture = options.text("SEL4_ARCH") ?? "an unknown architecture"
    need(
      architecture == board.architecture, .architecture, architecture, board.architecture,
      "-DKernelSel4Arch=\(board.architecture)")
    let platform = options.text("PLAT") ?? "an unknown platform"
    need(
      platform == board.platform, .platform, platform, board.platform, "-DKernelPlatform=\(board.platform)")
    need(
      options.isOn(board.processor.option), .processor, "another processor", board.processor.name,
      "-DARM_CPU=\(board.processor.name)")
    need(
      !options.isOn("KERNEL_MCS"), .kernelVariant, "mixed-criticality scheduling (MCS)",
      "the kernel without MCS", "-DKernelIsMCS=OFF")
    need(
      !options.isOn("ARM_HYPERVISOR_SUPPORT"), .hypervisor, "EL2 (a hypervisor)", "EL1",
      "-DKernelArmHypervisorSupport=OFF")
    need(
      !options.isOn("ARM_GIC_V3_SUPPORT"), .interruptController, "GICv3", "GICv2", "-DQEMU_GIC_VERSION=2")
    let processors = options.number("MAX_NUM_NODES") ?? 1
    need(processors == 1, .processorCount, "\(processors) processors", "1", "-DKernelMaxNumNodes=1")
    let size = (board.memory.upperBound - board.memory.lowerBound) >> 20
    if !memory.isEmpty {
      need(
        memory == [board.memory], .memory, memory.map(Self.text).joined(separator: " and "),
        Self.text(board.memory), "-DQEMU_MEMORY=\(size)")
    }
    return found
  }

  private static func text(_ range: Range<UInt64>) -> String {
    let size = range.upperBound - range.lowerBound
    return "\(size >> 20) MiB at 0x\(String(range.lowerBound, radix: 16))"
  }
}
