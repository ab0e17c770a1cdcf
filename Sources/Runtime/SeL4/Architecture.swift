import CSeL4

// What the API leaves to the processor: mapping attributes, the order of a thread's registers, the cause of a
// memory fault. What differs is in the numbers, which CSeL4 has for the processor that is compiled for; an attribute
// that a processor does not have is 0.

/// Programs for the processor that this module was built for.
public enum TargetProgram {
  /// The machine number in the header of their ELF files.
  public static let elfMachine = UInt16(SeL4_elfMachine)
}

/// How a mapping behaves beyond its rights.
///
/// Manual, section 7.2.
///
/// Corresponds to `seL4_ARM_VMAttributes`, `seL4_RISCV_VMAttributes`.
public struct MappingAttributes: OptionSet, Sendable {
  /// The word that the kernel sees.
  public let rawValue: Word

  /// Takes the word that the kernel sees.
  public init(rawValue: Word) {
    self.rawValue = rawValue
  }

  /// The memory may be cached; where a processor decides that by address, nothing.
  ///
  /// Corresponds to `seL4_ARM_PageCacheable`.
  public static let cacheable = MappingAttributes(rawValue: Word(SeL4_mappingCacheable))
  /// No instruction is fetched from there.
  ///
  /// Corresponds to `seL4_ARM_ExecuteNever`.
  public static let executeNever = MappingAttributes(rawValue: Word(SeL4_mappingExecuteNever))

  /// Memory that may hold instructions.
  ///
  /// Corresponds to `seL4_ARM_Default_VMAttributes`.
  public static let normal = MappingAttributes(
    rawValue: Word(SeL4_mappingCacheable | SeL4_mappingParityEnabled))
  /// Memory that holds data only.
  public static let data: MappingAttributes = [.normal, .executeNever]
  /// A device's registers: never cached, never executed.
  public static let device = MappingAttributes(rawValue: Word(SeL4_mappingDevice))
}

/// A thread's registers, in the order in which they travel in messages.
///
/// Corresponds to `seL4_UserContext`.
public struct UserContext: Sendable {
  /// Registers in a context.
  public static var count: Int { SeL4_userContextLength }

  // As many as the processor with the most has.
  private var registers = InlineArray<36, Word>(repeating: 0)

  /// All registers 0.
  public init() {
    precondition(SeL4_userContextLength <= 36)
  }

  /// Register `index` in message order.
  public subscript(index: Int) -> Word {
    get { registers[index] }
    set { registers[index] = newValue }
  }

  /// Address of the instruction that runs next.
  public var programCounter: Word {
    get { registers[SeL4_userContextPC] }
    set { registers[SeL4_userContextPC] = newValue }
  }

  /// The stack pointer, aligned to 16 bytes.
  public var stackPointer: Word {
    get { registers[SeL4_userContextSP] }
    set { registers[SeL4_userContextSP] = newValue }
  }

  /// The first argument of a function called at the program counter.
  public var argument0: Word {
    get { registers[SeL4_userContextArgument0] }
    set { registers[SeL4_userContextArgument0] = newValue }
  }

  /// The second argument of a function called at the program counter.
  public var argument1: Word {
    get { registers[SeL4_userContextArgument1] }
    set { registers[SeL4_userContextArgument1] = newValue }
  }

  /// The address that a function called at the program counter returns to.
  public var returnAddress: Word {
    get { registers[SeL4_userContextLink] }
    set { registers[SeL4_userContextLink] = newValue }
  }

  /// Registers that a thread needs to start: program counter to the first two arguments, as a count for
  /// `TCB.writeRegisters`.
  public static var countToStart: Int { max(SeL4_userContextArgument0, SeL4_userContextArgument1) + 1 }
}

extension VMFault {
  /// Whether the access was a write, as far as the syndrome tells.
  public var isWrite: Bool {
    !isInstructionFetch && status & Word(SeL4_vmFaultWriteMask) != 0
  }
}
