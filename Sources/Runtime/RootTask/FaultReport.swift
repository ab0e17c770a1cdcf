import ComponentInterface
import SeL4
import SystemManifest

/// A fault in words: which component, what it did where, and which register of its spec is nearest.
enum FaultReport {
  /// The line for the log.
  ///
  /// - Parameters:
  ///   - fault: what the kernel said; nil where its message cannot be read.
  ///   - entry: the component's manifest entry.
  ///   - regions: where its device regions are mapped.
  /// - Returns: the line, without its line feed.
  static func line(
    _ fault: Fault?, entry: ComponentEntry, regions: borrowing MappedRegions
  ) -> LogText {
    var line = LogText()
    line.append("fault: ")
    line.append(entry.name)
    guard let fault else {
      line.append(" stopped with a fault that the kernel does not describe")
      return line
    }
    switch fault {
    case .vm(let access):
      line.append(access.isInstructionFetch ? " fetched " : access.isWrite ? " wrote " : " read ")
      line.append(hexadecimal: UInt64(access.address))
    case .capability(_, let pointer, _, _):
      line.append(" used capability ")
      line.append(hexadecimal: UInt64(pointer))
      line.append(", which it does not hold,")
    case .unknownSystemCall(_, let number):
      line.append(" made system call ")
      line.append(hexadecimal: UInt64(number))
      line.append(", which does not exist,")
    case .userException(_, let number, _):
      line.append(" raised exception ")
      line.append(hexadecimal: UInt64(number))
    }
    line.append(" at instruction ")
    line.append(hexadecimal: UInt64(fault.instruction))
    if case .vm(let access) = fault, let driver = entry.driver,
      let near = NearestRegister(to: UInt64(access.address), of: driver, regions: regions)
    {
      near.append(to: &line)
    }
    return line
  }
}

/// Where a component's device regions are mapped.
struct MappedRegions: BitwiseCopyable {
  /// One region.
  struct Region: BitwiseCopyable {
    /// Address of its first register.
    var address: UInt64 = 0
    /// Its bytes; 0 where it is mapped nowhere, but behind I/O ports.
    var size: UInt64 = 0
  }

  /// The regions, in the order of the spec.
  var regions = InlineArray<8, Region>(repeating: Region())
  /// How many there are.
  var count = 0
}

/// The register of a spec that is nearest to an address, and how far it is.
struct NearestRegister {
  /// Addresses farther than this from every region have nothing to do with the device.
  static let reach: UInt64 = 64 << 10

  /// The register.
  let register: RegisterEntry
  /// Bytes from the register's first byte to the address.
  let distance: UInt64
  /// Whether the address lies before the register.
  let isBefore: Bool

  /// Looks through a driver's register table; nil when the address is not near any of its regions.
  init?(to address: UInt64, of driver: DriverEntry, regions: borrowing MappedRegions) {
    var best: RegisterEntry?
    var bestDistance = UInt64.max
    var bestIsBefore = false
    var index = 0
    while index < driver.registerCount {
      let register = driver.register(index)
      index += 1
      guard register.region < regions.count else { continue }
      let region = regions.regions[register.region]
      guard region.size > 0, address >= region.address &- min(Self.reach, region.address),
        address < region.address + region.size + Self.reach
      else { continue }
      let at = region.address + register.offset
      let distance = address >= at ? address - at : at - address
      // Among equals the later wins: the register before the address says more than the one behind it.
      if distance < bestDistance {
        best = register
        bestDistance = distance
        bestIsBefore = address < at
      }
    }
    guard let best else { return nil }
    register = best
    distance = bestDistance
    isBefore = bestIsBefore
  }

  /// Adds the register and the distance to a line.
  func append(to line: inout LogText) {
    if distance == 0 {
      line.append(", register ")
      line.append(register.name)
    } else {
      line.append(", ")
      line.append(hexadecimal: distance)
      line.append(isBefore ? " before register " : " past register ")
      line.append(register.name)
    }
    line.append(" (offset ")
    line.append(hexadecimal: register.offset)
    line.append(")")
  }
}
