/// What one entry of a node's `reg` says, in the terms of the bus that the node stands on.
public struct BusRegion: Equatable, Sendable {
  /// The address on the bus; of an address of three cells (PCI), the lower two.
  public let busAddress: UInt64
  /// What stands above the lower two cells of a three-cell address: PCI's `phys.hi`; 0 elsewhere.
  public let flags: UInt32
  /// Bytes; 0 on a bus whose entries have no size.
  public let size: UInt64
}

/// A region of memory or of device registers, at addresses that the CPU uses.
public struct Region: Equatable, Sendable {
  /// The physical address.
  public let address: UInt64
  /// Bytes; at least 1.
  public let size: UInt64

  /// A region of `size` bytes from `address` on.
  public init(address: UInt64, size: UInt64) {
    self.address = address
    self.size = size
  }
}

// Addresses: Devicetree Specification v0.4, 2.3.5 (`#address-cells`, `#size-cells`), 2.3.6 (`reg`), 2.3.8 (`ranges`).
extension TreeReader {
  /// Cells of an address in this node's children; 2 where the node does not say.
  public func addressCells(of bus: Node) throws(TreeError) -> Int {
    try cellCount(.addressCells, of: bus, default: 2, limit: 4)
  }

  /// Cells of a size in this node's children; 1 where the node does not say.
  public func sizeCells(of bus: Node) throws(TreeError) -> Int {
    try cellCount(.sizeCells, of: bus, default: 1, limit: 2)
  }

  func cellCount(_ name: PropertyName, of node: Node, default missing: Int, limit: Int) throws(TreeError)
    -> Int
  {
    guard let count = try cell(name, of: node) else { return missing }
    guard count <= UInt32(limit) else {
      throw .badCellCount(name, count: count, limit: limit, node: place(of: node))
    }
    return Int(count)
  }

  /// How many entries a node's `reg` has; 0 where it has none.
  public func regionCount(of node: Node) throws(TreeError) -> Int {
    guard let bus = parent(of: node), let value = property(.reg, of: node) else { return 0 }
    let unit = 4 * (try addressCells(of: bus) + sizeCells(of: bus))
    guard unit > 0, value.count % unit == 0 else {
      throw .badLength(.reg, of: value.count, unit: unit, node: place(of: node))
    }
    return value.count / unit
  }

  /// Entry `index` of a node's `reg`, as its bus counts.
  public func busRegion(_ index: Int, of node: Node) throws(TreeError) -> BusRegion {
    let count = try regionCount(of: node)
    guard let bus = parent(of: node), let value = property(.reg, of: node) else {
      throw .missing(.reg, node: place(of: node))
    }
    guard index >= 0, index < count else {
      throw .noEntry(.reg, index: index, count: count, node: place(of: node))
    }
    let cells = (address: try addressCells(of: bus), size: try sizeCells(of: bus))
    let first = index * (cells.address + cells.size)
    let address = try busAddress(at: first, of: value, cells: cells.address, node: node)
    let size = number(at: first + cells.address, of: value, cells: cells.size)
    return BusRegion(busAddress: address.low, flags: address.flags, size: size)
  }

  /// Entry `index` of a node's `reg` at the address that the CPU uses, translated through every bus above it.
  ///
  /// - Throws: `TreeError.notAddressable` where a bus on the way says no `ranges` or none that holds the whole
  ///   region, and where the entries have no size (a CPU's number, an address on an I2C bus).
  public func region(_ index: Int, of node: Node) throws(TreeError) -> Region {
    let region = try busRegion(index, of: node)
    guard var bus = parent(of: node) else { throw .missing(.reg, node: place(of: node)) }
    guard region.size > 0, !region.busAddress.addingReportingOverflow(region.size - 1).overflow else {
      throw .notAddressable(busAddress: region.busAddress, bus: place(of: bus))
    }
    var address = BusAddress(flags: region.flags, low: region.busAddress)
    for _ in 0..<TreeLimits.steps {
      guard let above = parent(of: bus) else { return Region(address: address.low, size: region.size) }
      address = try translate(address, size: region.size, through: bus, to: above)
      bus = above
    }
    throw .tooManySteps(limit: TreeLimits.steps)
  }

