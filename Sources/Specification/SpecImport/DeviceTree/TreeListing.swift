public import DeviceTree

/// What a device tree says of its devices, flat: each node with its addresses for the processor and its interrupts at
/// their controllers.
public struct TreeListing: Sendable, Equatable {
  /// In the tree's order.
  public var nodes: [Node]

  /// A node.
  public struct Node: Sendable, Equatable {
    /// Its path from the root.
    public var path: String
    /// Its `compatible` strings, best match first.
    public var compatible: [String]
    /// Its `status`; `okay` where it says none.
    public var status: String
    /// The entries of its `reg`.
    public var regions: [Region]
    /// Its interrupts, in order, each at the controller where it arrives.
    public var interrupts: [Interrupt]
  }

  /// An entry of a node's `reg`.
  public struct Region: Sendable, Equatable {
    /// Where the processor finds it, and its size in bytes; `nil` where the processor cannot address it.
    public var region: DeviceTree.Region?
    /// Where it is on its bus.
    public var busAddress: UInt64
  }

  /// An interrupt.
  public struct Interrupt: Sendable, Equatable {
    /// The controller's path.
    public var controller: String
    /// The specifier, as the controller counts.
    public var cells: [UInt32]
  }

  /// The most nodes that are listed; a board has hundreds.
  public static let maximumCount = 10_000

  /// Lists a tree.
  ///
  /// - Parameters:
  ///   - tree: the tree.
  ///   - faults: gets what is wrong with a node, which is then listed as far as it can be read.
  public init(_ tree: some TreeReader, faults: inout [TreeFault]) {
    nodes = []
    var current: _? = tree.root
    while let node = current {
      guard nodes.count < Self.maximumCount else {
        faults.append(
          TreeFault(place: tree.place(of: node), message: "the tree has more than \(Self.maximumCount) nodes")
        )
        return
      }
      nodes.append(Self.node(node, of: tree, &faults))
      current = tree.node(after: node)
    }
  }

  private static func node<Tree: TreeReader>(
    _ node: Tree.Node, of tree: Tree, _ faults: inout [TreeFault]
  ) -> Node {
    let path = tree.path(of: node)
    var listed = Node(
      path: path, compatible: tree.compatibles(of: node), status: "okay", regions: [], interrupts: [])
    if let value = tree.property(.status, of: node), let text = tree.bytes.text(0, of: value) {
      listed.status = tree.bytes.text(text)
    }
    do throws(TreeError) {
      for index in 0..<(try tree.regionCount(of: node)) {
        let bus = try tree.busRegion(index, of: node)
        var region: DeviceTree.Region?
        do throws(TreeError) {
          region = try tree.region(index, of: node)
        } catch .notAddressable {
          region = nil
        }
        listed.regions.append(Region(region: region, busAddress: bus.busAddress))
      }
    } catch {
      faults.append(TreeFault(error, at: tree.place(of: node), in: path))
    }
    do throws(TreeError) {
      for index in 0..<(try tree.interruptCount(of: node)) {
        let interrupt = try tree.interrupt(index, of: node)
        listed.interrupts.append(
          Interrupt(
            controller: tree.path(of: interrupt.controller),
            cells: (0..<interrupt.cellCount).map { interrupt.cells[$0] }))
      }
    } catch {
      faults.append(TreeFault(error, at: tree.place(of: node), in: path))
    }
    return listed
  }
}

extension TreeReader {
  /// All of a node's `compatible` strings.
  func compatibles(of node: Node) -> [String] {
    property(.compatible, of: node).map { bytes.texts($0) } ?? []
  }
}
