#if os(none) && arch(x86_64) || MODEL_X86_64
  /// One entry of a paging structure (Intel SDM, volume 3, 4.5), as the kernel writes them for components.
  ///
  /// Bit 9 is the software's: it tells a page from a table on every level.
  struct PageTableEntry {
    var word: UInt

    private static var present: UInt { 1 << 0 }
    private static var writable: UInt { 1 << 1 }
    private static var user: UInt { 1 << 2 }
    /// Accessed and dirty.
    private static var used: UInt { 1 << 5 | 1 << 6 }
    /// Bit 7 of an entry above the lowest level.
    private static var large: UInt { 1 << 7 }
    private static var global: UInt { 1 << 8 }
    private static var pageMark: UInt { 1 << 9 }
    private static var executeNever: UInt { 1 << 63 }
    private static var addressMask: UInt { 0x000f_ffff_ffff_f000 }

    static var invalid: PageTableEntry { PageTableEntry(word: 0) }

    /// An entry that points to the next level's table at the physical `address`; what a component may do is up to the
    /// page.
    static func table(at address: UInt) -> PageTableEntry {
      PageTableEntry(word: address & addressMask | present | writable | user)
    }

    /// An entry that maps a page of `size` at the physical `address` for a component, never for the kernel.
    ///
    /// Corresponds to `makeUserPTE` and its like; as there, every page may be executed.
    static func page(
      at address: UInt, size: PageSize, rights: PageRights, attributes: PageAttributes
    ) -> PageTableEntry {
      var word = address & addressMask | present | pageMark
      if size != .small { word |= large }
      if rights != .kernelOnly { word |= user }
      if rights == .readWrite { word |= writable }
      word |= (attributes.rawValue & 3) &<< 3
      // The third bit of the attribute table's index stands elsewhere in large pages.
      if attributes.rawValue & 4 != 0, size != .huge { word |= size == .small ? 1 &<< 7 : 1 &<< 12 }
      return PageTableEntry(word: word)
    }

    /// An entry that maps 2 MiB for the kernel alone, in every address space.
    static func kernelPage(at address: UInt, isDevice: Bool, isExecutable: Bool) -> PageTableEntry {
      PageTableEntry(
        word: address | present | writable | used | large | global | (isDevice ? 0b11 &<< 3 : 0)
          | (isExecutable ? 0 : executeNever))
    }

    var isValid: Bool { word & PageTableEntry.present != 0 }
    var isPage: Bool { isValid && word & PageTableEntry.pageMark != 0 }
    var isTable: Bool { isValid && word & PageTableEntry.pageMark == 0 }
    /// The physical address of the table or page.
    var address: UInt {
      word & PageTableEntry.addressMask & ~(isPage && word & PageTableEntry.large != 0 ? 0x1000 : 0)
    }
  }
#endif
