// Clocks: the common clock binding (`clocks`, `#clock-cells`, `clock-names`) and the binding of `fixed-clock`.
extension TreeReader {
  /// How many clocks a node names; a node that only says `clock-frequency` has one.
  public func clockCount(of node: Node) throws(TreeError) -> Int {
    guard let clocks = property(.clocks, of: node) else {
      return property(.clockFrequency, of: node) == nil ? 0 : 1
    }
    var count = 0
    var cell = 0
    while cell < clocks.count / 4 {
      guard count < TreeLimits.entries else {
        throw .tooManyEntries(.clocks, limit: TreeLimits.entries, node: place(of: node))
      }
      cell += 1 + (try provider(at: cell, of: clocks, node: node)).cells
      count += 1
    }
    return count
  }

  /// The rate of clock `index` of a node, in Hz: of the fixed clock that `clocks` names there, or, in a node without
  /// `clocks`, its own `clock-frequency`.
  ///
  /// - Throws: `TreeError.clockNotFixed` where the tree does not hold the rate.
  public func clockRate(_ index: Int, of node: Node) throws(TreeError) -> UInt64 {
    let count = try clockCount(of: node)
    guard index >= 0, index < count else {
      throw .noEntry(.clocks, index: index, count: count, node: place(of: node))
    }
    guard let clocks = property(.clocks, of: node) else { return try frequency(of: node) }
    var cell = 0
    for _ in 0..<index { cell += 1 + (try provider(at: cell, of: clocks, node: node)).cells }
    let clock = try provider(at: cell, of: clocks, node: node).clock
    guard isCompatible(clock, "fixed-clock") else { throw .clockNotFixed(node: place(of: clock)) }
    return try frequency(of: clock)
  }

  /// Which of a node's clocks has this name, or `nil` where none has.
  public func clockIndex(named name: Span<UInt8>, of node: Node) -> Int? {
    guard let names = property(.clockNames, of: node) else { return nil }
    var index = 0
    while let text = bytes.text(index, of: names) {
      if bytes.equals(text, name) { return index }
      index += 1
    }
    return nil
  }

  /// The clock that the entry of `clocks` at a cell names, and how many cells follow its handle.
  private func provider(
    at cell: Int, of clocks: TreeBytes.Stretch, node: Node
  ) throws(TreeError) -> (clock: Node, cells: Int) {
    guard clocks.count % 4 == 0, let handle = bytes.cell(cell, of: clocks) else {
      throw .badLength(.clocks, of: clocks.count, unit: 4, node: place(of: node))
    }
    let clock = try self.node(withHandle: handle)
    let cells = try cellCount(.clockCells, of: clock, default: 0, limit: TreeLimits.cells)
    guard cell + 1 + cells <= clocks.count / 4 else {
      throw .badLength(.clocks, of: clocks.count, unit: 4 * (1 + cells), node: place(of: node))
    }
    return (clock, cells)
  }

  /// A node's `clock-frequency`, of one or two cells.
  private func frequency(of node: Node) throws(TreeError) -> UInt64 {
    guard let value = property(.clockFrequency, of: node) else {
      throw .missing(.clockFrequency, node: place(of: node))
    }
    guard value.count == 4 || value.count == 8 else {
      throw .badLength(.clockFrequency, of: value.count, unit: 4, node: place(of: node))
    }
    return number(at: 0, of: value, cells: value.count / 4)
  }
}
