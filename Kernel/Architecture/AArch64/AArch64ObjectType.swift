#if !os(none) || arch(arm64)
  /// What `Untyped_Retype` can make.
  ///
  /// Corresponds to `seL4_ObjectType` and its architecture's additions.
  enum ObjectType: UInt {
    case untyped, thread, endpoint, notification, capabilityTable, hugePage, vspace, smallPage, largePage
    case pageTable
  }
#endif
