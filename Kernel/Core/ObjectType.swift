// What `Untyped_Retype` makes, and how large it is; the types' numbers are in the processor's folder.

extension ObjectType {
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
    default: frameSize?.bits ?? ObjectBits.pageTable
    }
  }

  /// Frames alone can be made, beside untypeds, of a device's memory.
  var isFrame: Bool { frameSize != nil }

  /// The page that a frame of this type is.
  private var frameSize: PageSize? {
    switch self {
    case .smallPage: .small
    case .largePage: .large
    case .hugePage: .huge
    default: nil
    }
  }

  /// The first capability to an object of zeroed memory, of a type that the processor has its own number for.
  func memoryObject(at address: UInt, isDevice: Bool) -> Capability {
    if let frameSize { return .frame(address: address, size: frameSize, isDevice: isDevice) }
    return table(at: address)
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
  static var ipcBuffer: UInt { 10 }
  static var word: UInt { 64 }
}
