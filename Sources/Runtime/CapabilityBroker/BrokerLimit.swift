/// The sizes of the broker's tables: it has no heap, so everything it counts has a bound.
public enum BrokerLimit {
  /// Slots of the root CNode that the broker keeps track of.
  public static let slots = 4096
  /// Untyped memory at boot and the halves that it was split into.
  public static let untypedNodes = 1024
  /// Interrupts given out.
  public static let interrupts = 64
  /// Records of what was granted.
  public static let grants = 512
  /// Aligned blocks that one device region is made of.
  public static let blocksPerRegion = 8
  /// Regions of one device.
  public static let regionsPerDevice = 8
  /// Interrupts of one device.
  public static let interruptsPerDevice = 8
  /// Clocks of one device.
  public static let clocksPerDevice = 8
  /// Levels of paging objects that one mapping may have to create.
  public static let pagingLevels = 4
  /// Objects that the kernel makes in one call.
  public static let objectsPerRetype = 256
  /// Pages that a paging object of the lowest level covers, at least.
  public static let pagesPerTable = 512
  /// log2 of the bytes of a page, the unit of all mappings.
  public static let pageBits: UInt8 = 12
  /// Bytes of a page.
  public static let pageBytes: UInt64 = 4096
}
