/// The device itself, where the board decides how its registers are spread: each `1 << shift` bytes after the
/// one before, and reached by accesses of one width.
///
/// A 16550 has registers of 8 bits, one after the other; on many boards each is the low byte of a word of 32 bits
/// (`reg-shift` 2, `reg-io-width` 4 in the device tree). An access costs a shift and a choice more than
/// ``DeviceBus``.
public struct SpacedBus: RegisterBus {
  let base: UInt
  let shift: UInt
  let accessBytes: Int

  /// Binds a granted region.
  ///
  /// - Parameters:
  ///   - region: Device memory, mapped uncached.
  ///   - size: How many bytes the driver's registers take, before they are spread.
  ///   - alignment: The widest register, in bytes.
  ///   - shift: By how many bits offsets are shifted up: 0 to 8.
  ///   - accessBytes: The width of every access: 1, 2, 4 or 8; 0 where it is the register's own.
  /// - Throws: ``RegionMismatch`` where the region is smaller than the spread registers, is not aligned for its
  ///   accesses, or the accesses are narrower than the registers.
  public init(
    _ region: DeviceRegion, holding size: Int, alignedTo alignment: Int, shift: Int, accessBytes: Int
  ) throws(RegionMismatch) {
    let width = accessBytes == 0 ? alignment : accessBytes
    let isPossible =
      (0...8).contains(shift) && [0, 1, 2, 4, 8].contains(accessBytes) && width >= alignment
      && size > 0 && size <= Int.max >> 9
    // The last register begins at the last byte, if it is one byte wide.
    let needed = isPossible ? ((size - alignment) << shift) + width : size
    guard isPossible, size >= alignment, region.size >= needed, region.address & UInt(width - 1) == 0,
      accessBytes <= alignment << shift
    else {
      throw RegionMismatch(region: region, size: needed, alignment: width)
    }
    base = region.address
    self.shift = UInt(shift)
    self.accessBytes = accessBytes
  }

  /// Reads a register with one load.
  @inline(__always)
  public func load<Value: RegisterValue>(_ register: Value.Type, at offset: Int) -> Value.Word {
    load(register, at: offset, isBigEndian: false)
  }

  /// Writes a register with one store.
  @inline(__always)
  public func store<Value: RegisterValue>(_ word: Value.Word, to register: Value.Type, at offset: Int) {
    store(word, to: register, at: offset, isBigEndian: false)
  }

  /// Reads a register with one load, the first byte its most significant.
  @inline(__always)
  public func load<Value: RegisterValue>(bigEndian register: Value.Type, at offset: Int) -> Value.Word {
    load(register, at: offset, isBigEndian: true)
  }

  /// Writes a register with one store, the first byte its most significant.
  @inline(__always)
  public func store<Value: RegisterValue>(
    _ word: Value.Word, toBigEndian register: Value.Type, at offset: Int
  ) {
    store(word, to: register, at: offset, isBigEndian: true)
  }

  @inline(__always)
  private func load<Value: RegisterValue>(
    _ register: Value.Type, at offset: Int, isBigEndian: Bool
  ) -> Value.Word {
    let address = base &+ (UInt(bitPattern: offset) &<< shift)
    func load<Access: RegisterWord>(_ access: Access.Type) -> Value.Word {
      // Safety: `init` checked that the spread registers are inside the mapped region, aligned for the access.
      let word = unsafe Access.load(fromDeviceAt: address)
      return Value.Word(truncatingIfNeeded: isBigEndian ? word.byteSwapped : word)
    }
    switch accessBytes {
    case 1: return load(UInt8.self)
    case 2: return load(UInt16.self)
    case 4: return load(UInt32.self)
    case 8: return load(UInt64.self)
    default: return load(Value.Word.self)
    }
  }

  @inline(__always)
  private func store<Value: RegisterValue>(
    _ word: Value.Word, to register: Value.Type, at offset: Int, isBigEndian: Bool
  ) {
    let address = base &+ (UInt(bitPattern: offset) &<< shift)
    func store<Access: RegisterWord>(_ word: Access) {
      // Safety: `init` checked that the spread registers are inside the mapped region, aligned for the access.
      unsafe (isBigEndian ? word.byteSwapped : word).store(toDeviceAt: address)
    }
    switch accessBytes {
    case 1: store(UInt8(truncatingIfNeeded: word))
    case 2: store(UInt16(truncatingIfNeeded: word))
    case 4: store(UInt32(truncatingIfNeeded: word))
    case 8: store(UInt64(truncatingIfNeeded: word))
    default: store(word)
    }
  }
}
