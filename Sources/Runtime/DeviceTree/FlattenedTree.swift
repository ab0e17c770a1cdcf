/// A flattened device tree (Devicetree Specification v0.4, chapter 5), read where it lies, without heap.
///
/// The initializer walks the whole structure once and refuses what is broken; after it, every read is still bounded.
/// Corresponds to format version 17.
public struct FlattenedTree: TreeReader {
  /// The bytes that the tree lies in.
  public let bytes: TreeBytes
  /// Where the structure block begins and ends.
  private let structure: Range<Int>
  /// Where the strings block begins and ends.
  private let strings: Range<Int>

  /// The node `/`.
  public let root: Node

  /// A node: its place, and those of the nodes around it, so that a parent is found without a search.
  public struct Node: Equatable, Sendable {
    /// Where the node's first token stands.
    fileprivate let place: Int
    fileprivate let ancestors: InlineArray<16, UInt32>
    /// How many ancestors there are; 0 for the root.
    fileprivate let depth: Int

    /// Nodes of one tree are the same where they begin at the same place.
    public static func == (left: Self, right: Self) -> Bool { left.place == right.place }
  }

  private enum Token {
    static let beginNode: UInt32 = 1
    static let endNode: UInt32 = 2
    static let property: UInt32 = 3
    static let nop: UInt32 = 4
    static let end: UInt32 = 9
  }

  /// The number that a tree begins with.
  public static let magic: UInt32 = 0xd00d_feed
  /// The version of the format that is read.
  public static let version: UInt32 = 17
  /// Bytes of a version 17 header.
  public static let headerSize = 40

  /// Checks that the bytes are a whole, well-formed tree.
  ///
  /// Bytes past the size that the tree states are no part of it.
  public init(_ given: TreeBytes) throws(TreeError) {
    guard given.count >= Self.headerSize, let magic = given.word(at: 0) else {
      throw .truncated(needed: Self.headerSize, available: given.count)
    }
    guard magic == Self.magic else { throw .notATree(magic: magic) }
    let field = { (index: Int) in Int(given.word(at: 4 * index) ?? 0) }
    let totalSize = field(1)
    guard totalSize <= given.count else { throw .truncated(needed: totalSize, available: given.count) }
    guard field(5) >= Self.version, field(6) <= Self.version else {
      throw .unsupportedVersion(UInt32(field(5)), lastCompatible: UInt32(field(6)))
    }
    let structure = (start: field(2), size: field(9))
    let strings = (start: field(3), size: field(8))
    guard structure.start >= Self.headerSize, structure.start % 4 == 0, structure.start <= totalSize,
      structure.size <= totalSize - structure.start
    else { throw .malformed(.block, at: 8) }
    guard strings.start >= Self.headerSize, strings.start <= totalSize,
      strings.size <= totalSize - strings.start
    else { throw .malformed(.block, at: 12) }
    bytes = given
    self.structure = structure.start..<structure.start + structure.size
    self.strings = strings.start..<strings.start + strings.size
    var place = structure.start
    while place <= self.structure.upperBound - 4, given.word(at: place) == Token.nop { place += 4 }
    root = Node(place: place, ancestors: InlineArray(repeating: 0), depth: 0)
    try check()
  }

  /// One token and what belongs to it.
  private enum Item {
    case beginNode(name: TreeBytes.Stretch)
    case endNode
    case property(TreeProperty)
    case end
  }

  /// The token at a place, no-operations skipped, and where the next one stands.
  private func item(at start: Int) throws(TreeError) -> (item: Item, next: Int) {
    var place = start
    while place <= structure.upperBound - 4, bytes.word(at: place) == Token.nop { place += 4 }
    guard place >= structure.lowerBound, place <= structure.upperBound - 4, let token = bytes.word(at: place)
    else { throw .malformed(.nesting, at: place) }
    switch token {
    case Token.beginNode:
      guard let name = bytes.string(from: place + 4, before: structure.upperBound) else {
        throw .malformed(.name, at: place)
      }
      return (.beginNode(name: name), Self.aligned(name.start + name.count + 1))
    case Token.endNode: return (.endNode, place + 4)
    case Token.end: return (.end, place + 4)
    case Token.property:
      guard place <= structure.upperBound - 12, let length = bytes.word(at: place + 4),
        let nameOffset = bytes.word(at: place + 8),
        Int(length) <= structure.upperBound - (place + 12),
        let value = bytes.stretch(from: place + 12, count: Int(length))
      else { throw .malformed(.property, at: place) }
      guard Int(nameOffset) < strings.count,
        let name = bytes.string(from: strings.lowerBound + Int(nameOffset), before: strings.upperBound)
      else { throw .malformed(.name, at: place) }
      let property = TreeProperty(place: place, name: name, value: value)
      return (.property(property), Self.aligned(value.start + value.count))
    default: throw .malformed(.token, at: place)
    }
  }

