#if os(none) && arch(arm64) || !os(none) && !MODEL_RISCV64 && !MODEL_X86_64
  /// One entry of a translation table of the VMSAv8-64 long descriptor format with 4 KiB granules (Arm ARM,
  /// D8.3), as the kernel writes them for components.
  ///
  /// The host model keeps the format and walks it in software.
  struct PageTableEntry {
    var word: UInt

    static var invalid: PageTableEntry { PageTableEntry(word: 0) }
    private static var addressMask: UInt { 0x0000_ffff_ffff_f000 }

    /// An entry that points to the next level's table at the physical `address`.
    static func table(at address: UInt) -> PageTableEntry {
      PageTableEntry(word: address & addressMask | 0b11)
    }

    /// An entry that maps a page of `size` at the physical `address` for a component, never for the kernel.
    static func page(
      at address: UInt, size: PageSize, rights: PageRights, attributes: PageAttributes
    ) -> PageTableEntry {
      var word = address & addressMask
      word |= size == .small ? 0b11 | smallPageMark : 0b01
      word |= 1 << 10  // accessed
      word |= 1 << 11  // not global: tagged with the address space's ASID
      word |= 1 << 53  // the kernel never executes it
      switch rights {
      case .kernelOnly: break
      case .readWrite: word |= 0b01 << 6
      case .readOnly: word |= 0b11 << 6
      }
      if attributes.contains(.cacheable) {
        word |= 4 << 2 | 0b11 << 8  // MAIR index 4: normal, write-back; inner shareable
      }
      if attributes.contains(.executeNever) { word |= 1 << 54 }
      return PageTableEntry(word: word)
    }

    /// Bit 58 is the software's: it tells a 4 KiB page from a table, which the hardware tells by level.
    private static var smallPageMark: UInt { 1 << 58 }

    var isValid: Bool { word & 1 != 0 }
    var isTable: Bool { word & (0b11 | PageTableEntry.smallPageMark) == 0b11 }
    var isPage: Bool { isValid && !isTable }
    /// The physical address of the table or page.
    var address: UInt { word & PageTableEntry.addressMask }
    var isExecutable: Bool { word & 1 << 54 == 0 }
    var isCacheable: Bool { word & 0b111 << 2 == 4 << 2 }

    var rights: PageRights {
      switch word >> 6 & 0b11 {
      case 0b01: .readWrite
      case 0b11: .readOnly
      default: .kernelOnly
      }
    }
  }
#endif
