import DeviceTree

/// Everything that a reader and the rules say of a tree, as text: two readers agree when their outlines do.
func outline(_ tree: some TreeReader) -> [String] {
  var lines: [String] = []
  var current = Optional(tree.root)
  while let node = current {
    lines += nodeLines(of: node, in: tree)
    current = tree.node(after: node)
  }
  lines.append("stdout: \(describe { try tree.standardOutput().map { tree.path(of: $0) } })")
  var index = 0
  while case .success(let region?) = Result(catching: { try tree.memory(index) }) {
    lines.append("memory: \(region)")
    index += 1
  }
  return lines
}

private func nodeLines<Tree: TreeReader>(of node: Tree.Node, in tree: Tree) -> [String] {
  var lines = ["\(tree.path(of: node)) at \(tree.place(of: node))"]
  var previous: TreeProperty?
  while let property = tree.property(after: previous, of: node) {
    let value = (0..<property.value.count).compactMap { tree.bytes.byte($0, of: property.value) }
    lines.append("  \(tree.bytes.text(property.name)) \(property.value.start) \(value)")
    previous = property
  }
  lines.append("  available: \(tree.isAvailable(node))")
  lines.append("  regions: \(describe { try tree.regionCount(of: node) })")
  for index in 0..<((try? tree.regionCount(of: node)) ?? 0) {
    lines.append("  region \(index): \(describe { try tree.busRegion(index, of: node) })")
    lines.append("    \(describe { try tree.region(index, of: node) })")
  }
  lines.append("  port ranges: \(describe { try tree.portRangeCount(of: node) })")
  for index in 0..<((try? tree.portRangeCount(of: node)) ?? 0) {
    lines.append("  ports \(index): \(describe { try tree.portRange(index, of: node) })")
  }
  lines.append("  interrupts: \(describe { try tree.interruptCount(of: node) })")
  for index in 0..<((try? tree.interruptCount(of: node)) ?? 0) {
    lines.append(
      "  interrupt \(index): "
        + describe {
          let interrupt = try tree.interrupt(index, of: node)
          let cells = (0..<interrupt.cellCount).map { interrupt.cells[$0] }
          return "\(tree.path(of: interrupt.controller)) \(cells) \(describe { try tree.line(interrupt) })"
        })
  }
  lines.append("  clocks: \(describe { try tree.clockCount(of: node) })")
  for index in 0..<((try? tree.clockCount(of: node)) ?? 0) {
    lines.append("  clock \(index): \(describe { try tree.clockRate(index, of: node) })")
  }
  return lines
}

/// A value, or the error in its place.
private func describe(_ value: () throws -> some Any) -> String {
  do { return "\(try value())" } catch { return "\(error)" }
}
