import BoardTree
import DeviceTree
import Testing

/// Asks both readers the same of a tree written as text, and expects one answer.
///
/// - Returns: the answer.
func both<Answer: Equatable>(
  _ text: String, _ ask: (any Asked) throws -> Answer
) throws -> Answer {
  let blob = try Source.blob(text)
  let ours = try withFlattenedTree(blob) { try ask(Questions(tree: $0)) }
  let libfdt = try ask(Questions(tree: try BoardTree(blob: blob)))
  #expect(ours == libfdt)
  return ours
}

/// What the tests ask of a tree; answers name nodes by their paths, so that two readers' answers compare.
protocol Asked {
  func region(_ path: String, _ index: Int) throws -> Region
  func regionCount(_ path: String) throws -> Int
  func portRange(_ path: String, _ index: Int) throws -> PortRange
  func portRangeCount(_ path: String) throws -> Int
  func interrupt(_ path: String, _ index: Int) throws -> String
  func interruptCount(_ path: String) throws -> Int
  func line(_ path: String, _ index: Int) throws -> InterruptLine
  func clockRate(_ path: String, _ index: Int) throws -> UInt64
  func clockIndex(_ path: String, _ name: String) throws -> Int?
  func path(_ path: String) throws -> String
  func standardOutput() throws -> String?
  func compatible(_ name: String) -> [String]
  func available() -> [String]
  func memory() throws -> [Region]
  /// The place of a node, as errors name it.
  func place(_ path: String) throws -> Int
}

private struct Questions<Tree: TreeReader>: Asked {
  var tree: Tree

  func region(_ path: String, _ index: Int) throws -> Region {
    try tree.region(index, of: try tree.node(atPath: path))
  }
  func regionCount(_ path: String) throws -> Int { try tree.regionCount(of: try tree.node(atPath: path)) }
  func portRange(_ path: String, _ index: Int) throws -> PortRange {
    try tree.portRange(index, of: try tree.node(atPath: path))
  }
  func portRangeCount(_ path: String) throws -> Int {
    try tree.portRangeCount(of: try tree.node(atPath: path))
  }
  func interrupt(_ path: String, _ index: Int) throws -> String {
    let interrupt = try tree.interrupt(index, of: try tree.node(atPath: path))
    let cells = (0..<interrupt.cellCount).map { String(interrupt.cells[$0]) }
    return "\(tree.path(of: interrupt.controller)) \(cells.joined(separator: " "))"
  }
  func interruptCount(_ path: String) throws -> Int {
    try tree.interruptCount(of: try tree.node(atPath: path))
  }
  func line(_ path: String, _ index: Int) throws -> InterruptLine {
    try tree.line(try tree.interrupt(index, of: try tree.node(atPath: path)))
  }
  func clockRate(_ path: String, _ index: Int) throws -> UInt64 {
    try tree.clockRate(index, of: try tree.node(atPath: path))
  }
  func clockIndex(_ path: String, _ name: String) throws -> Int? {
    let bytes = Array(name.utf8)
    return tree.clockIndex(named: bytes.span, of: try tree.node(atPath: path))
  }
  func path(_ path: String) throws -> String { tree.path(of: try tree.node(atPath: path)) }
  func standardOutput() throws -> String? { try tree.standardOutput().map { tree.path(of: $0) } }
  func compatible(_ name: String) -> [String] {
    let bytes = Array(name.utf8)
    var paths: [String] = []
    var previous: Tree.Node?
    while let node = tree.node(compatibleWith: bytes.span, after: previous) {
      paths.append(tree.path(of: node))
      previous = node
    }
    return paths
  }
  func available() -> [String] {
    var paths: [String] = []
    var current = Optional(tree.root)
    while let node = current {
      if tree.isAvailable(node) { paths.append(tree.path(of: node)) }
      current = tree.node(after: node)
    }
    return paths
  }
  func memory() throws -> [Region] {
    var regions: [Region] = []
    while let region = try tree.memory(regions.count) { regions.append(region) }
    return regions
  }
  func place(_ path: String) throws -> Int { tree.place(of: try tree.node(atPath: path)) }
}

/// The error that an action throws, or `nil` where it throws none.
func error(_ action: () throws -> some Any) -> TreeError? {
  do {
    _ = try action()
    return nil
  } catch {
    return error as? TreeError
  }
}
