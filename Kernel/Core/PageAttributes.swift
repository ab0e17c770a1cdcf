/// The sizes of pages and of the frames behind them.
enum PageSize: UInt {
  case small, large, huge

  /// The base-2 logarithm of the size in bytes.
  ///
  /// Corresponds to `seL4_PageBits` and its like.
  var bits: UInt {
    switch self {
    case .small: 12
    case .large: 21
    case .huge: 30
    }
  }
}

/// What a component may do with a page, execution aside.
enum PageRights: UInt {
  case kernelOnly, readWrite, readOnly

  /// These rights, less those that `rights` lacks; there is no write-only page.
  ///
  /// Corresponds to `maskVMRights`.
  func masked(_ rights: CapabilityRights) -> PageRights {
    guard self != .kernelOnly, rights.contains(.read) else { return .kernelOnly }
    return self == .readWrite && rights.contains(.write) ? .readWrite : .readOnly
  }
}
