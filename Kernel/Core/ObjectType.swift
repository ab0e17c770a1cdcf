/// What `Untyped_Retype` can make.
///
/// Corresponds to `seL4_ObjectType` and its architecture's additions.
enum ObjectType: UInt {
  case untyped, thread, endpoint, notification, capabilityTable, hugePage, vspace, smallPage, largePage
  case pageTable

  /// The base-2 logarithm of the object's size in bytes.
  ///
  /// `userBits` counts for untypeds (bytes) and
  /// capability tables (slots). Corresponds to `seL4_TCBBits` and its like.
  func sizeBits(userBits: UInt) -> UInt {
    switch self {
    case .untyped: userBits
    case .thread: ObjectBits.thread
    case .endpoint: ObjectBits.endpoint
    case .notification: ObjectBits.notification
    case .capabilityTable: ObjectBits.slot &+ userBits
    case .smallPage: PageSize.small.bits
    case .largePage: PageSize.large.bits
    case .hugePage: PageSize.huge.bits
    case .pageTable, .vspace: ObjectBits.pageTable
    }
  }

  /// Frames alone can be made, beside untypeds, of a device's memory.
  var isFrame: Bool {
    switch self {
    case .smallPage, .largePage, .hugePage: true
    default: false
    }
  }
}

/// Base-2 logarithms of object sizes in bytes.
///
/// Corresponds to `seL4_SlotBits`, `seL4_TCBBits` and its like.
enum ObjectBits {
  static var slot: UInt { 5 }
  static var thread: UInt { 11 }
  static var endpoint: UInt { 4 }
  static var notification: UInt { 5 }
  static var page: UInt { 12 }
  static var pageTable: UInt { 12 }
  static var asidPool: UInt { 12 }
  static var minimumUntyped: UInt { 4 }
  static var maximumUntyped: UInt { 47 }
  static var ipcBuffer: UInt { 10 }
  static var word: UInt { 64 }
}
