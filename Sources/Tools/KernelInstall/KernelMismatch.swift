import Boards

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
  public func mismatches(with board: Board) -> [KernelMismatch] {
    var found: [KernelMismatch] = []
    func need(
      _ holds: Bool, _ subject: KernelMismatch.Subject, _ has: String, _ needed: String, _ fix: String
    ) {
      if !holds { found.append(KernelMismatch(subject: subject, found: has, needed: needed, fix: fix)) }
    }
    let options = configuration
    let needs = board.requirements
    let wordSize = options.number("WORD_SIZE") ?? 0
    need(
      wordSize == 64, .wordSize, "\(wordSize) bits", "64 bits", "-DKernelSel4Arch=\(needs.architecture)")
    let architecture = options.text("SEL4_ARCH") ?? "an unknown architecture"
    need(
      architecture == needs.architecture, .architecture, architecture, needs.architecture,
      "-DKernelSel4Arch=\(needs.architecture)")
    let platform = options.text("PLAT") ?? "an unknown platform"
    need(
      platform == needs.platform, .platform, platform, needs.platform, "-DKernelPlatform=\(needs.platform)")
    if let processor = needs.processor {
      need(
        options.isOn(processor.option), .processor, "another processor", processor.name, processor.fix)
    }
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
    if !memory.isEmpty {
      need(
        memory == [needs.memory], .memory, memory.map(Self.text).joined(separator: " and "),
        Self.text(needs.memory), "-DQEMU_MEMORY=\(board.emulator.memoryMebibytes)")
    }
    return found
  }

  private static func text(_ range: Range<UInt64>) -> String {
    let size = range.upperBound - range.lowerBound
    return "\(size >> 20) MiB at 0x\(String(range.lowerBound, radix: 16))"
  }
}
