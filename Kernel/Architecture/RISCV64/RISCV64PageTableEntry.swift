#if os(none) && arch(riscv64) || MODEL_RISCV64
  /// One entry of an Sv39 page table (RISC-V Privileged Architecture 1.12, 4.4), as the kernel writes them for
  /// components.
  struct PageTableEntry {
    var word: UInt

    private static var valid: UInt { 1 << 0 }
    private static var readable: UInt { 1 << 1 }
    private static var writable: UInt { 1 << 2 }
    private static var executable: UInt { 1 << 3 }
    private static var user: UInt { 1 << 4 }
    private static var global: UInt { 1 << 5 }
    /// Accessed and dirty: the hart may trap instead of setting them itself.
    private static var used: UInt { 1 << 6 | 1 << 7 }
    private static var addressMask: UInt { 0x003f_ffff_ffff_fc00 }

    static var invalid: PageTableEntry { PageTableEntry(word: 0) }

    private static func number(_ address: UInt) -> UInt { address &>> 2 & addressMask }

    /// An entry that points to the next level's table at the physical `address`.
    static func table(at address: UInt) -> PageTableEntry { PageTableEntry(word: number(address) | valid) }

    /// An entry that maps a page at the physical `address` for a component, never for the kernel.
    ///
    /// One without any right is invalid. Corresponds to `makeUserPTE`.
    static func page(at address: UInt, rights: PageRights, attributes: PageAttributes) -> PageTableEntry {
      var word: UInt = 0
      if rights != .kernelOnly { word |= readable }
      if rights == .readWrite { word |= writable }
      if !attributes.contains(.executeNever) { word |= executable }
      guard word != 0 else { return .invalid }
      return PageTableEntry(word: word | number(address) | valid | user | used)
    }

    /// The same, of a page of 4 KiB, as boot makes them.
    static func page(
      at address: UInt, size: PageSize, rights: PageRights, attributes: PageAttributes
    ) -> PageTableEntry {
      page(at: address, rights: rights, attributes: attributes)
    }

    /// An entry that maps a page of any size for the kernel alone, in every address space.
    static func kernelPage(at address: UInt, isExecutable: Bool) -> PageTableEntry {
      PageTableEntry(
        word: number(address) | valid | readable | writable | (isExecutable ? executable : 0) | global | used)
    }

    var isValid: Bool { word & PageTableEntry.valid != 0 }
    private var isLeaf: Bool {
      word & (PageTableEntry.readable | PageTableEntry.writable | PageTableEntry.executable) != 0
    }
    var isTable: Bool { isValid && !isLeaf }
    var isPage: Bool { isValid && isLeaf }
    /// The physical address of the table or page.
    var address: UInt { (word & PageTableEntry.addressMask) &<< 2 }
  }
#endif
