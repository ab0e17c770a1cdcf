/// Why a device tree has no answer; each case carries what was found.
///
/// `node` and `at` are bytes from the start of the tree: where the node, or the fault, stands.
public enum TreeError: Error, Equatable, Sendable {
  /// The bytes are no device tree: what stands where the magic number should.
  case notATree(magic: UInt32)
  /// The bytes end before the tree does.
  case truncated(needed: Int, available: Int)
  /// The tree's format is one that this reader does not know.
  case unsupportedVersion(UInt32, lastCompatible: UInt32)
  /// The structure of the tree is broken.
  case malformed(Malformation, at: Int)
  /// A property's length is no multiple of what it lists.
  case badLength(PropertyName, of: Int, unit: Int, node: Int)
  /// A cell count is outside what can be read.
  case badCellCount(PropertyName, count: UInt32, limit: Int, node: Int)
  /// The node does not say what was asked for.
  case missing(PropertyName, node: Int)
  /// The property has fewer entries than were asked for.
  case noEntry(PropertyName, index: Int, count: Int, node: Int)
  /// The address cannot be reached by the CPU: a bus between says no `ranges`, or none that holds it all.
  case notAddressable(busAddress: UInt64, bus: Int)
  /// No node has this phandle.
  case danglingHandle(UInt32)
  /// An interrupt arrives at a bus whose `interrupt-map` has no entry for it.
  case notMapped(firstCell: UInt32, nexus: Int)
  /// The interrupt's controller is of a kind whose numbers are not known here.
  case unknownController(node: Int)
  /// The interrupt's cells say nothing that its controller's binding knows.
  case badSpecifier(firstCell: UInt32, controller: Int)
  /// The clock is not a fixed one: its rate is not in the tree.
  case clockNotFixed(node: Int)
  /// No node stands at the path: `matched` bytes of it lead somewhere.
  case noNode(matched: Int)
  /// The path leaves out a unit address, and more than one node fits: `matched` bytes of it are clear.
  case ambiguousPath(matched: Int)
  /// A chain of parents goes on for more steps than a tree of any sense has.
  case tooManySteps(limit: Int)
  /// A list names more controllers or providers than a tree of any sense does.
  case tooManyEntries(PropertyName, limit: Int, node: Int)
}

/// What is wrong with the structure of a tree.
public enum Malformation: UInt8, Error, Sendable {
  /// A block lies outside the tree, or is not aligned.
  case block
  /// A token that the format does not have.
  case token
  /// A name that does not end.
  case name
  /// A property that reaches past its block.
  case property
  /// A property that follows a child.
  case propertyAfterChild
  /// Nodes inside nodes, deeper than the limit.
  case depth
  /// A node that does not end, or one end too many.
  case nesting
}

/// What bounds the reading of a tree.
public enum TreeLimits {
  /// Nodes inside nodes, the root included.
  public static let depth = 16
  /// Cells of an address, a size or a specifier.
  public static let cells = 8
  /// Entries of a list that names a controller or a provider in each: every one costs a walk over the tree.
  public static let entries = 1024
  /// Bytes of a path that the tree itself spells.
  public static let pathLength = 256
  /// Steps from an interrupt to its controller, or from a bus to the root.
  public static let steps = 32
}
