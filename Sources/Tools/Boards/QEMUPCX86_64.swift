extension Board {
  /// QEMU's `pc` machine, started by Multiboot, as seL4's platform `pc99` knows it.
  ///
  /// There is no loader: QEMU takes the kernel, and the root task's image as its module. There is no device tree either:
  /// the serial lines, which no table of a PC's firmware names, stand in the one here; ACPI's tables say where the
  /// interrupt controllers are.
  public static let qemuPCX86_64 = Board(
    name: "qemu-pc-x86_64",
    summary: "QEMU pc, one Nehalem, I/O APIC, NS16550A at I/O ports",
    architecture: "x86_64",
    emulator: Emulator(
      program: "qemu-system-x86_64", packages: ["qemu-system-x86"],
      machine: "pc", processor: "Nehalem,+fsgsbase,+pdpe1gb", memoryMebibytes: 512,
      arguments: [], firmware: nil),
    start: .multiboot,
    tree: BoardNode(
      "",
      [
        .cells("#address-cells", 1), .cells("#size-cells", 1), .cells("interrupt-parent", 1),
        .texts("compatible", "pc"),
      ],
      children: [
        BoardNode("chosen", [.texts("stdout-path", "/isa/serial@i3f8")]),
        BoardNode(
          "isa", [.texts("device_type", "isa"), .cells("#address-cells", 2), .cells("#size-cells", 1)],
          children: [
            BoardNode(
              "interrupt-controller@i20",
              [
                .texts("compatible", "chrp,iic"), .cells("reg", 1, 0x20, 2, 1, 0xa0, 2),
                .present("interrupt-controller"), .cells("#interrupt-cells", 2),
                .cells("#address-cells", 0), .cells("phandle", 1),
              ]),
            serialLine("serial@i3f8", port: 0x3f8, interrupt: 4),
            serialLine("serial@i2f8", port: 0x2f8, interrupt: 3),
          ]),
      ]),
    serialNode: "/isa/serial@i3f8",
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
      platform: "pc99", architecture: "x86_64", processor: nil, memory: 0x10_0000..<0x8000_0000,
      lacking: [
        KernelRequirements.Switch(
          option: "SUPPORT_PCID", name: "process-context identifiers (PCID)", fix: "-DKernelSupportPCID=OFF"),
        KernelRequirements.Switch(option: "XSAVE", name: "XSAVE", fix: "-DKernelFPU=FXSAVE"),
      ]))

  /// A UART at eight ports, with the crystal that PCs have.
  ///
  /// The UART holds its line high for as long as it asks. The I/O APIC is told so, and not that ISA's lines count by
  /// their edges: it forgets an edge that comes while the line is masked (82093AA, 3.2.4).
  private static func serialLine(_ name: String, port: UInt32, interrupt: UInt32) -> BoardNode {
    BoardNode(
      name,
      [
        .texts("compatible", "ns16550a"), .cells("reg", 1, port, 8), .cells("interrupts", interrupt, 1),
        .cells("clock-frequency", 1_843_200),
      ])
  }
}
