/// One range of device registers that is mapped into a component.
public struct RegionGrant: BitwiseCopyable, Sendable, Equatable {
  /// Where the region's first register stands in the component's address space.
  public var virtualAddress: UInt64
  /// Bytes that are mapped from there on.
  public var size: UInt64
  /// Where the region stands for the bus, for reports.
  public var physicalAddress: UInt64

  /// A grant with all its parts.
  public init(virtualAddress: UInt64 = 0, size: UInt64 = 0, physicalAddress: UInt64 = 0) {
    self.virtualAddress = virtualAddress
    self.size = size
    self.physicalAddress = physicalAddress
  }
}
