public import DeviceTree
import Diagnostics
public import DriverSpec

/// The beginning of a spec for a device that a device tree describes: its names, resources and parameters.
public struct TreeSkeleton: Sendable {
  /// The spec; it has no registers yet.
  public var spec: DriverSpec
  /// What the tree says of this board, and what is left to the author: a comment at the head of the spec.
  public var head: [String]
  /// What was taken otherwise than the tree says it, or is not said by it.
  public var notes: [String]

  /// The spec as a file: YAML with its head.
  public var yaml: String { SpecText(spec).yaml(head: head) }
  /// The name of that file.
  public var fileName: String { "\(spec.name.value.lowercased()).driver.yaml" }

  /// The largest window of registers that a driver is granted.
  static let maximumWindow: UInt64 = 1 << 20
  /// The most regions, interrupts and clocks, each, that a driver has.
  static let maximumCount = 8

  /// Describes the device at a node.
  ///
  /// - Parameters:
  ///   - node: the device's node.
  ///   - tree: the tree.
  /// - Throws: what the tree says that cannot be.
  public init<Tree: TreeReader>(_ node: Tree.Node, of tree: Tree) throws(TreeError) {
    let place = SourcePlace(line: 1, column: 1)
    let path = tree.path(of: node)
    notes = []
    head = ["Made of the device tree's node \(path) by `dddk import dtb`."]
    let compatible = tree.compatibles(of: node)
    let nodeName = tree.bytes.text(tree.bytes.prefix(of: tree.name(of: node), before: UInt8(ascii: "@")))
    let device = compatible.first.map { $0.split(separator: ",").last.map(String.init) ?? $0 } ?? nodeName
    var top = SpecNames()
    spec = DriverSpec(
      version: Located(1, at: place), name: Located(top.take(device), at: place),
      identity: Identity(compatible: compatible.map { Located($0, at: place) }))
    if compatible.isEmpty {
      let made = "vendor,\(SpecNames.identifier(nodeName).replacing("_", with: "-").lowercased())"
      spec.identity.compatible = [Located(made, at: place)]
      notes.append("the node has no `compatible`; `\(made)` is made up")
    }
    var names = SpecNames()
    try regions(node, tree, &names)
    try interrupts(node, tree, &names)
    clocks(node, tree, &names)
    parameters(node, tree, &names)
    head.append("Registers, interrupts' causes and sequences are to be written from the manual.")
  }

  private mutating func regions<Tree: TreeReader>(
    _ node: Tree.Node, _ tree: Tree, _ names: inout SpecNames
  ) throws(TreeError) {
    let place = SourcePlace(line: 1, column: 1)
    let count = try tree.regionCount(of: node)
    let said = tree.texts("reg-names", of: node)
    for index in 0..<count {
      var region: Region?
      do throws(TreeError) {
        region = try tree.region(index, of: node)
      } catch .notAddressable {
        region = nil
      }
      guard let region else {
        notes.append("entry \(index) of `reg` is not for the processor, and is left out")
        continue
      }
      guard index < Self.maximumCount else {
        notes.append("entry \(index) of `reg` is left out: a driver has at most \(Self.maximumCount)")
        continue
      }
      let name = names.take(
        index < said.count ? said[index] : index == 0 ? "registers" : "registers_\(index + 1)")
      head.append(
        "  \(name) at 0x\(String(region.address, radix: 16)), 0x\(String(region.size, radix: 16)) bytes")
      if region.size > Self.maximumWindow {
        notes.append(
          "`\(name)` has 0x\(String(region.size, radix: 16)) bytes; a driver is granted at most 0x\(String(Self.maximumWindow, radix: 16)), which are taken"
        )
      }
      spec.resources.append(
        Resource(
          name: Located(name, at: place),
          kind: .registers(
            RegisterWindow(
              mmio: Located(index, at: place), size: Located(min(region.size, Self.maximumWindow), at: place))
          )))
    }
    if count == 0 { notes.append("the node has no `reg`: it has no registers for the processor") }
  }

