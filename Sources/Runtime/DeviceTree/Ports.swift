/// A range of a PC's I/O ports.
public struct PortRange: Equatable, Sendable {
  /// The first port.
  public let first: UInt16
  /// How many there are; at least 1, and none behind the last port.
  public let count: UInt32

  /// `count` ports from `first` on.
  public init(first: UInt16, count: UInt32) {
    self.first = first
    self.count = count
  }

  /// The last port.
  public var last: UInt16 { UInt16(truncatingIfNeeded: UInt32(first) + count - 1) }
}

// I/O ports: IEEE 1275's binding of the ISA bus, 2.1.1. An address there has two cells, of which bit 0 of the upper
// one says that the lower one counts ports.
extension TreeReader {
  /// How many entries of a node's `reg` are ranges of I/O ports; 0 where the node stands on no ISA bus.
  public func portRangeCount(of node: Node) throws(TreeError) -> Int {
    var count = 0
    for index in 0..<(try regionCount(of: node)) where try isPortRange(index, of: node) { count += 1 }
    return count
  }

  /// Range `index` of a node's I/O ports, counted among those entries of its `reg` that are such ranges.
  ///
  /// - Throws: `TreeError.noEntry`, or `TreeError.notAddressable` where the range leaves the processor's 65,536 ports.
  public func portRange(_ index: Int, of node: Node) throws(TreeError) -> PortRange {
    var seen = 0
    for entry in 0..<(try regionCount(of: node)) where try isPortRange(entry, of: node) {
      guard seen == index else {
        seen += 1
        continue
      }
      let region = try busRegion(entry, of: node)
      guard let first = UInt16(exactly: region.busAddress & 0xffff_ffff), region.size > 0,
        region.size <= 0x1_0000 - UInt64(first)
      else {
        throw .notAddressable(busAddress: region.busAddress & 0xffff_ffff, bus: place(of: node))
      }
      return PortRange(first: first, count: UInt32(region.size))
    }
    throw .noEntry(.reg, index: index, count: seen, node: place(of: node))
  }

  private func isPortRange(_ entry: Int, of node: Node) throws(TreeError) -> Bool {
    guard let bus = parent(of: node), property(.deviceType, of: bus).map({ isText($0, "isa") }) ?? false,
      try addressCells(of: bus) == 2
    else { return false }
    return try busRegion(entry, of: node).busAddress >> 32 & 1 != 0
  }
}
