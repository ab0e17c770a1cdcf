// The machine's memory: Devicetree Specification v0.4, 3.4.
extension TreeReader {
  /// Region `index` of the machine's memory, over all nodes of `device_type` `memory` below the root, or `nil` past
  /// the last one.
  public func memory(_ index: Int) throws(TreeError) -> Region? {
    var left = index
    var previous: Node?
    while let node = child(after: previous, of: root) {
      previous = node
      guard let type = property(.deviceType, of: node), isText(type, "memory"), isAvailable(node) else {
        continue
      }
      let count = try regionCount(of: node)
      if left < count { return try region(left, of: node) }
      left -= count
    }
    return nil
  }
}
