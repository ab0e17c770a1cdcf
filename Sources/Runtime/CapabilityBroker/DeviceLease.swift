import DeviceTree
import SeL4
import SystemManifest

/// Everything that a driver may touch of its device, and nothing else.
public struct DeviceLease: ~Copyable {
  /// The register regions in memory, in the order of the driver's spec.
  public var regions = InlineArray<8, RegionLease?> { _ in nil }
  /// Those that are reached through I/O ports, each at its place among the regions.
  public var ports = InlineArray<8, PortLease?> { _ in nil }
  /// How many regions there are.
  public internal(set) var regionCount = 0
  /// The interrupts, in the order of the driver's spec.
  public var interrupts = InlineArray<8, InterruptLease?> { _ in nil }
  /// How many interrupts there are.
  public internal(set) var interruptCount = 0
  /// The clocks' rates in hertz, in the order of the driver's spec; 0 where the tree does not say.
  public internal(set) var clocks = InlineArray<8, UInt64>(repeating: 0)
  /// How many clocks there are.
  public internal(set) var clockCount = 0

  init() {}

  /// Maps the pages of one region; see `RegionLease.map`.
  ///
  /// - Returns: where its first register is, its bytes, and where it stands for the bus.
  public mutating func mapRegion(
    _ index: Int, into space: AddressSpace, at virtual: UInt64, pagingFrom memory: inout ObjectMemory
  ) throws(BrokerError) -> (address: UInt64, size: UInt64, physical: UInt64) {
    precondition(index >= 0 && index < regionCount, "outside the device's regions")
    guard var region = regions[index].take() else { throw .tableFull(.regionBlocks, limit: 0) }
    let result: (address: UInt64, size: UInt64, physical: UInt64)
    do throws(BrokerError) {
      let address = try region.map(into: space, at: virtual, pagingFrom: &memory)
      result = (address, region.size, region.address)
    } catch {
      regions[index] = consume region
      throw error
    }
    regions[index] = consume region
    return result
  }

  /// The ports of one region, and the slot of the capability to them; nil where it is memory.
  public func ports(_ index: Int) -> (first: UInt16, count: UInt32, slot: UInt)? {
    precondition(index >= 0 && index < regionCount, "outside the device's regions")
    switch ports[index] {
    case .some(let lease): return (lease.first, lease.count, lease.slot)
    case .none: return nil
    }
  }

  /// Takes the pages of all regions out of the address space that they are in.
  public mutating func unmapRegions() throws(BrokerError) {
    var index = 0
    while index < regionCount {
      try regions[index]?.unmap()
      index += 1
    }
  }

  /// One interrupt: its number, its trigger, and the slot of its handler.
  public func interrupt(_ index: Int) -> (number: UInt32, trigger: InterruptTrigger, slot: UInt) {
    precondition(index >= 0 && index < interruptCount, "outside the device's interrupts")
    switch interrupts[index] {
    case .some(let lease): return (lease.number, lease.trigger, lease.slot)
    case .none: return (0, .level, 0)
    }
  }

  /// Lets one interrupt signal a notification; see `InterruptLease.bind`.
  public func bindInterrupt(_ index: Int, to notification: UInt) throws(BrokerError) {
    try interrupts[index]?.bind(to: notification)
  }

  /// Lets the next of one interrupt through.
  public func acknowledgeInterrupt(_ index: Int) throws(BrokerError) {
    try interrupts[index]?.acknowledge()
  }
}

extension CapabilityBroker {
  /// Grants the device that a driver's manifest entry names: by its path, or, without one, the first
  /// available node with one of the driver's compatible strings.
  ///
  /// - Throws: `deviceNotFound`, `deviceDisabled`, `noDeviceTree`, `treeUnreadable`, `regionTooSmall`, or why
  ///   one of its resources cannot be granted.
  public mutating func requestDevice(
    _ driver: DriverEntry, for owner: Owner
  ) throws(BrokerError) -> DeviceLease {
    guard let tree else { throw .noDeviceTree }
    let node = try Self.find(driver, in: tree)
    var lease = DeviceLease()
    do throws(BrokerError) {
      try addRegions(of: node, in: tree, driver: driver, owner: owner, to: &lease)
      try addInterrupts(of: node, in: tree, driver: driver, owner: owner, to: &lease)
    } catch {
      try release(lease)
      throw error
    }
    while lease.clockCount < min(driver.clockCount, BrokerLimit.clocksPerDevice) {
      let clock = driver.clock(lease.clockCount)
      lease.clocks[lease.clockCount] = Self.rate(of: clock, node: node, in: tree)
      lease.clockCount += 1
    }
    return lease
  }

  /// Grants the registers of the board's own console, where a driver's spec is of that kind; no interrupts.
  ///
  /// - Throws: `deviceNotFound` where the tree names no standard output or one of another kind, and as
  ///   `requestDevice`.
  public mutating func requestStandardOutput(
    _ driver: DriverEntry, for owner: Owner
  ) throws(BrokerError) -> DeviceLease {
    guard let tree else { throw .noDeviceTree }
    let found = try? tree.standardOutput()
    guard let node = found else { throw .deviceNotFound(DeviceName(driver.name)) }
    var isKnown = false
    var index = 0
    while index < driver.compatibleCount, !isKnown {
      isKnown = driver.compatible(index).withSpan { tree.isCompatible(node, $0) }
      index += 1
    }
    guard isKnown else { throw .deviceNotFound(DeviceName(driver.name)) }
    var lease = DeviceLease()
    do throws(BrokerError) {
      try addRegions(of: node, in: tree, driver: driver, owner: owner, to: &lease)
    } catch {
      try release(lease)
      throw error
    }
    return lease
  }

