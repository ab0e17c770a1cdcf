extension Board {
  /// QEMU's `virt` machine for Arm, as seL4's platform `qemu-arm-virt` knows it.
  public static let qemuVirtAArch64 = Board(
    name: "qemu-virt-aarch64",
    summary: "QEMU virt, one Cortex-A57 (A53, A72), GICv2 (GICv3), 1 GiB (to 4), PL011",
    architecture: "aarch64",
    emulator: Emulator(
      program: "qemu-system-aarch64", packages: ["qemu-system-arm"],
      machine: machine(gic: 2), processor: "cortex-a57",
      memoryMebibytes: 1024, arguments: [], firmware: nil),
    serialNode: "/pl011@9000000",
    serialDriver: "pl011",
    places: Places(
      // The kernel's window maps the physical address p at p + 0xffffff8000000000.
      kernelVirtual: 0xffff_ff80_4000_0000, kernelPhysical: 0x4000_0000, loader: 0x4800_0000,
      deviceTree: 0x4000_0000),
    kernel: KernelFacts(
      memory: 0x4000_0000..<0x8000_0000,
      interrupts: 0...159,
      timerInterrupt: 27,
      timerFrequency: 0,
      devices: [0x0800_0000..<0x0800_1000, 0x0801_0000..<0x0801_1000],
      interruptController: 0x0800_0000,
      interruptInterface: 0x0801_0000,
      console: 0x0900_0000),
    requirements: KernelRequirements(
      platform: "qemu-arm-virt", architecture: "aarch64", processor: cortex("a57").requirement,
      memory: 0x4000_0000..<0x8000_0000, interruptController: gicv2.requirement),
    choices: Choices(
      processors: [cortex("a57"), cortex("a53"), cortex("a72")], memoryMebibytes: [1024, 2048, 3072, 4096],
      interruptControllers: [gicv2, gicv3]))

  private static func cortex(_ name: String) -> ProcessorChoice {
    ProcessorChoice(
      name: "cortex-\(name)",
      requirement: KernelRequirements.Switch(
        option: "ARM_CORTEX_\(name.uppercased())", name: "cortex-\(name)", fix: "-DARM_CPU=cortex-\(name)"))
  }

  /// Distributor and processor interface.
  private static let gicv2 = InterruptController(
    name: "gicv2", machine: machine(gic: 2), condition: nil,
    devices: [0x0800_0000..<0x0800_1000, 0x0801_0000..<0x0801_1000],
    registers: 0x0800_0000, interface: 0x0801_0000,
    requirement: KernelRequirements.Switch(
      option: "ARM_GIC_V3_SUPPORT", name: "gicv2", fix: "-DQEMU_GIC_VERSION=2", isOn: false))

  /// Distributor and the first processor's redistributor; the processor interface is system registers.
  ///
  /// The second range is as large as seL4 keeps it.
  private static let gicv3 = InterruptController(
    name: "gicv3", machine: machine(gic: 3), condition: "GICV3",
    devices: [0x0800_0000..<0x0801_0000, 0x080a_0000..<0x081a_0000],
    registers: 0x0800_0000, interface: 0x080a_0000,
    requirement: KernelRequirements.Switch(
      option: "ARM_GIC_V3_SUPPORT", name: "gicv3", fix: "-DQEMU_GIC_VERSION=3"))

  private static func machine(gic version: Int) -> String {
    "virt,secure=off,virtualization=off,gic-version=\(version)"
  }
}