  private mutating func interrupts<Tree: TreeReader>(
    _ node: Tree.Node, _ tree: Tree, _ names: inout SpecNames
  ) throws(TreeError) {
    let place = SourcePlace(line: 1, column: 1)
    let said = tree.texts("interrupt-names", of: node)
    var causes = SpecNames()
    for index in 0..<(try tree.interruptCount(of: node)) {
      let interrupt = try tree.interrupt(index, of: node)
      let given = index < said.count ? said[index] : index == 0 ? "interrupt" : "interrupt_\(index + 1)"
      guard index < Self.maximumCount else {
        notes.append("interrupt \(index) is left out: a driver has at most \(Self.maximumCount)")
        continue
      }
      let name = names.take(given)
      let cells = (0..<interrupt.cellCount).map { "\(interrupt.cells[$0])" }.joined(separator: " ")
      head.append("  \(name) is \(cells) at \(tree.path(of: interrupt.controller))")
      var trigger = Resource.Trigger.level
      if let line = try? tree.line(interrupt), let known = line.trigger {
        trigger = known == .edge ? .edge : .level
      } else {
        notes.append("the tree does not say how `\(name)` is triggered; `level` is taken")
      }
      spec.resources.append(
        Resource(
          name: Located(name, at: place),
          kind: .irq(index: Located(index, at: place), trigger: Located(trigger, at: place), isShared: nil)))
      spec.interrupts.append(
        Interrupt(
          resource: Located(name, at: place), causes: [.init(name: Located(causes.take(name), at: place))]))
    }
  }

  private mutating func clocks<Tree: TreeReader>(
    _ node: Tree.Node, _ tree: Tree, _ names: inout SpecNames
  ) {
    let place = SourcePlace(line: 1, column: 1)
    // A node without `clocks` says its own rate, which becomes a parameter.
    guard tree.property(.clocks, of: node) != nil else { return }
    guard let count = try? tree.clockCount(of: node) else {
      notes.append("`clocks` cannot be followed, and are left out")
      return
    }
    let said = tree.texts("clock-names", of: node)
    for index in 0..<count {
      guard index < Self.maximumCount else {
        notes.append("clock \(index) is left out: a driver has at most \(Self.maximumCount)")
        continue
      }
      let name = names.take(index < said.count ? said[index] : index == 0 ? "clock" : "clock_\(index + 1)")
      if let rate = try? tree.clockRate(index, of: node) {
        head.append("  \(name) runs at \(rate) Hz")
      } else {
        notes.append("the rate of the clock `\(name)` is not in the tree")
      }
      spec.resources.append(
        Resource(name: Located(name, at: place), kind: .clock(index: Located(index, at: place))))
    }
  }

  private mutating func parameters<Tree: TreeReader>(
    _ node: Tree.Node, _ tree: Tree, _ names: inout SpecNames
  ) {
    let place = SourcePlace(line: 1, column: 1)
    let known: [(property: String, range: ClosedRange<UInt64>, unit: String?, summary: String)] = [
      ("reg-shift", 0...3, nil, "by how many bits offsets are shifted up"),
      ("reg-io-width", 1...8, nil, "bytes of an access"),
      ("clock-frequency", 1...UInt64(UInt32.max), "Hz", "rate of the device's clock"),
    ]
    for (property, range, unit, summary) in known {
      guard let value = tree.number(property, of: node) else { continue }
      if property == "clock-frequency", tree.property(.clocks, of: node) != nil { continue }
      guard range.contains(value) else {
        notes.append(
          "`\(property)` is \(value), outside \(range.lowerBound)...\(range.upperBound), and is left out")
        continue
      }
      _ = names.take(property.replacing("-", with: "_"))
      spec.parameters.append(
        Parameter(
          name: Located(property, at: place), summary: Located(summary, at: place),
          defaultValue: Located(value, at: place), property: Located(property, at: place),
          unit: unit.map { Located($0, at: place) }, range: Located(range, at: place)))
      for index in spec.resources.indices {
        guard case .registers(var window) = spec.resources[index].kind else { continue }
        if property == "reg-shift" {
          window.shift = Located(.parameter(property), at: place)
          // The size counts registers' own bytes.
          window.size = Located(max(1, window.size.value >> value), at: place)
        }
        if property == "reg-io-width" { window.accessWidth = Located(.parameter(property), at: place) }
        spec.resources[index].kind = .registers(window)
      }
    }
  }
}

extension TreeReader {
  /// The texts of a property, in order; none where the node has no such property.
  fileprivate func texts(_ name: String, of node: Node) -> [String] {
    let bytes = Array(name.utf8)
    return property(named: bytes.span, of: node).map { self.bytes.texts($0) } ?? []
  }

  /// The number of a property of one or two cells.
  fileprivate func number(_ name: String, of node: Node) -> UInt64? {
    let bytes = Array(name.utf8)
    guard let value = property(named: bytes.span, of: node), value.count == 4 || value.count == 8 else {
      return nil
    }
    var number: UInt64 = 0
    for index in 0..<value.count / 4 {
      number = number << 32 | UInt64(self.bytes.cell(index, of: value) ?? 0)
    }
    return number
  }
}
