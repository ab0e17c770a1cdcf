// Names of nodes: Devicetree Specification v0.4, 2.2.3 (paths), 3.3 (`/aliases`), 3.6 (`/chosen`).
extension TreeReader {
  /// The node at a path: `/soc/serial@10000000`, `/soc/serial` where only one fits, or an alias (`serial0`).
  ///
  /// - Throws: `TreeError.noNode` or `TreeError.ambiguousPath`, with how much of the path was understood.
  public func node(atPath path: Span<UInt8>) throws(TreeError) -> Node {
    guard path.count > 0 else { throw .noNode(matched: 0) }
    guard path[0] != UInt8(ascii: "/") else { return try node(atPath: path, from: root, at: 0) }
    let name = component(of: path, from: 0)
    guard let aliases = child(of: root, named: "aliases"),
      let value = property(named: path.extracting(name), of: aliases),
      let target = bytes.text(0, of: value), bytes.byte(0, of: target) == UInt8(ascii: "/")
    else { throw .noNode(matched: 0) }
    return try node(atPath: path, from: try node(atStoredPath: target), at: name.upperBound)
  }

  /// The node that is the machine's console: `stdout-path` of `/chosen`, without what follows a colon; `nil` where
  /// the tree does not say.
  public func standardOutput() throws(TreeError) -> Node? {
    guard let chosen = child(of: root, named: "chosen"),
      let value = property(.stdoutPath, of: chosen), let path = bytes.text(0, of: value)
    else { return nil }
    return try node(atStoredPath: bytes.prefix(of: path, before: UInt8(ascii: ":")))
  }

  /// The node at a path that the tree itself spells.
  private func node(atStoredPath stored: TreeBytes.Stretch) throws(TreeError) -> Node {
    guard stored.count <= TreeLimits.pathLength else { throw .noNode(matched: 0) }
    var copy = InlineArray<256, UInt8>(repeating: 0)
    for index in 0..<stored.count { copy[index] = bytes.byte(index, of: stored) ?? 0 }
    let path = copy.span.extracting(0..<stored.count)
    guard path.count > 0, path[0] != UInt8(ascii: "/") else {
      return try node(atPath: path, from: root, at: 0)
    }
    // An alias names an absolute path, so that one step is enough.
    guard let aliases = child(of: root, named: "aliases"),
      let value = property(named: path.extracting(component(of: path, from: 0)), of: aliases),
      let target = bytes.text(0, of: value), bytes.byte(0, of: target) == UInt8(ascii: "/"),
      target.count <= TreeLimits.pathLength
    else { throw .noNode(matched: 0) }
    var aliased = InlineArray<256, UInt8>(repeating: 0)
    for index in 0..<target.count { aliased[index] = bytes.byte(index, of: target) ?? 0 }
    return try node(atPath: aliased.span.extracting(0..<target.count), from: root, at: 0)
  }

  /// The node that the components of a path lead to, those from `start` on, beginning at a node.
  private func node(
    atPath path: Span<UInt8>, from first: Node, at start: Int
  ) throws(TreeError) -> Node {
    var node = first
    var place = start
    while place < path.count {
      if path[place] == UInt8(ascii: "/") {
        place += 1
        continue
      }
      let name = component(of: path, from: place)
      node = try child(of: node, named: path.extracting(name), matched: place)
      place = name.upperBound
    }
    return node
  }

  /// Where the component of a path that begins at `start` stands.
  private func component(of path: Span<UInt8>, from start: Int) -> Range<Int> {
    var end = start
    while end < path.count, path[end] != UInt8(ascii: "/") { end += 1 }
    return start..<end
  }

  /// The child of this name: the whole name, or without its unit address where only one child fits.
  private func child(
    of parent: Node, named name: Span<UInt8>, matched: Int
  ) throws(TreeError) -> Node {
    var found: Node?
    var isAmbiguous = false
    var previous: Node?
    while let child = child(after: previous, of: parent) {
      let own = self.name(of: child)
      if bytes.equals(own, name) { return child }
      if bytes.equals(bytes.prefix(of: own, before: UInt8(ascii: "@")), name) {
        isAmbiguous = found != nil
        found = found ?? child
      }
      previous = child
    }
    guard let found else { throw .noNode(matched: matched) }
    guard !isAmbiguous else { throw .ambiguousPath(matched: matched) }
    return found
  }

  /// The child of this very name.
  func child(of parent: Node, named text: StaticString) -> Node? {
    var previous: Node?
    while let child = child(after: previous, of: parent) {
      if bytes.equals(name(of: child), text) { return child }
      previous = child
    }
    return nil
  }
}

#if !os(none)
  extension TreeReader {
    /// A node's path, with every unit address.
    public func path(of node: Node) -> String {
      var names: [String] = []
      var current = node
      while let parent = parent(of: current) {
        names.append(bytes.text(name(of: current)))
        current = parent
      }
      return "/" + names.reversed().joined(separator: "/")
    }

    /// The node at a path or alias; see `node(atPath:)` over bytes.
    public func node(atPath path: String) throws(TreeError) -> Node {
      let bytes = Array(path.utf8)
      return try node(atPath: bytes.span)
    }
  }
#endif