  /// Takes a device away: its pages, its interrupts.
  public mutating func release(_ lease: consuming DeviceLease) throws(BrokerError) {
    while lease.interruptCount > 0 {
      lease.interruptCount -= 1
      if let interrupt = lease.interrupts[lease.interruptCount].take() { try release(interrupt) }
    }
    while lease.regionCount > 0 {
      lease.regionCount -= 1
      if let region = lease.regions[lease.regionCount].take() { try release(region) }
      if let ports = lease.ports[lease.regionCount].take() { try release(ports) }
    }
  }

  private mutating func addRegions(
    of node: FlattenedTree.Node, in tree: FlattenedTree, driver: DriverEntry, owner: Owner,
    to lease: inout DeviceLease
  ) throws(BrokerError) {
    while lease.regionCount < min(driver.regionCount, BrokerLimit.regionsPerDevice) {
      let wanted = driver.region(lease.regionCount)
      if wanted.access == .ports {
        lease.ports[lease.regionCount] = try requestPorts(
          Self.ports(wanted.index, count: wanted.size, of: node, in: tree), for: owner)
        lease.regionCount += 1
        continue
      }
      let found: Region
      do throws(TreeError) {
        found = try tree.region(wanted.index, of: node)
      } catch {
        throw .treeUnreadable(error)
      }
      guard found.size >= wanted.size else {
        throw .regionTooSmall(index: wanted.index, wanted: wanted.size, available: found.size)
      }
      lease.regions[lease.regionCount] = try requestRegion(
        address: found.address, size: wanted.size, for: owner)
      lease.regionCount += 1
    }
  }

  /// As many of a range of the device's ports as the driver asks for.
  private static func ports(
    _ index: Int, count: UInt64, of node: FlattenedTree.Node, in tree: FlattenedTree
  ) throws(BrokerError) -> PortRange {
    let found: PortRange
    do throws(TreeError) {
      found = try tree.portRange(index, of: node)
    } catch {
      throw .treeUnreadable(error)
    }
    guard UInt64(found.count) >= count else {
      throw .regionTooSmall(index: index, wanted: count, available: UInt64(found.count))
    }
    return PortRange(first: found.first, count: UInt32(count))
  }

  private mutating func addInterrupts(
    of node: FlattenedTree.Node, in tree: FlattenedTree, driver: DriverEntry, owner: Owner,
    to lease: inout DeviceLease
  ) throws(BrokerError) {
    while lease.interruptCount < min(driver.interruptCount, BrokerLimit.interruptsPerDevice) {
      let wanted = driver.interrupt(lease.interruptCount)
      let line: InterruptLine
      do throws(TreeError) {
        line = try tree.line(try tree.interrupt(wanted.index, of: node))
      } catch {
        throw .treeUnreadable(error)
      }
      lease.interrupts[lease.interruptCount] = try requestIRQ(
        line.number, trigger: Self.trigger(line.trigger, spec: wanted.trigger),
        isActiveLow: line.isActiveLow, for: owner)
      lease.interruptCount += 1
    }
  }

  /// The board's word counts before the spec's: a line may be inverted on its way.
  private static func trigger(
    _ board: InterruptLine.Trigger?, spec: ManifestTrigger
  ) -> InterruptTrigger {
    switch board {
    case .level: .level
    case .edge: .edge
    case nil: spec == .edge ? .edge : .level
    }
  }

  private static func rate(
    of clock: (name: ManifestText, index: Int), node: FlattenedTree.Node, in tree: FlattenedTree
  ) -> UInt64 {
    var index = clock.index
    if !clock.name.isEmpty {
      guard let place = clock.name.withSpan({ tree.clockIndex(named: $0, of: node) }) else { return 0 }
      index = place
    }
    return (try? tree.clockRate(index, of: node)) ?? 0
  }

  private static func find(
    _ driver: DriverEntry, in tree: FlattenedTree
  ) throws(BrokerError) -> FlattenedTree.Node {
    guard driver.device.isEmpty else {
      let name = DeviceName(driver.device)
      let node: FlattenedTree.Node
      do throws(TreeError) {
        node = try driver.device.withSpan { (path) throws(TreeError) in try tree.node(atPath: path) }
      } catch {
        throw .deviceNotFound(name)
      }
      guard tree.isAvailable(node) else { throw .deviceDisabled(name) }
      return node
    }
    var disabled = false
    var index = 0
    while index < driver.compatibleCount {
      var previous: FlattenedTree.Node?
      while let node = driver.compatible(index).withSpan({
        tree.node(compatibleWith: $0, after: previous)
      }) {
        if tree.isAvailable(node) { return node }
        disabled = true
        previous = node
      }
      index += 1
    }
    let name = DeviceName(driver.compatibleCount > 0 ? driver.compatible(0) : driver.name)
    throw disabled ? .deviceDisabled(name) : .deviceNotFound(name)
  }
}