  /// An address of a bus's children as the bus above it counts.
  private func translate(
    _ address: BusAddress, size: UInt64, through bus: Node, to above: Node
  ) throws(TreeError) -> BusAddress {
    guard let ranges = property(.ranges, of: bus) else {
      throw .notAddressable(busAddress: address.low, bus: place(of: bus))
    }
    if ranges.count == 0 { return address }
    let cells = (
      child: try addressCells(of: bus), parent: try addressCells(of: above), size: try sizeCells(of: bus)
    )
    let unit = cells.child + cells.parent + cells.size
    guard unit > 0, ranges.count % (4 * unit) == 0 else {
      throw .badLength(.ranges, of: ranges.count, unit: 4 * unit, node: place(of: bus))
    }
    let isPCI = property(.deviceType, of: bus).map { isText($0, "pci") || isText($0, "pciex") } ?? false
    for entry in 0..<ranges.count / (4 * unit) {
      let first = entry * unit
      let child = try busAddress(at: first, of: ranges, cells: cells.child, node: bus)
      let parent = try busAddress(at: first + cells.child, of: ranges, cells: cells.parent, node: bus)
      let length = number(at: first + cells.child + cells.parent, of: ranges, cells: cells.size)
      guard address.isInSpace(of: child, isPCI: isPCI), address.low >= child.low else { continue }
      let distance = address.low - child.low
      guard distance < length, size <= length - distance else { continue }
      let (low, overflow) = parent.low.addingReportingOverflow(distance)
      guard !overflow, !low.addingReportingOverflow(size - 1).overflow else { continue }
      return BusAddress(flags: parent.flags, low: low)
    }
    throw .notAddressable(busAddress: address.low, bus: place(of: bus))
  }

  /// An address of one to three cells; four cells are known to no bus here.
  private func busAddress(
    at first: Int, of value: TreeBytes.Stretch, cells: Int, node: Node
  ) throws(TreeError) -> BusAddress {
    switch cells {
    case 0...2: return BusAddress(flags: 0, low: number(at: first, of: value, cells: cells))
    case 3:
      return BusAddress(
        flags: bytes.cell(first, of: value) ?? 0, low: number(at: first + 1, of: value, cells: 2))
    default:
      throw .badCellCount(.addressCells, count: UInt32(cells), limit: 3, node: place(of: node))
    }
  }

  /// The number that up to two cells make; 0 for no cells.
  func number(at first: Int, of value: TreeBytes.Stretch, cells: Int) -> UInt64 {
    var number: UInt64 = 0
    for index in first..<first + cells { number = number << 32 | UInt64(bytes.cell(index, of: value) ?? 0) }
    return number
  }

  /// Whether a value is one NUL-terminated text.
  func isText(_ value: TreeBytes.Stretch, _ text: StaticString) -> Bool {
    guard let first = bytes.text(0, of: value) else { return false }
    return first.count + 1 == value.count && bytes.equals(first, text)
  }
}

/// An address on a bus on its way to the CPU.
private struct BusAddress {
  var flags: UInt32
  var low: UInt64

  /// Whether an entry of `ranges` speaks of this address's space.
  ///
  /// PCI (IEEE 1275 PCI binding, 2.2.1.1): bits 25:24 of the first cell; 32-bit and 64-bit memory are one space, and
  /// configuration space is in no range. Elsewhere the upper cell has to be the same.
  func isInSpace(of range: BusAddress, isPCI: Bool) -> Bool {
    guard isPCI else { return flags == range.flags }
    let space = { (flags: UInt32) in min(flags >> 24 & 3, 2) }
    return space(flags) != 0 && space(flags) == space(range.flags)
  }
}
