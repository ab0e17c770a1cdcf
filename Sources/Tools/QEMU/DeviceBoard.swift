import Boards
import HostProcess

/// A machine of QEMU's whose device models are driven from the host, with no guest at work.
public struct DeviceBoard: Hashable, Sendable {
  /// The emulator's program.
  public let emulator: String
  /// The Debian package that holds the emulator.
  public let package: String
  /// QEMU's arguments for the machine itself.
  public let arguments: [String]
  /// The type, in QEMU's object tree, of the interrupt controller that the devices' lines end at.
  public let interruptController: String
  let idling: Idling

  /// What keeps the processor from running anything while virtual time goes on.
  enum Idling: Hashable, Sendable {
    /// It is never switched on.
    case poweredOff
    /// It runs a program that waits for ever, which QEMU takes by this option.
    case halted(option: String, program: [UInt8])
  }

  /// The machines whose devices the kit has specs for.
  public static let all = [virtAArch64, virtRISCV64, mps2, cubieboard, q35]

  /// The Arm `virt` board: PL011, PL031, PL061 and the virtio transports at memory addresses, lines at a GIC.
  public static let virtAArch64 = DeviceBoard(.standard, interruptController: "arm_gic")

  /// The RISC-V `virt` board: an NS16550A and the Goldfish clock, lines at a PLIC.
  public static let virtRISCV64 = DeviceBoard(
    emulator: "qemu-system-riscv64", package: "qemu-system-misc",
    arguments: ["-machine", "virt", "-m", "128"],
    interruptController: "riscv.sifive.plic",
    // wfi, and back to it.
    idling: .halted(option: "-bios", program: [0x73, 0x00, 0x50, 0x10, 0x6f, 0xf0, 0xdf, 0xff]))

  /// Arm's MPS2 board with a Cortex-M3: the devices of the Cortex-M System Design Kit, lines at its NVIC.
  public static let mps2 = DeviceBoard(
    emulator: "qemu-system-arm", package: "qemu-system-arm", arguments: ["-machine", "mps2-an385"],
    interruptController: "armv7m",
    // A vector table of two entries, and at its end: wfi, and back to it.
    idling: .halted(
      option: "-kernel",
      program: [0x00, 0x10, 0x00, 0x20, 0x09, 0x00, 0x00, 0x00, 0x30, 0xbf, 0xfd, 0xe7]))

  /// The Cubieboard, with an Allwinner A10: a 16550 whose registers are words of memory.
  public static let cubieboard = DeviceBoard(
    emulator: "qemu-system-arm", package: "qemu-system-arm",
    arguments: ["-machine", "cubieboard", "-m", "512"],
    interruptController: "allwinner-a10", idling: .poweredOff)

  /// A PC with PCI Express: an NS16550A at I/O ports, PCI devices, lines at an I/O APIC.
  public static let q35 = DeviceBoard(
    emulator: "qemu-system-x86_64", package: "qemu-system-x86", arguments: ["-machine", "q35", "-m", "128"],
    interruptController: "ioapic",
    // 64 KiB below 4 GiB, the processor begins 16 bytes before their end: cli, hlt, and back to it.
    idling: .halted(
      option: "-bios",
      program: [UInt8](repeating: 0xf4, count: 0xfff0) + [0xfa, 0xf4, 0xeb, 0xfd]
        + [UInt8](repeating: 0xf4, count: 12)))

  /// A machine that is none of ``all``.
  init(
    emulator: String, package: String, arguments: [String], interruptController: String, idling: Idling
  ) {
    self.emulator = emulator
    self.package = package
    self.arguments = arguments
    self.interruptController = interruptController
    self.idling = idling
  }

  /// The machine that a board of the kit is, with processors that can be left switched off.
  init(_ board: Board, interruptController: String) {
    self.init(
      emulator: board.emulator.program, package: board.emulator.packages[0],
      arguments: board.machineArguments,
      interruptController: interruptController, idling: .poweredOff)
  }

  /// Whether its emulator is on the search path.
  public var isInstalled: Bool { HostEnvironment.path(ofProgram: emulator) != nil }
}
