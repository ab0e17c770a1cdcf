/// A board that the kit runs on.
///
/// Everything that is one board's own stands in one file beside this one, as one value of this type; what
/// several boards share of a processor stands in `FirmwareSDK` and in the kernel's architectures.
public struct Board: Hashable, Sendable {
  /// The name by which people ask for it.
  public let name: String
  /// What it is, for people.
  public let summary: String
  /// The processor architecture, as the kit's Swift SDKs are named.
  public let architecture: String
  /// How QEMU makes the board.
  public internal(set) var emulator: Emulator
  /// Who puts the programs into memory and enters the kernel.
  public var start = Start.loader
  /// The root of the device tree of a board that hands none to its software; nil where QEMU has one for the guest.
  ///
  /// The root task's image carries it.
  public var tree: BoardNode?
  /// The path of the device tree node behind the first serial line.
  public let serialNode: String
  /// The kit's driver that serves that line where a system file names no other: a product of the kit.
  public let serialDriver: String
  /// Where programs stand.
  public let places: Places
  /// What the reference kernel must know of the board when it is compiled.
  public internal(set) var kernel: KernelFacts
  /// What an installed seL4 must have been built for.
  public internal(set) var requirements: KernelRequirements
  /// What it can be had with instead.
  public internal(set) var choices = Choices.none

  /// Every board that the kit knows.
  public static let all: [Board] = [.qemuVirtAArch64, .qemuVirtRISCV64, .qemuPCX86_64]

  /// The board that is meant when none is named.
  public static let standard = all[0]

  /// The environment variable that names the prefix of an installed seL4 for the board's processor: `SEL4_PREFIX`, with
  /// the processor's name behind it where it is not the standard board's.
  public var installedKernelVariable: String {
    architecture == Board.standard.architecture ? "SEL4_PREFIX" : "SEL4_PREFIX_\(architecture.uppercased())"
  }

  /// The board of a name, or nil.
  public static func named(_ name: String) -> Board? { all.first { $0.name == name } }
}

extension Board {
  /// Who puts the programs into memory and enters the kernel.
  public enum Start: Hashable, Sendable {
    /// The kit's loader, which QEMU or a firmware enters: one file holds everything.
    case loader
    /// Whoever speaks Multiboot: it takes the kernel, and the root task's image as a module beside it.
    case multiboot
  }

  /// How QEMU makes a board.
  public struct Emulator: Hashable, Sendable {
    /// The emulator's program.
    public let program: String
    /// The Debian packages that hold the emulator and the firmware that it starts.
    public let packages: [String]
    /// QEMU's `-machine`, without `dumpdtb`.
    public internal(set) var machine: String
    /// QEMU's `-cpu`.
    public internal(set) var processor: String
    /// RAM in mebibytes.
    public internal(set) var memoryMebibytes: Int
    /// Further arguments.
    public let arguments: [String]
    /// The file of the firmware that starts the loader, in QEMU's own folders; nil where QEMU enters the loader
    /// itself.
    public let firmware: String?
  }

  /// Where a board's programs stand; all but `kernelVirtual` are physical addresses.
  public struct Places: Hashable, Sendable {
    /// Where the reference kernel's first byte is mapped.
    public let kernelVirtual: UInt64
    /// The reference kernel's first byte: where seL4's own kernel stands, so that both meet the same board.
    public let kernelPhysical: UInt64
    /// The loader's first byte: above kernel, device tree and root task, which it puts at the start of memory.
    public let loader: UInt64
    /// Where the device tree is when nobody says where; 0 where firmware always says.
    public let deviceTree: UInt64
  }

  /// What the reference kernel must know of a board when it is compiled.
  ///
  /// The names are those of `Kernel/Platform/Platform.swift`.
  public struct KernelFacts: Hashable, Sendable {
    /// The memory that the kernel hands out: what seL4's own build for the board does, and no more than the device tree
    /// names.
    public internal(set) var memory: Range<UInt64>
    /// The numbers of interrupts that exist.
    public let interrupts: ClosedRange<UInt64>
    /// The interrupt of the kernel's own timer.
    public let timerInterrupt: UInt64
    /// How often the timer counts in a second; 0 where the processor itself says it.
    public let timerFrequency: UInt64
    /// Devices that the kernel keeps for itself, in ascending order; at most two.
    public internal(set) var devices: [Range<UInt64>]
    /// The first register of the interrupt controller.
    public internal(set) var interruptController: UInt64
    /// A second block of the controller's registers, or 0.
    public internal(set) var interruptInterface: UInt64
    /// The serial line's register that sends the byte written to it, for a kernel that fails; 0 where firmware
    /// prints.
    public let console: UInt64
    /// The compilation condition that chooses another interrupt controller than the processor's usual one.
    public internal(set) var condition: String?
  }

  /// What an installed seL4 must have been built for, to run on a board.
  public struct KernelRequirements: Hashable, Sendable {
    /// seL4's name for the platform, `KernelPlatform`.
    public let platform: String
    /// seL4's name for the processor architecture, `KernelSel4Arch`.
    public let architecture: String
    /// The switch that seL4 sets for the processor, with the setting of CMake that chooses it; nil where the
    /// platform has one.
    public internal(set) var processor: Switch?
    /// The memory that seL4 uses.
    public internal(set) var memory: Range<UInt64>
    /// The switch that seL4 sets for the interrupt controller; nil where the platform has one.
    public internal(set) var interruptController: Switch?
    /// Switches that must be off, since the emulated processor lacks what they use; `fix` turns each off.
    public var lacking: [Switch] = []

    /// One of seL4's switches.
    public struct Switch: Hashable, Sendable {
      /// Its name without `CONFIG_`.
      public let option: String
      /// What it stands for.
      public let name: String
      /// What CMake is given.
      public let fix: String
      /// Whether it must be on, or off.
      public var isOn = true
    }
  }
}
