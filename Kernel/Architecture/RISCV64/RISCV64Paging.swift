#if os(none) && arch(riscv64)
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

  extension Microkernel {
    /// Puts the kernel's own mappings into a root table: the hart keeps its table when it enters the kernel.
    ///
    /// Corresponds to `copyGlobalMappings`.
    func shareKernel(with root: UInt) {
      let own = kernelTable
      let table = Reference<PageTableEntry>(address: root)
      for index in Paging.firstKernelEntry..<Paging.firstKernelEntry &+ Paging.kernelEntries {
        table.advanced(by: index).pointee = own.advanced(by: index).pointee
      }
    }
  }
#endif
