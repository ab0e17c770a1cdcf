// Which device a node is, and whether it may be used: Devicetree Specification v0.4, 2.3.1 and 2.3.4.
extension TreeReader {
  /// Whether `compatible` lists this text.
  public func isCompatible(_ node: Node, _ text: StaticString) -> Bool {
    var index = 0
    while let entry = compatible(index, of: node) {
      if bytes.equals(entry, text) { return true }
      index += 1
    }
    return false
  }

  /// Whether `compatible` lists these bytes.
  public func isCompatible(_ node: Node, _ name: Span<UInt8>) -> Bool {
    var index = 0
    while let entry = compatible(index, of: node) {
      if bytes.equals(entry, name) { return true }
      index += 1
    }
    return false
  }

  /// Text `index` of a node's `compatible`, the most specific first, or `nil` past the last.
  public func compatible(_ index: Int, of node: Node) -> TreeBytes.Stretch? {
    guard let list = property(.compatible, of: node) else { return nil }
    return bytes.text(index, of: list)
  }

  /// The next node after `previous` (or the first, from the root on) whose `compatible` lists these bytes.
  public func node(compatibleWith name: Span<UInt8>, after previous: Node?) -> Node? {
    var current = previous.map { node(after: $0) } ?? root
    while let node = current {
      if isCompatible(node, name) { return node }
      current = self.node(after: node)
    }
    return nil
  }

  /// Whether the node may be used: `status` is missing, `okay` or `ok`.
  public func isAvailable(_ node: Node) -> Bool {
    guard let status = property(.status, of: node) else { return true }
    return isText(status, "okay") || isText(status, "ok")
  }
}
