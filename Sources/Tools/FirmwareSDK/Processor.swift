/// What the SDKs need to know of a processor: data, so that another one is another value.
public struct Processor: Sendable {
  /// Its name in the SDKs' names.
  public let name: String
  /// What the compiler calls a bare-metal program for it.
  public let triple: String
  /// The ELF header's machine number.
  public let elfMachine: UInt16
  /// Compiler flags for C and, through `-Xcc`, for Swift, by role.
  let compilerFlags: [FirmwareRole: [String]]
  /// Where a program of each role is linked.
  let addresses: [FirmwareRole: ProgramAddress]
  /// Bytes between the thread pointer and the first thread-local variable.
  let threadPointerOffset: Int

  /// The 64-bit Arm architecture, as on QEMU `virt` with a Cortex-A57.
  public static let aarch64 = Processor(
    name: "aarch64",
    triple: "aarch64-none-none-elf",
    elfMachine: 183,
    compilerFlags: [
      .kernel: ["-mgeneral-regs-only", "-mstrict-align"],
      .loader: ["-mgeneral-regs-only", "-mstrict-align"],
      // Components never touch floating point, so that the kernel need not switch it.
      .component: ["-mgeneral-regs-only", "-ftls-model=local-exec"],
    ],
    addresses: [
      // Where seL4's own kernel stands on this board: RAM begins at 0x40000000, and the kernel window maps
      // physical address p at p + 0xffffff8000000000.
      .kernel: ProgramAddress(virtual: 0xffff_ff80_4000_0000, physical: 0x4000_0000),
      // Above kernel, device tree and root task, which the loader puts at the start of RAM.
      .loader: ProgramAddress(virtual: 0x4800_0000, physical: 0x4800_0000),
      .component: ProgramAddress(virtual: 0x40_0000, physical: 0x40_0000),
    ],
    // Variant 1 of thread-local storage: two words before the variables.
    threadPointerOffset: 16)

  /// Every processor for which the kit writes SDKs.
  public static let all: [Processor] = [.aarch64]
}

/// Where a program's first byte stands.
struct ProgramAddress: Sendable {
  let virtual: UInt64
  let physical: UInt64
}
