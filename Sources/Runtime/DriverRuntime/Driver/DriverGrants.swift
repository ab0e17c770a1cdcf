public import RegisterAccess

/// What a component was given for its driver: the generated resource bundle takes its resources from here.
///
/// Indices count the resources of one kind, in the order of the spec.
public protocol DriverGrants: ~Copyable {
  /// A mapped region of registers; `nil` where fewer were granted.
  func region(_ index: Int) -> DeviceRegion?

  /// The ports of a region of registers; `nil` where it is mapped, or fewer were granted.
  func ports(_ index: Int) -> PortRegion?

  /// A clock's rate in Hz; `nil` where fewer are known, or the board does not say.
  func clockRate(_ index: Int) -> UInt64?

  /// The value that the system has for a parameter of the spec; `nil` where it has none.
  func parameter(_ index: Int) -> UInt64?

  /// How many interrupt lines were granted.
  var interruptCount: Int { get }
}

extension DriverGrants where Self: ~Copyable {
  /// None, where nothing else is said: a host has no ports.
  public func ports(_ index: Int) -> PortRegion? { nil }

  /// I/O ports that hold a driver's registers.
  ///
  /// - Parameters:
  ///   - index: which of the driver's regions.
  ///   - size: how many ports the registers take, before they are spread.
  ///   - alignment: the widest register, in bytes.
  ///   - shift: by how many bits offsets are shifted up.
  ///   - accessBytes: the width of every access; 0 where it is the register's own. Ports are accessed by no other.
  /// - Throws: ``DriverError/missingResource(kind:index:)`` or ``DriverError/unusablePorts(first:count:needed:)``.
  /// - Returns: The way to the registers.
  public func portBus(
    _ index: Int, holding size: Int, alignedTo alignment: Int, shift: UInt64 = 0, accessBytes: UInt64 = 0
  ) throws(DriverError) -> PortBus<GrantedPorts> {
    guard let region = ports(index) else { throw .missingResource(kind: .region, index: index) }
    guard accessBytes == 0 || accessBytes == UInt64(truncatingIfNeeded: alignment),
      let bus = PortBus(region.ports, at: region.first, count: region.count, holding: size, shift: shift)
    else {
      throw .unusablePorts(
        first: region.first, count: region.count, needed: ((size &- 1) &<< Int(min(shift, 8))) &+ 1)
    }
    return bus
  }

  /// A driver's registers, as I/O ports or as memory: as the board has them.
  ///
  /// - Throws: as ``portBus(_:holding:alignedTo:shift:accessBytes:)`` where ports were granted, else as
  ///   ``spacedBus(_:holding:alignedTo:shift:accessBytes:)``.
  /// - Returns: The way to the registers.
  public func grantedBus(
    _ index: Int, holding size: Int, alignedTo alignment: Int, shift: UInt64 = 0, accessBytes: UInt64 = 0
  ) throws(DriverError) -> GrantedBus {
    ports(index) == nil
      ? GrantedBus(
        try spacedBus(index, holding: size, alignedTo: alignment, shift: shift, accessBytes: accessBytes))
      : GrantedBus(
        try portBus(index, holding: size, alignedTo: alignment, shift: shift, accessBytes: accessBytes))
  }

  /// A region that holds a driver's registers.
  ///
  /// - Throws: ``DriverError/missingResource(kind:index:)`` or ``DriverError/unusableRegion(_:)``.
  /// - Returns: The way to its registers.
  public func bus(
    _ index: Int, holding size: Int, alignedTo alignment: Int
  ) throws(DriverError) -> DeviceBus {
    guard let region = region(index) else { throw .missingResource(kind: .region, index: index) }
    do throws(RegionMismatch) {
      return try DeviceBus(region, holding: size, alignedTo: alignment)
    } catch {
      throw .unusableRegion(error)
    }
  }

  /// A region that holds a driver's registers, spread as the board does it.
  ///
  /// - Throws: ``DriverError/missingResource(kind:index:)`` or ``DriverError/unusableRegion(_:)``.
  /// - Returns: The way to its registers.
  public func spacedBus(
    _ index: Int, holding size: Int, alignedTo alignment: Int, shift: UInt64, accessBytes: UInt64
  ) throws(DriverError) -> SpacedBus {
    guard let region = region(index) else { throw .missingResource(kind: .region, index: index) }
    do throws(RegionMismatch) {
      return try SpacedBus(
        region, holding: size, alignedTo: alignment, shift: shift, accessBytes: accessBytes)
    } catch {
      throw .unusableRegion(error)
    }
  }

  /// The value of a parameter, in its range: the system's, or the spec's default where the system has none.
  ///
  /// - Throws: ``DriverError/outOfRange(value:allowed:specLine:)``.
  /// - Returns: The value.
  public func value(
    ofParameter index: Int, default standard: UInt64, allowed: ClosedRange<UInt64>, specLine: Int
  ) throws(DriverError) -> UInt64 {
    let value = parameter(index) ?? standard
    try Quantity(value).require(allowed, specLine: specLine)
    return value
  }

  /// A clock's rate in Hz.
  ///
  /// - Throws: ``DriverError/missingResource(kind:index:)``.
  /// - Returns: The rate, above 0.
  public func rate(ofClock index: Int) throws(DriverError) -> UInt64 {
    guard let rate = clockRate(index), rate > 0 else {
      throw .missingResource(kind: .clock, index: index)
    }
    return rate
  }

  /// The value of a parameter: the system's, or the spec's default where the system has none.
  public func value(ofParameter index: Int, default standard: UInt64) -> UInt64 {
    parameter(index) ?? standard
  }

  /// Makes sure that the driver's interrupts were granted.
  ///
  /// - Throws: ``DriverError/missingResource(kind:index:)`` for the first that was not.
  public func requireInterrupts(_ count: Int) throws(DriverError) {
    guard interruptCount >= count else {
      throw .missingResource(kind: .interrupt, index: interruptCount)
    }
  }
}
