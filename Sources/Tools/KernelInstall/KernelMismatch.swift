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
  /// The option of `dddk` with which the board is one that the kernel was built for; nil where there is none.
  public var option: String?
}

extension KernelMismatch: CustomStringConvertible {
  /// One line, lower case: what, value, limit, fix.
  public var description: String {
    "\(subject.rawValue): the kernel was built for \(found), the board needs \(needed); "
      + "fix: configure seL4 with `\(fix)`" + (option.map { ", or give dddk `\($0)`" } ?? "")
  }
}

extension KernelInstallation {
  /// Everything that keeps the kernel from running on the board; empty if nothing does.
  public func mismatches(with board: Board) -> [KernelMismatch] {
    var found: [KernelMismatch] = []
    func need(
      _ holds: Bool, _ subject: KernelMismatch.Subject, _ has: String, _ needed: String, _ fix: String,
      option: String? = nil
    ) {
      if holds { return }
      found.append(
        KernelMismatch(subject: subject, found: has, needed: needed, fix: fix, option: option))
    }
    func fits(_ requirement: Board.KernelRequirements.Switch) -> Bool {
      options.isOn(requirement.option) == requirement.isOn
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
      let built = board.choices.processors.first { fits($0.requirement) }?.name
      need(
        fits(processor), .processor, built ?? "another processor", processor.name, processor.fix,
        option: built.map { "--cpu \($0)" })
    }
    for lacking in needs.lacking {
      need(
        !options.isOn(lacking.option), .processor, lacking.name, "a kernel that does without", lacking.fix)
    }
    need(
      !options.isOn("KERNEL_MCS"), .kernelVariant, "mixed-criticality scheduling (MCS)",
      "the kernel without MCS", "-DKernelIsMCS=OFF")
    need(
      !options.isOn("ARM_HYPERVISOR_SUPPORT"), .hypervisor, "EL2 (a hypervisor)", "EL1",
      "-DKernelArmHypervisorSupport=OFF")
    if let controller = needs.interruptController {
      let built = board.choices.interruptControllers.first { fits($0.requirement) }?.name
      need(
        fits(controller), .interruptController, built ?? "another one", controller.name, controller.fix,
        option: built.map { "--gic \($0.drop { !$0.isNumber })" })
    }
    let processors = options.number("MAX_NUM_NODES") ?? 1
    need(processors == 1, .processorCount, "\(processors) processors", "1", "-DKernelMaxNumNodes=1")
    if !memory.isEmpty {
      let built = board.choices.memoryMebibytes.first { size in
        (try? board.with(memoryMebibytes: size))?.requirements.memory == memory.first
      }
      need(
        memory == [needs.memory], .memory, memory.map(Self.text).joined(separator: " and "),
        Self.text(needs.memory), "-DQEMU_MEMORY=\(board.emulator.memoryMebibytes)",
        option: built.map { "--memory \($0)" })
    }
    return found
  }

  private static func text(_ range: Range<UInt64>) -> String {
    let size = range.upperBound - range.lowerBound
    return "\(size >> 20) MiB at 0x\(String(range.lowerBound, radix: 16))"
  }
}
