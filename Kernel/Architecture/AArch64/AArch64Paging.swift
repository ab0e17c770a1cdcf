#if os(none) && arch(arm64) || !os(none) && !MODEL_RISCV64 && !MODEL_X86_64
  #if os(none)
    import CKernelEntry

    extension Limits {
      /// A Cortex-A53 has 40, a Cortex-A57 and a Cortex-A72 have 44.
      private static var physicalAddressBits: UInt { UInt(dddk_physical_address_bits()) }
    }
  #else
    extension Limits {
      /// Those of a Cortex-A57.
      private static var physicalAddressBits: UInt { 44 }
    }
  #endif

  // How AArch64 lays out address spaces: four levels of tables with 4 KiB granules.

  extension Paging {
    /// Bits of an address below what the root table resolves.
    static var topLevelBits: UInt { 39 }
    /// What the root table of an address space is.
    static var rootKind: Capability.Kind { .vspace }
    /// A root table of zeroed memory.
    static func root(address: UInt) -> Capability { .vspace(address: address) }
    /// A table of zeroed memory that serves `1 << bits` bytes.
    static func table(address: UInt, bits: UInt) -> Capability { .pageTable(address: address) }
    /// The bits of the address below the entry that a table fills; nil where it fills the highest that is missing.
    static func entryBits(of table: Capability) -> UInt? { nil }
  }

  extension ObjectBits {
    /// Corresponds to `seL4_MaxUntypedBits`.
    static var maximumUntyped: UInt { 47 }
  }

  extension Limits {
    /// The last address that a component can have.
    ///
    /// Corresponds to `seL4_UserTop`.
    static var userTop: UInt { 0x0000_7fff_ffff_ffff }
    /// Corresponds to `2^seL4_NumASIDPoolsBits`.
    static var asidPools: UInt { 128 }
    /// The end of the physical addresses that device untypeds cover.
    ///
    /// Corresponds to `CONFIG_PADDR_USER_DEVICE_TOP`.
    static var deviceTop: UInt { 1 << physicalAddressBits }
  }

  /// How a page is mapped.
  ///
  /// Corresponds to `seL4_ARM_VMAttributes`.
  struct PageAttributes: OptionSet {
    let rawValue: UInt
    static var cacheable: PageAttributes { PageAttributes(rawValue: 1) }
    static var executeNever: PageAttributes { PageAttributes(rawValue: 4) }

    /// Memory that may hold instructions, and memory that holds none.
    static var code: PageAttributes { .cacheable }
    static var data: PageAttributes { [.cacheable, .executeNever] }
  }

  extension Microkernel {
    /// The kernel has a table of its own, beside that of every address space.
    func shareKernel(with root: UInt) {}
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
