/// A node of a device tree, as a board's file writes it where the machine has no tree of its own.
public struct BoardNode: Hashable, Sendable {
  /// Its name with its unit address; empty for the root.
  public let name: String
  /// In the order in which they are written.
  public let properties: [Property]
  /// In the order in which they are written.
  public let children: [BoardNode]

  /// A node with what stands in it.
  public init(_ name: String, _ properties: [Property], children: [BoardNode] = []) {
    self.name = name
    self.properties = properties
    self.children = children
  }

  /// One property of a node.
  public struct Property: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// Its bytes, as a flattened tree has them.
    public let value: [UInt8]

    private init(name: String, value: [UInt8]) {
      self.name = name
      self.value = value
    }

    /// A list of numbers of 32 bits.
    public static func cells(_ name: String, _ numbers: UInt32...) -> Property {
      Property(
        name: name,
        value: numbers.flatMap { number in
          stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> UInt32($0)) }
        })
    }

    /// A list of texts.
    public static func texts(_ name: String, _ texts: String...) -> Property {
      Property(name: name, value: texts.flatMap { Array($0.utf8) + [0] })
    }

    /// A property that only has to be there.
    public static func present(_ name: String) -> Property { Property(name: name, value: []) }
  }
}
