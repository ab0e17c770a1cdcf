public import DeviceTree

/// What is wrong with a device tree, and where in the file.
public struct TreeFault: Sendable, Equatable {
  /// Bytes from the start of the file.
  public var place: Int
  /// What is wrong: lower case, names in backticks.
  public var message: String

  /// Takes each part as it is.
  public init(place: Int, message: String) {
    self.place = place
    self.message = message
  }

  /// What a reader of trees has against a node.
  ///
  /// - Parameters:
  ///   - error: what it says.
  ///   - place: where the node stands.
  ///   - path: the node's path.
  public init(_ error: TreeError, at place: Int, in path: String) {
    self.init(place: error.place ?? place, message: "node `\(path)`: \(error.message)")
  }

  /// What is wrong with bytes that are no tree.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - complaint: what libfdt says of it.
  public init(of bytes: [UInt8], complaint: String) {
    do {
      // Safety: the tree is used inside the closure alone, while the array's storage is pinned.
      try unsafe bytes.withUnsafeBytes { _ = try unsafe FlattenedTree(TreeBytes($0)) }
      self.init(place: 0, message: "no device tree: \(complaint)")
    } catch {
      let fault = error as? TreeError
      let message = fault.map { "\($0.message) (\(complaint))" } ?? complaint
      self.init(place: fault?.place ?? 0, message: "no device tree: \(message)")
    }
  }

  /// The fault as it is told of a file: `board.dtb: byte 56 (0x38): error: …`.
  ///
  /// - Parameter path: the file's.
  /// - Returns: one line.
  public func text(path: String) -> String {
    "\(path): byte \(place) (0x\(String(place, radix: 16))): error: \(message) [bad-device-tree]"
  }
}

extension TreeError {
  /// Where the fault stands, in bytes from the start of the tree; `nil` where the error does not say.
  var place: Int? {
    switch self {
    case .notATree: 0
    case .unsupportedVersion: 20
    case .truncated(_, let available): available
    case .malformed(_, let at): at
    case .badLength(_, _, _, let node), .badCellCount(_, _, _, let node), .missing(_, let node),
      .noEntry(_, _, _, let node), .clockNotFixed(let node), .unknownController(let node),
      .tooManyEntries(_, _, let node):
      node
    case .notAddressable(_, let bus): bus
    case .notMapped(_, let nexus): nexus
    case .badSpecifier(_, let controller): controller
    case .danglingHandle, .noNode, .ambiguousPath, .tooManySteps: nil
    }
  }

  /// What is wrong, in words.
  var message: String {
    switch self {
    case .notATree(let magic):
      "the file begins with 0x\(String(magic, radix: 16)), a device tree with 0xd00dfeed"
    case .truncated(let needed, let available): "the tree needs \(needed) bytes, the file has \(available)"
    case .unsupportedVersion(let version, let last):
      "the format is version \(version), compatible down to \(last); version 17 is read"
    case .malformed(let fault, _): fault.message
    case .badLength(let name, let count, let unit, _):
      "`\(name.text)` has \(count) bytes, no multiple of \(unit)"
    case .badCellCount(let name, let count, let limit, _): "`\(name.text)` is \(count); the limit is \(limit)"
    case .missing(let name, _): "there is no `\(name.text)`"
    case .noEntry(let name, let index, let count, _):
      "`\(name.text)` has no entry \(index); it has \(count)"
    case .notAddressable(let address, _):
      "the processor cannot address 0x\(String(address, radix: 16)) of the bus"
    case .danglingHandle(let handle): "no node has the phandle \(handle)"
    case .notMapped(let cell, _): "`interrupt-map` has no entry for the interrupt \(cell)"
    case .unknownController: "the interrupt controller is of no known kind"
    case .badSpecifier(let cell, _):
      "an interrupt specifier that begins with \(cell) means nothing to its controller"
    case .clockNotFixed: "the clock has no fixed rate"
    case .noNode(let matched): "no node stands there; \(matched) bytes of the path lead somewhere"
    case .ambiguousPath(let matched): "more than one node fits the path after \(matched) bytes of it"
    case .tooManySteps(let limit): "a chain of parents is longer than \(limit)"
    case .tooManyEntries(let name, let limit, _): "`\(name.text)` has more than \(limit) entries"
    }
  }
}

extension Malformation {
  /// What is wrong, in words.
  fileprivate var message: String {
    switch self {
    case .block: "a block lies outside the tree, or is not aligned"
    case .token: "a token that the format does not have"
    case .name: "a name that does not end"
    case .property: "a property that reaches past its block"
    case .propertyAfterChild: "a property that follows a child"
    case .depth: "nodes inside nodes, deeper than \(TreeLimits.depth)"
    case .nesting: "a node that does not end, or one end too many"
    }
  }
}
