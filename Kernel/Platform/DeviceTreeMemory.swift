/// The memory that a flattened device tree names (Devicetree Specification 0.4, 3.4 and chapter 5).
///
/// All that the kernel wants of a tree, read without trusting it: an offset that leads out of the tree is the end.
struct DeviceTreeMemory {
  /// Where the kernel sees the tree, a multiple of 4.
  let start: UInt
  /// Its bytes.
  let size: UInt

  private static var magic: UInt32 { 0xd00d_feed }

  private func word(_ offset: UInt) -> UInt? {
    guard offset & 3 == 0, size >= 4, offset <= size &- 4 else { return nil }
    return UInt(Reference<UInt32>(address: start &+ offset).pointee.bigEndian)
  }

  /// A number of one or two cells.
  private func number(_ offset: UInt, cells: UInt) -> UInt? {
    guard let first = word(offset) else { return nil }
    if cells == 1 { return first }
    guard cells == 2, let second = word(offset &+ 4) else { return nil }
    return first &<< 32 | second
  }

  /// Whether the bytes from an offset on are a text and the 0 behind it.
  private func isText(_ text: StaticString, at offset: UInt) -> Bool {
    let count = UInt(bitPattern: text.utf8CodeUnitCount)
    guard offset <= size, count < size &- offset else { return false }
    for index in 0...count {
      // Safety: a static string has as many bytes as it says.
      let expected = index < count ? unsafe text.utf8Start[Int(bitPattern: index)] : 0
      guard Reference<UInt8>(address: start &+ offset &+ index).pointee == expected else { return false }
    }
    return true
  }

  /// What is known of a node below the root.
  private struct Node {
    var isMemory = false
    var ranges: UInt = 0
    var rangesSize: UInt = 0
  }

  /// The first range of memory that holds an address; nil where the tree names none, or is none.
  func range(holding address: UInt) -> MemoryRegion? {
    guard word(0) == UInt(DeviceTreeMemory.magic), let structure = word(8), let strings = word(12) else {
      return nil
    }
    var place = structure
    var depth = 0
    var (addressCells, sizeCells): (UInt, UInt) = (2, 1)
    var node = Node()
    // Every turn moves on by 4 bytes at least.
    while let token = word(place) {
      place &+= 4
      switch token {
      case 1:  // FDT_BEGIN_NODE and the name
        while place < size, Reference<UInt8>(address: start &+ place).pointee != 0 { place &+= 1 }
        place = (place &+ 4) & ~3
        depth &+= 1
        if depth == 2 { node = Node() }
      case 2:  // FDT_END_NODE
        if depth == 2, let found = range(of: node, addressCells, sizeCells, holding: address) { return found }
        depth &-= 1
        if depth <= 0 { return nil }
      case 3:  // FDT_PROP: length, the name's offset, value
        guard let length = word(place), let name = word(place &+ 4) else { return nil }
        let value = place &+ 8
        if depth == 1, isText("#address-cells", at: strings &+ name) { addressCells = word(value) ?? 0 }
        if depth == 1, isText("#size-cells", at: strings &+ name) { sizeCells = word(value) ?? 0 }
        if depth == 2, isText("device_type", at: strings &+ name) {
          node.isMemory = isText("memory", at: value)
        }
        if depth == 2, isText("reg", at: strings &+ name) { (node.ranges, node.rangesSize) = (value, length) }
        guard length <= size else { return nil }
        place = (value &+ length &+ 3) & ~3
      case 4: break  // FDT_NOP
      default: return nil
      }
    }
    return nil
  }

  private func range(
    of node: Node, _ addressCells: UInt, _ sizeCells: UInt, holding address: UInt
  ) -> MemoryRegion? {
    guard node.isMemory, 1...2 ~= addressCells, 1...2 ~= sizeCells else { return nil }
    let step = (addressCells &+ sizeCells) &* 4
    var offset: UInt = 0
    while offset &+ step <= node.rangesSize {
      guard let start = number(node.ranges &+ offset, cells: addressCells),
        let length = number(node.ranges &+ offset &+ addressCells &* 4, cells: sizeCells)
      else { return nil }
      if start <= address, address &- start < length {
        return MemoryRegion(start: start, end: start &+ min(length, UInt.max &- start))
      }
      offset &+= step
    }
    return nil
  }
}
