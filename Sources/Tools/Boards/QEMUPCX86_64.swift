extension Board {
  /// QEMU's `pc` machine, started by Multiboot, as seL4's platform `pc99` knows it.
  ///
  /// There is no loader and no device tree: QEMU takes the kernel, and the root task's image as its module; ACPI's
  /// tables say where the interrupt controllers are.
  public static let qemuPCX86_64 = Board(
    name: "qemu-pc-x86_64",
    summary: "QEMU pc, one Nehalem, I/O APIC, NS16550A at I/O ports",
    architecture: "x86_64",
    emulator: Emulator(
      program: "qemu-system-x86_64", packages: ["qemu-system-x86"],
      machine: "pc", processor: "Nehalem,+fsgsbase,+pdpe1gb", memoryMebibytes: 512,
      arguments: [], firmware: nil),
    serialNode: "",
    serialDriver: "ns16550a",
    places: Places(
      // The kernel's window maps the physical address p at p + 0xffffffff80000000.
      kernelVirtual: 0xffff_ffff_8010_0000, kernelPhysical: 0x10_0000, loader: 0, deviceTree: 0),
    kernel: KernelFacts(
      // As much as the window holds; how much there is, Multiboot says.
      memory: 0x10_0000..<0x8000_0000,
      interrupts: 0...125,
      timerInterrupt: 125,
      timerFrequency: 0,
      devices: [],
      interruptController: 0,
      interruptInterface: 0,
      console: 0x3f8),
    requirements: KernelRequirements(
      platform: "pc99", architecture: "x86_64", processor: nil, memory: 0x10_0000..<0x8000_0000))
}
