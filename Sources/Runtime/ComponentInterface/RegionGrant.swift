/// One range of device registers that a component may touch: mapped, or behind I/O ports.
public struct RegionGrant: BitwiseCopyable, Sendable, Equatable {
  /// Where the region's first register stands in the component's address space; 0 where it is behind ports.
  public var virtualAddress: UInt64
  /// Bytes that are mapped from there on, or how many ports there are.
  public var size: UInt64
  /// Where the region stands for the bus, for reports; or its first port.
  public var physicalAddress: UInt64
  /// The slot of the capability to the ports, see ``ComponentSlot/ports(_:)``; 0 where the region is mapped.
  public var portSlot: UInt64

  /// A grant with all its parts.
  public init(
    virtualAddress: UInt64 = 0, size: UInt64 = 0, physicalAddress: UInt64 = 0, portSlot: UInt64 = 0
  ) {
    self.virtualAddress = virtualAddress
    self.size = size
    self.physicalAddress = physicalAddress
    self.portSlot = portSlot
  }
}
