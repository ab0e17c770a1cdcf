#if os(none) && arch(riscv64) || MODEL_RISCV64
  /// What `Untyped_Retype` can make; the root of an address space is a page table.
  ///
  /// Corresponds to `seL4_ObjectType` and its architecture's additions.
  enum ObjectType: UInt {
    case untyped, thread, endpoint, notification, capabilityTable, hugePage, smallPage, largePage, pageTable

    /// A paging structure of zeroed memory.
    func table(at address: UInt) -> Capability {
      .pageTable(address: address)
    }
  }
#endif
