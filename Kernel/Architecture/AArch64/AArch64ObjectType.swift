#if os(none) && arch(arm64) || !os(none) && !MODEL_RISCV64 && !MODEL_X86_64
  /// What `Untyped_Retype` can make.
  ///
  /// Corresponds to `seL4_ObjectType` and its architecture's additions.
  enum ObjectType: UInt {
    case untyped, thread, endpoint, notification, capabilityTable, hugePage, vspace, smallPage, largePage
    case pageTable

    /// A paging structure of zeroed memory.
    func table(at address: UInt) -> Capability {
      self == .pageTable ? .pageTable(address: address) : .vspace(address: address)
    }
  }
#endif
