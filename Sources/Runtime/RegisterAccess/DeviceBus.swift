/// The device itself: the only holder of an address of device memory.
///
/// Size and alignment are checked once, when a region is bound; register offsets are constants that the
/// spec's rules have held against the region's size, so an access checks nothing and is one instruction.
public struct DeviceBus: RegisterBus {
  let base: UInt

  /// Binds a granted region.
  ///
  /// - Parameters:
  ///   - region: Device memory, mapped uncached.
  ///   - size: How many bytes the driver's registers take.
  ///   - alignment: The widest access, in bytes.
  /// - Throws: ``RegionMismatch`` where the region is smaller than `size` or not on a multiple of `alignment`.
  public init(
    _ region: DeviceRegion, holding size: Int, alignedTo alignment: Int
  ) throws(RegionMismatch) {
    guard region.size >= size, region.address & UInt(alignment - 1) == 0 else {
      throw RegionMismatch(region: region, size: size, alignment: alignment)
    }
    base = region.address
  }

  /// Reads a register with one load.
  @inline(__always)
  public func load<Value: RegisterValue>(_ register: Value.Type, at offset: Int) -> Value.Word {
    // Safety: offset and width are inside the size that `init` checked against the mapped region.
    unsafe Value.Word.load(fromDeviceAt: base &+ UInt(bitPattern: offset))
  }

  /// Writes a register with one store.
  @inline(__always)
  public func store<Value: RegisterValue>(_ word: Value.Word, to register: Value.Type, at offset: Int) {
    // Safety: offset and width are inside the size that `init` checked against the mapped region.
    unsafe word.store(toDeviceAt: base &+ UInt(bitPattern: offset))
  }
}

/// A stretch of device memory that a driver was granted.
public struct DeviceRegion: Equatable, Sendable {
  /// Where it is mapped.
  public let address: UInt
  /// In bytes.
  public let size: Int

  /// Says that device memory is mapped at an address for as long as the program lives.
  @unsafe
  public init(mappedAt address: UInt, size: Int) {
    self.address = address
    self.size = size
  }
}

/// A region does not hold what the spec says that it holds.
public struct RegionMismatch: Error, Equatable {
  /// What was granted.
  public let region: DeviceRegion
  /// How many bytes the registers take.
  public let size: Int
  /// The widest access, in bytes.
  public let alignment: Int

  /// What was granted, and what the registers need.
  public init(region: DeviceRegion, size: Int, alignment: Int) {
    self.region = region
    self.size = size
    self.alignment = alignment
  }
}
