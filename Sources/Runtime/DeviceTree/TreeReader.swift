/// Someone who reads the nodes and properties of a device tree.
///
/// The rules of device trees (addresses, interrupts, clocks, paths) stand once, in this protocol's extensions; what
/// conforms only finds nodes and properties. All of it is dispatched statically. Nodes come in the tree's own order.
public protocol TreeReader {
  /// A node of this reader's tree; means nothing to another reader.
  associatedtype Node: Equatable

  /// The bytes that names and values are stretches of.
  var bytes: TreeBytes { get }
  /// The node `/`.
  var root: Node { get }
  /// The node that this one stands in; `nil` for the root.
  func parent(of node: Node) -> Node?
  /// The child that follows `previous`, or the first one where `previous` is `nil`; `nil` when there is none left.
  func child(after previous: Node?, of parent: Node) -> Node?
  /// The property that follows `previous`, or the first one where `previous` is `nil`; `nil` when there is none left.
  func property(after previous: TreeProperty?, of node: Node) -> TreeProperty?
  /// The node's name with its unit address: `pl011@9000000`; empty for the root.
  func name(of node: Node) -> TreeBytes.Stretch
  /// Where the node begins, in bytes from the start of the tree: evidence for errors.
  func place(of node: Node) -> Int
}

/// A property of a node, as it stands in the bytes.
public struct TreeProperty: Equatable, Sendable {
  /// Where the property begins, in bytes from the start of the tree or as the reader counts.
  public let place: Int
  /// Its name.
  public let name: TreeBytes.Stretch
  /// Its value; empty for a property that only has to be there.
  public let value: TreeBytes.Stretch

  /// A property at a place of a reader's own.
  public init(place: Int, name: TreeBytes.Stretch, value: TreeBytes.Stretch) {
    self.place = place
    self.name = name
    self.value = value
  }
}

/// The properties that device trees give a meaning to and that the rules here read.
public enum PropertyName: UInt8, Sendable {
  case addressCells, sizeCells, reg, ranges
  case interrupts, interruptsExtended, interruptParent, interruptCells, interruptController
  case interruptMap, interruptMapMask
  case clocks, clockCells, clockNames, clockFrequency
  case compatible, status, deviceType, phandle, linuxPhandle, stdoutPath

  /// The name as a tree spells it.
  public var text: StaticString {
    switch self {
    case .addressCells: "#address-cells"
    case .sizeCells: "#size-cells"
    case .reg: "reg"
    case .ranges: "ranges"
    case .interrupts: "interrupts"
    case .interruptsExtended: "interrupts-extended"
    case .interruptParent: "interrupt-parent"
    case .interruptCells: "#interrupt-cells"
    case .interruptController: "interrupt-controller"
    case .interruptMap: "interrupt-map"
    case .interruptMapMask: "interrupt-map-mask"
    case .clocks: "clocks"
    case .clockCells: "#clock-cells"
    case .clockNames: "clock-names"
    case .clockFrequency: "clock-frequency"
    case .compatible: "compatible"
    case .status: "status"
    case .deviceType: "device_type"
    case .phandle: "phandle"
    case .linuxPhandle: "linux,phandle"
    case .stdoutPath: "stdout-path"
    }
  }
}

extension TreeReader {
  /// The value of a property, or `nil` where the node has none of that name.
  public func property(_ name: PropertyName, of node: Node) -> TreeBytes.Stretch? {
    var previous: TreeProperty?
    while let property = property(after: previous, of: node) {
      if bytes.equals(property.name, name.text) { return property.value }
      previous = property
    }
    return nil
  }

  /// The value of a property that the rules here do not know, or `nil` where the node has none of that name.
  public func property(named name: Span<UInt8>, of node: Node) -> TreeBytes.Stretch? {
    var previous: TreeProperty?
    while let property = property(after: previous, of: node) {
      if bytes.equals(property.name, name) { return property.value }
      previous = property
    }
    return nil
  }

  /// The value of the property whose name these bytes of the tree spell.
  func property(named name: TreeBytes.Stretch, of node: Node) -> TreeBytes.Stretch? {
    var previous: TreeProperty?
    while let property = property(after: previous, of: node) {
      if bytes.equals(property.name, name) { return property.value }
      previous = property
    }
    return nil
  }

  /// A property of one cell, or `nil` where the node has none.
  ///
  /// - Throws: `TreeError.badLength` where the value is not four bytes.
  public func cell(_ name: PropertyName, of node: Node) throws(TreeError) -> UInt32? {
    guard let value = property(name, of: node) else { return nil }
    guard value.count == 4, let cell = bytes.cell(0, of: value) else {
      throw .badLength(name, of: value.count, unit: 4, node: place(of: node))
    }
    return cell
  }

  /// The node after this one in the order of the text: its first child, else what follows it or a parent of it.
  public func node(after node: Node) -> Node? {
    if let child = child(after: nil, of: node) { return child }
    var current = node
    while let parent = parent(of: current) {
      if let sibling = child(after: current, of: parent) { return sibling }
      current = parent
    }
    return nil
  }

  /// The node that a phandle names.
  ///
  /// - Throws: `TreeError.danglingHandle` where no node has it.
  public func node(withHandle handle: UInt32) throws(TreeError) -> Node {
    var current: Node? = root
    while let node = current {
      if let value = property(.phandle, of: node) ?? property(.linuxPhandle, of: node),
        value.count == 4, bytes.cell(0, of: value) == handle
      {
        return node
      }
      current = self.node(after: node)
    }
    throw .danglingHandle(handle)
  }
}
