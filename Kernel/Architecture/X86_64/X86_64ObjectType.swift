#if os(none) && arch(x86_64) || MODEL_X86_64
  /// What `Untyped_Retype` can make: each level of tables is a type of its own.
  ///
  /// Corresponds to `seL4_ObjectType` and its architecture's additions.
  enum ObjectType: UInt {
    case untyped, thread, endpoint, notification, capabilityTable, upperTable, vspace, hugePage, smallPage
    case largePage, pageTable, middleTable, deviceTable

    /// A paging structure of zeroed memory.
    func table(at address: UInt) -> Capability {
      switch self {
      case .pageTable: .pageTable(address: address, level: .lower)
      case .middleTable: .pageTable(address: address, level: .middle)
      case .upperTable: .pageTable(address: address, level: .upper)
      case .deviceTable: .pageTable(address: address, level: .device)
      default: .vspace(address: address)
      }
    }
  }
#endif