  /// Where tokens may stand: at multiples of four bytes.
  private static func aligned(_ place: Int) -> Int { (place + 3) & ~3 }

  /// Walks the whole structure: one root, every node ends, properties come before children.
  private func check() throws(TreeError) {
    var place = root.place
    var depth = 0
    /// Whether a property may come: not after a child of the same node.
    var propertiesMayCome = false
    while true {
      let (item, next) = try item(at: place)
      switch item {
      case .beginNode:
        guard depth < TreeLimits.depth else { throw .malformed(.depth, at: place) }
        depth += 1
        propertiesMayCome = true
      case .property:
        guard propertiesMayCome else { throw .malformed(.propertyAfterChild, at: place) }
      case .endNode:
        guard depth > 0 else { throw .malformed(.nesting, at: place) }
        depth -= 1
        propertiesMayCome = false
        if depth == 0 {
          guard case .end = try self.item(at: next).item else { throw .malformed(.nesting, at: next) }
          return
        }
      case .end: throw .malformed(.nesting, at: place)
      }
      place = next
    }
  }

  /// The node that this one stands in.
  public func parent(of node: Node) -> Node? {
    guard node.depth > 0 else { return nil }
    return Node(
      place: Int(node.ancestors[node.depth - 1]), ancestors: node.ancestors, depth: node.depth - 1)
  }

  /// The next child; what stands inside `previous` is stepped over.
  public func child(after previous: Node?, of parent: Node) -> Node? {
    guard parent.depth + 1 < TreeLimits.depth else { return nil }
    guard var place = after(previous?.place ?? parent.place, whole: previous != nil) else { return nil }
    while let (item, next) = try? item(at: place) {
      switch item {
      case .property: place = next
      case .beginNode:
        var ancestors = parent.ancestors
        ancestors[parent.depth] = UInt32(truncatingIfNeeded: parent.place)
        return Node(place: firstToken(from: place), ancestors: ancestors, depth: parent.depth + 1)
      case .endNode, .end: return nil
      }
    }
    return nil
  }

  /// The next property.
  public func property(after previous: TreeProperty?, of node: Node) -> TreeProperty? {
    let start: Int
    if let previous {
      start = Self.aligned(previous.value.start + previous.value.count)
    } else {
      guard let first = after(node.place, whole: false) else { return nil }
      start = first
    }
    guard let (item, _) = try? item(at: start), case .property(let property) = item else { return nil }
    return property
  }

  /// The node's name with its unit address.
  public func name(of node: Node) -> TreeBytes.Stretch {
    guard let (item, _) = try? item(at: node.place), case .beginNode(let name) = item else {
      return TreeBytes.Stretch(start: 0, count: 0)
    }
    return name
  }

  /// Where the node begins, in bytes.
  public func place(of node: Node) -> Int { node.place }

  /// The first token from a place on that is no no-operation.
  private func firstToken(from start: Int) -> Int {
    var place = start
    while place <= structure.upperBound - 4, bytes.word(at: place) == Token.nop { place += 4 }
    return place
  }

  /// Where the tokens stand that follow a node's first token, or with `whole` the whole node.
  private func after(_ nodePlace: Int, whole: Bool) -> Int? {
    guard let (item, first) = try? item(at: nodePlace), case .beginNode = item else { return nil }
    guard whole else { return first }
    var place = first
    var depth = 1
    while depth > 0 {
      guard let (item, next) = try? self.item(at: place) else { return nil }
      switch item {
      case .beginNode: depth += 1
      case .endNode: depth -= 1
      case .property: break
      case .end: return nil
      }
      place = next
    }
    return place
  }
}
