#if os(none) && arch(x86_64) || MODEL_X86_64
  // How x86-64 lays out address spaces: four levels of tables, each of its own type.

  /// The level of a table below the root.
  enum TableLevel: UInt {
    /// A page table, a page directory, a page directory pointer table.
    case lower, middle, upper
    /// An IOMMU's, which can be made and not used.
    case device

    /// The bits of an address below the entry that such a table fills.
    var entryBits: UInt {
      switch self {
      case .lower: 21
      case .middle: 30
      case .upper: 39
      case .device: 48
      }
    }
  }

  extension Paging {
    /// Bits of an address below what the root table resolves.
    static var topLevelBits: UInt { 39 }
    /// What the root table of an address space is.
    static var rootKind: Capability.Kind { .vspace }
    /// A root table of zeroed memory.
    static func root(address: UInt) -> Capability { .vspace(address: address) }
    /// A table of zeroed memory that serves `1 << bits` bytes.
    static func table(address: UInt, bits: UInt) -> Capability {
      .pageTable(address: address, level: bits == 39 ? .upper : bits == 30 ? .middle : .lower)
    }
    /// The bits of the address below the entry that a table fills.
    static func entryBits(of table: Capability) -> UInt? { table.tableLevel.entryBits }
    /// The entry of the root table that the kernel has in every address space.
    static var kernelEntry: UInt { 511 }
  }

  extension Capability {
    static func pageTable(address: UInt, level: TableLevel) -> Capability {
      Capability(.pageTable, address: address, fields: level.rawValue &<< 5)
    }

    var tableLevel: TableLevel { TableLevel(rawValue: field(5, 2)) ?? .lower }
  }

  extension ObjectBits {
    /// Corresponds to `seL4_MaxUntypedBits`.
    static var maximumUntyped: UInt { 47 }
  }

  extension Limits {
    /// The last address below the kernel's; the page that it is in is never mapped.
    ///
    /// Corresponds to `USER_TOP`, which is one page above `seL4_UserTop`.
    static var userTop: UInt { 0x0000_7fff_ffff_ffff }
    /// Corresponds to `2^seL4_NumASIDPoolsBits`.
    static var asidPools: UInt { 8 }
    /// The end of the physical addresses that device untypeds cover.
    ///
    /// Corresponds to `CONFIG_PADDR_USER_DEVICE_TOP`.
    static var deviceTop: UInt { 1 << 47 }
  }

  /// How a page is cached: an index into the page attribute table.
  ///
  /// Corresponds to `seL4_X86_VMAttributes`.
  struct PageAttributes: OptionSet {
    let rawValue: UInt

    /// Memory that may hold instructions, and memory that holds none: the API has no word for it.
    static var code: PageAttributes { [] }
    static var data: PageAttributes { [] }
  }

  extension Invocation {
    /// What a message to a table asks of it: each level has labels of its own.
    var tableKind: InvocationLabel {
      switch (kind, capability.tableLevel) {
      case (.upperTableMap, .upper), (.middleTableMap, .middle), (.pageTableMap, .lower): .pageTableMap
      case (.upperTableUnmap, .upper), (.middleTableUnmap, .middle), (.pageTableUnmap, .lower):
        .pageTableUnmap
      default: .invalid
      }
    }
  }
#endif
