extension Board {
  /// QEMU's `virt` machine for Arm, as seL4's platform `qemu-arm-virt` knows it.
  public static let qemuVirtAArch64 = Board(
    name: "qemu-virt-aarch64",
    summary: "QEMU virt, one Cortex-A57, GICv2, PL011",
    architecture: "aarch64",
    emulator: Emulator(
      program: "qemu-system-aarch64", packages: ["qemu-system-arm"],
      machine: "virt,secure=off,virtualization=off,gic-version=2", processor: "cortex-a57",
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
      platform: "qemu-arm-virt", architecture: "aarch64",
      processor: KernelRequirements.Switch(
        option: "ARM_CORTEX_A57", name: "cortex-a57", fix: "-DARM_CPU=cortex-a57"),
      memory: 0x4000_0000..<0x8000_0000))
}
