public import DeviceTree
import DriverSpec

/// A node of a board's device tree as the rules of systems see it: everything is looked up once.
struct BoardDevice: Sendable {
  /// The node's path, with every unit address.
  var path: String
  /// Its `compatible` strings, the most specific first.
  var compatible: [String]
  /// Whether its `status` allows its use.
  var isAvailable: Bool
  /// The entries of its `reg` at CPU addresses, or why there is none.
  var regions: [Result<Region, TreeError>]
  /// Its ranges of I/O ports, or why there is none.
  var ports: [Result<PortRange, TreeError>]
  /// Its interrupts as lines of their controllers, or why there is none.
  var interrupts: [Result<Line, TreeError>]
  /// The rates of its clocks in Hz, or why they are not known.
  var clocks: [Result<UInt64, TreeError>]
  /// Its properties that are a number of one or two cells, or how many bytes another has, by their names.
  var properties: [String: Property]

  /// The value of a property as a parameter may take it.
  enum Property: Sendable, Equatable {
    case number(UInt64)
    case bytes(Int)
  }

  /// A line of a controller.
  struct Line: Sendable, Equatable {
    /// The controller's path.
    var controller: String
    /// The line.
    var line: InterruptLine
  }
}

extension BoardDevice {
  /// Whether a driver reaches its registers here through I/O ports.
  ///
  /// It does where its spec says of all of them how, and the device has ports. A driver's registers are all reached in one way.
  func givesPorts(to driver: CheckedDriverSpec) -> Bool {
    !ports.isEmpty && driver.resources.compactMap(\.window).allSatisfy { $0.port != nil }
  }

  /// The number that a property holds; `nil` for no property and for none that is a number.
  func number(_ property: String?) -> UInt64? {
    guard let property, case .number(let value) = properties[property] else { return nil }
    return value
  }
}

/// The devices of a board, out of any reader's tree.
public struct BoardDevices {
  let devices: [BoardDevice]
  private let resolvePath: (String) -> Result<String, TreeError>

  /// Looks up every node that has a `compatible`.
  ///
  /// - Parameter tree: must stay readable for as long as this value is used.
  public init(_ tree: some TreeReader) {
    var devices: [BoardDevice] = []
    var current = Optional(tree.root)
    while let node = current {
      if tree.compatible(0, of: node) != nil { devices.append(BoardDevice(node, in: tree)) }
      current = tree.node(after: node)
    }
    self.devices = devices
    resolvePath = { path in
      Result { () throws(TreeError) in tree.path(of: try tree.node(atPath: path)) }
    }
  }

  /// The path of a device, where a driver fits it and others besides: what a system file has to say then.
  public func ambiguous(_ path: String, for driver: CheckedDriverSpec) -> String? {
    let fitting = devices(compatibleWith: driver.identity.compatible.map(\.value)).filter(\.isAvailable)
    return fitting.count > 1 ? fitting.first { $0.path == path }?.path : nil
  }

  /// The device at a path, which may be an alias or leave out a unit address where it is clear.
  func device(at path: String) throws(TreeError) -> BoardDevice? {
    let path = try resolvePath(path).get()
    return devices.first { $0.path == path }
  }

  /// The devices that one of these `compatible` strings fits.
  func devices(compatibleWith strings: [String]) -> [BoardDevice] {
    devices.filter { !Set($0.compatible).isDisjoint(with: strings) }
  }
}

extension BoardDevice {
  fileprivate init<Tree: TreeReader>(_ node: Tree.Node, in tree: Tree) {
    path = tree.path(of: node)
    var compatible: [String] = []
    while let text = tree.compatible(compatible.count, of: node) { compatible.append(tree.bytes.text(text)) }
    self.compatible = compatible
    isAvailable = tree.isAvailable(node)
    regions = Self.entries({ () throws(TreeError) in try tree.regionCount(of: node) }) {
      (index) throws(TreeError) in try tree.region(index, of: node)
    }
    ports = Self.entries({ () throws(TreeError) in try tree.portRangeCount(of: node) }) {
      (index) throws(TreeError) in try tree.portRange(index, of: node)
    }
    interrupts = Self.entries({ () throws(TreeError) in try tree.interruptCount(of: node) }) {
      (index) throws(TreeError) in
      let interrupt = try tree.interrupt(index, of: node)
      return Line(controller: tree.path(of: interrupt.controller), line: try tree.line(interrupt))
    }
    clocks = Self.entries({ () throws(TreeError) in try tree.clockCount(of: node) }) {
      (index) throws(TreeError) in try tree.clockRate(index, of: node)
    }
    properties = [:]
    var previous: TreeProperty?
    while let property = tree.property(after: previous, of: node) {
      let value = property.value
      let number =
        switch value.count {
        case 4: tree.bytes.word(at: value.start).map { UInt64($0) }
        case 8: tree.bytes.doubleWord(at: value.start)
        default: UInt64?.none
        }
      properties[tree.bytes.text(property.name)] = number.map { .number($0) } ?? .bytes(value.count)
      previous = property
    }
  }

  /// One result for each entry; where even their number is not known, the reason alone.
  private static func entries<Entry>(
    _ count: () throws(TreeError) -> Int, _ entry: (Int) throws(TreeError) -> Entry
  ) -> [Result<Entry, TreeError>] {
    do throws(TreeError) {
      return (0..<(try count())).map { index in Result { () throws(TreeError) in try entry(index) } }
    } catch {
      return [.failure(error)]
    }
  }
}
