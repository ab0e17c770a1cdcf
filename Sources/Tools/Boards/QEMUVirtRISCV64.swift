extension Board {
  /// QEMU's `virt` machine for RISC-V, started by OpenSBI, as seL4's platform `qemu-riscv-virt` knows it.
  public static let qemuVirtRISCV64 = Board(
    name: "qemu-virt-riscv64",
    summary: "QEMU virt, one RV64 hart, OpenSBI, PLIC, NS16550A",
    architecture: "riscv64",
    emulator: Emulator(
      program: "qemu-system-riscv64", packages: ["qemu-system-misc", "opensbi"],
      machine: "virt", processor: "rv64", memoryMebibytes: 3072, arguments: ["-bios", "default"],
      firmware: "opensbi-riscv64-generic-fw_dynamic.bin"),
    serialNode: "/soc/serial@10000000",
    serialDriver: "ns16550a",
    places: Places(
      // The kernel's window maps the physical address p at p + 0xffffffc000000000.
      kernelVirtual: 0xffff_ffc0_8020_0000, kernelPhysical: 0x8020_0000, loader: 0x8800_0000,
      deviceTree: 0),
    kernel: KernelFacts(
      // The first 2 MiB are the firmware's.
      memory: 0x8020_0000..<0x1_4000_0000,
      interrupts: 1...96,
      // No line of the PLIC: the number behind its last.
      timerInterrupt: 96,
      timerFrequency: 10_000_000,
      devices: [0x0200_0000..<0x0220_0000, 0x0c00_0000..<0x0c60_0000],
      interruptController: 0x0c00_0000,
      interruptInterface: 0,
      console: 0),
    requirements: KernelRequirements(
      platform: "qemu-riscv-virt", architecture: "riscv64", processor: nil,
      memory: 0x8020_0000..<0x1_4000_0000))
}
