/// An interrupt of a device, as the controller that it arrives at counts it.
public struct TreeInterrupt<Node> {
  /// The controller.
  public let controller: Node
  /// The specifier: its meaning is the controller's own (see `TreeReader.line(_:)`).
  public let cells: InlineArray<8, UInt32>
  /// How many of the cells count; at most 8.
  public let cellCount: Int
}

extension TreeInterrupt: Sendable where Node: Sendable {}

/// A way from a device to a controller, with what an `interrupt-map` asks about it.
private struct InterruptPath<Node> {
  var controller: Node
  /// The specifier's cells.
  var specifier = InlineArray<8, UInt32>(repeating: 0)
  var specifierCount: Int
  /// The unit address of the device, or what the last map put in its place.
  var unit = InlineArray<8, UInt32>(repeating: 0)
  var unitCount: Int
}

// Interrupts: Devicetree Specification v0.4, 2.4.
extension TreeReader {
  /// How many interrupts a node has; 0 where it says none.
  public func interruptCount(of node: Node) throws(TreeError) -> Int {
    if let extended = property(.interruptsExtended, of: node) {
      var count = 0
      var cell = 0
      while cell < extended.count / 4 {
        guard count < TreeLimits.entries else {
          throw .tooManyEntries(.interruptsExtended, limit: TreeLimits.entries, node: place(of: node))
        }
        let entry = try extendedInterrupt(at: cell, of: extended, node: node)
        cell += 1 + entry.cells
        count += 1
      }
      return count
    }
    guard let value = property(.interrupts, of: node) else { return 0 }
    let unit = 4 * (try interruptCells(of: try interruptParent(of: node)))
    guard unit > 0, value.count % unit == 0 else {
      throw .badLength(.interrupts, of: value.count, unit: unit, node: place(of: node))
    }
    return value.count / unit
  }

  /// Interrupt `index` of a node: of `interrupts-extended`, or else of `interrupts`; through every `interrupt-map`
  /// on its way to the controller.
  public func interrupt(_ index: Int, of node: Node) throws(TreeError) -> TreeInterrupt<Node> {
    let count = try interruptCount(of: node)
    guard count > 0 else { throw .missing(.interrupts, node: place(of: node)) }
    guard index >= 0, index < count else {
      throw .noEntry(.interrupts, index: index, count: count, node: place(of: node))
    }
    var path: InterruptPath<Node>
    if let extended = property(.interruptsExtended, of: node) {
      var cell = 0
      for _ in 0..<index { cell += 1 + (try extendedInterrupt(at: cell, of: extended, node: node)).cells }
      let entry = try extendedInterrupt(at: cell, of: extended, node: node)
      path = InterruptPath(controller: entry.controller, specifierCount: entry.cells, unitCount: 0)
      copy(from: extended, at: cell + 1, count: entry.cells, to: &path.specifier)
    } else {
      let controller = try interruptParent(of: node)
      let cells = try interruptCells(of: controller)
      guard let value = property(.interrupts, of: node) else {
        throw .missing(.interrupts, node: place(of: node))
      }
      path = InterruptPath(controller: controller, specifierCount: cells, unitCount: 0)
      copy(from: value, at: index * cells, count: cells, to: &path.specifier)
    }
    if let bus = parent(of: node), let reg = property(.reg, of: node) {
      path.unitCount = try addressCells(of: bus)
      copy(from: reg, at: 0, count: path.unitCount, to: &path.unit)
    }
    return try resolve(path)
  }

  /// Where a node's interrupts go: the node that its own `interrupt-parent`, or the nearest one above it, names, or
  /// the first node above that counts interrupts.
  public func interruptParent(of node: Node) throws(TreeError) -> Node {
    var current = node
    for _ in 0..<TreeLimits.steps {
      let next: Node
      if let handle = try cell(.interruptParent, of: current) {
        next = try self.node(withHandle: handle)
      } else {
        guard let above = parent(of: current) else { throw .missing(.interruptParent, node: place(of: node)) }
        next = above
      }
      if property(.interruptCells, of: next) != nil { return next }
      // A root whose parent is itself by handle would turn in a circle: the bound ends it.
      current = next
    }
    throw .tooManySteps(limit: TreeLimits.steps)
  }

