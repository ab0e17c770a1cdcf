#if os(none) && arch(riscv64) || MODEL_RISCV64
  // How RISC-V lays out address spaces: Sv39, three levels of tables.

  extension Paging {
    /// Bits of an address below what the root table resolves.
    static var topLevelBits: UInt { 30 }
    /// What the root table of an address space is.
    static var rootKind: Capability.Kind { .pageTable }
    /// A root table of zeroed memory.
    static func root(address: UInt) -> Capability { .pageTable(address: address) }
    /// The entry of the root table with which the kernel's half begins.
    static var firstKernelEntry: UInt { 256 }
    /// How many entries of the kernel's half its window takes.
    static var kernelEntries: UInt { (Platform.memoryEnd &+ 0x3fff_ffff) &>> 30 }
    /// A table of zeroed memory that serves `1 << bits` bytes.
    static func table(address: UInt, bits: UInt) -> Capability { .pageTable(address: address) }
    /// The bits of the address below the entry that a table fills; nil where it fills the highest that is missing.
    static func entryBits(of table: Capability) -> UInt? { nil }
  }

  extension ObjectBits {
    /// Corresponds to `seL4_MaxUntypedBits`.
    static var maximumUntyped: UInt { 38 }
  }

  extension Limits {
    /// The last address that a component can have.
    ///
    /// Corresponds to `seL4_UserTop`, which is the first that it cannot.
    static var userTop: UInt { 0x0000_003f_ffff_efff }
    /// Corresponds to `2^seL4_NumASIDPoolsBits`.
    static var asidPools: UInt { 128 }
    /// The end of the physical addresses that device untypeds cover.
    ///
    /// Corresponds to `CONFIG_PADDR_USER_DEVICE_TOP`.
    static var deviceTop: UInt { 1 << 39 }
  }

  /// How a page is mapped.
  ///
  /// Corresponds to `seL4_RISCV_VMAttributes`.
  struct PageAttributes: OptionSet {
    let rawValue: UInt
    static var executeNever: PageAttributes { PageAttributes(rawValue: 1) }

    /// Memory that may hold instructions, and memory that holds none.
    static var code: PageAttributes { [] }
    static var data: PageAttributes { .executeNever }
  }

  extension Invocation {
    /// What a message to a page table asks of it.
    var tableKind: InvocationLabel { kind }
  }

  // There are no rights beside those that Core knows.
  extension Capability {
    /// What the root task gets where I/O ports are given out.
    static var initialPorts: Capability { .null }
    /// Whether a copy of this privilege is one.
    var canCopyPrivilege: Bool { true }
    func coversPrivilege(of other: Capability) -> Bool { true }
  }

  extension Microkernel {
    func invokePrivilege(_ invocation: Invocation) throws(InvocationError) { throw .illegalOperation }
    func releasePrivilege(_ capability: Capability) {}
  }
#endif
