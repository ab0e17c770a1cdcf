import Boards

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
  /// Bytes between the thread pointer and the first thread-local variable.
  let threadPointerOffset: Int
  /// Whether the thread pointer stands behind the variables, which it then counts backwards to.
  var threadPointerIsBehind = false
  /// What only Swift's optimiser is told, by role.
  var optimiserFlags: [FirmwareRole: [String]] = [:]
  /// What only the linker is told.
  var linkerFlags: [String] = []

  /// The 64-bit Arm architecture, without floating point.
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
    // Variant 1 of thread-local storage: two words before the variables.
    threadPointerOffset: 16)

  /// The 64-bit RISC-V architecture with multiplication, atomics and compressed instructions, without floating
  /// point.
  public static let riscv64 = Processor(
    name: "riscv64",
    triple: "riscv64-none-none-eabi",
    elfMachine: 243,
    compilerFlags: [
      .kernel: integerOnly, .loader: integerOnly,
      .component: integerOnly + ["-ftls-model=local-exec"],
    ],
    // The thread pointer is where the variables begin.
    threadPointerOffset: 0)

  /// The 64-bit x86 architecture, without floating point and vectors.
  ///
  /// It has no loader: the kernel is started by whoever speaks Multiboot.
  public static let x86_64 = Processor(
    name: "x86_64",
    triple: "x86_64-unknown-none-elf",
    elfMachine: 62,
    compilerFlags: [
      // The kernel stands in the last 2 GiB, and interrupts push below its stack pointer.
      .kernel: generalRegistersOnly + ["-mcmodel=kernel"],
      .component: generalRegistersOnly + ["-mfsgsbase", "-ftls-model=local-exec"],
    ],
    threadPointerOffset: 0,
    threadPointerIsBehind: true,
    // Code is a quarter larger than other processors': LLVM is told what `-Os` tells it for C, so that functions and loops
    // are not padded and a division is no choice of two. Swift's own `-Osize` inlines less, and makes drivers larger.
    optimiserFlags: [.component: ["-Xllvm", "-force-attribute=optsize"]],
    linkerFlags: ["--target=x86_64-unknown-linux-gnu"])

  /// Swift has no word of its own for frame pointers, and heeds C's.
  private static let generalRegistersOnly = [
    "-mno-red-zone", "-mno-sse", "-mno-mmx", "-msoft-float", "-fomit-frame-pointer",
  ]

  /// Programs may stand anywhere within 2 GiB of what they refer to, and the registers of floating point are the
  /// kernel's to leave alone.
  private static let integerOnly = ["-march=rv64imac_zicsr_zifencei", "-mabi=lp64", "-mcmodel=medany"]

  /// Every processor for which the kit writes SDKs.
  public static let all: [Processor] = [.aarch64, .riscv64, .x86_64]

  /// The processor of a board.
  public static func of(_ board: Board) -> Processor? { all.first { $0.name == board.architecture } }

  /// Where every component and the root task stand, whatever the board.
  static let componentAddress = ProgramAddress(virtual: 0x40_0000, physical: 0x40_0000)
}

/// Where a program's first byte stands.
struct ProgramAddress: Sendable {
  let virtual: UInt64
  let physical: UInt64
}