  /// Cells of a specifier at this controller or bus.
  private func interruptCells(of controller: Node) throws(TreeError) -> Int {
    guard property(.interruptCells, of: controller) != nil else {
      throw .missing(.interruptCells, node: place(of: controller))
    }
    return try cellCount(.interruptCells, of: controller, default: 0, limit: TreeLimits.cells)
  }

  /// The entry of `interrupts-extended` that begins at a cell.
  private func extendedInterrupt(
    at cell: Int, of value: TreeBytes.Stretch, node: Node
  ) throws(TreeError) -> (controller: Node, cells: Int) {
    guard value.count % 4 == 0, let handle = bytes.cell(cell, of: value) else {
      throw .badLength(.interruptsExtended, of: value.count, unit: 4, node: place(of: node))
    }
    let controller = try self.node(withHandle: handle)
    let cells = try interruptCells(of: controller)
    guard cell + 1 + cells <= value.count / 4 else {
      throw .badLength(.interruptsExtended, of: value.count, unit: 4 * (1 + cells), node: place(of: node))
    }
    return (controller, cells)
  }

  /// Follows a way until it ends at a controller.
  private func resolve(_ start: InterruptPath<Node>) throws(TreeError) -> TreeInterrupt<Node> {
    var path = start
    for _ in 0..<TreeLimits.steps {
      if let map = property(.interruptMap, of: path.controller) {
        path = try entry(of: map, for: path)
      } else if property(.interruptController, of: path.controller) != nil {
        return TreeInterrupt(
          controller: path.controller, cells: path.specifier, cellCount: path.specifierCount)
      } else {
        // A node that counts interrupts and neither takes nor maps them passes them on as they are.
        path.controller = try interruptParent(of: path.controller)
      }
    }
    throw .tooManySteps(limit: TreeLimits.steps)
  }

  /// The way on that a bus's `interrupt-map` (2.4.3) gives to an interrupt that arrives there.
  private func entry(
    of map: TreeBytes.Stretch, for path: InterruptPath<Node>
  ) throws(TreeError) -> InterruptPath<Node> {
    let nexus = path.controller
    let unitCells = try addressCells(of: nexus)
    let childCells = unitCells + (try interruptCells(of: nexus))
    let mask = property(.interruptMapMask, of: nexus)
    if let mask, mask.count != 4 * childCells {
      throw .badLength(.interruptMapMask, of: mask.count, unit: 4 * childCells, node: place(of: nexus))
    }
    var cell = 0
    var entries = 0
    while cell < map.count / 4 {
      guard entries < TreeLimits.entries else {
        throw .tooManyEntries(.interruptMap, limit: TreeLimits.entries, node: place(of: nexus))
      }
      entries += 1
      guard let handle = bytes.cell(cell + childCells, of: map) else { break }
      let parent = try node(withHandle: handle)
      // A controller that counts no addresses has none in the map either.
      let parentUnit = try cellCount(.addressCells, of: parent, default: 0, limit: 4)
      let parentCells = try interruptCells(of: parent)
      let first = cell + childCells + 1
      guard first + parentUnit + parentCells <= map.count / 4 else { break }
      var fits = true
      for index in 0..<childCells {
        let own =
          index < unitCells
          ? (index < path.unitCount ? path.unit[index] : 0) : path.specifier[index - unitCells]
        let bits = mask.flatMap { bytes.cell(index, of: $0) } ?? UInt32.max
        if own & bits != (bytes.cell(cell + index, of: map) ?? 0) & bits { fits = false }
      }
      if fits {
        var next = InterruptPath(controller: parent, specifierCount: parentCells, unitCount: parentUnit)
        copy(from: map, at: first, count: parentUnit, to: &next.unit)
        copy(from: map, at: first + parentUnit, count: parentCells, to: &next.specifier)
        return next
      }
      cell = first + parentUnit + parentCells
    }
    guard cell * 4 == map.count else {
      throw .badLength(.interruptMap, of: map.count, unit: 4 * (childCells + 1), node: place(of: nexus))
    }
    throw .notMapped(firstCell: path.specifier[0], nexus: place(of: nexus))
  }

  private func copy(
    from value: TreeBytes.Stretch, at first: Int, count: Int, to cells: inout InlineArray<8, UInt32>
  ) {
    for index in 0..<min(count, TreeLimits.cells) { cells[index] = bytes.cell(first + index, of: value) ?? 0 }
  }
}
