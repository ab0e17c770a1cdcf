/// The device itself, where the board decides how its registers are spread: each `1 << shift` bytes after the
/// one before, and reached by accesses of one width.
///
/// A 16550 has registers of 8 bits, one after the other; on many boards each is the low byte of a word of 32 bits
/// (`reg-shift` 2, `reg-io-width` 4 in the device tree). An access costs a shift and a choice more than
/// ``DeviceBus``.
public struct SpacedBus: RegisterBus {
  /// All of it in one word, since calls pass it along: the address in 48 bits, the shift in 8, and in the last 8 the bytes
  /// of an access, which leave the highest bit clear.
  public let way: UInt64

  private var base: UInt { UInt(truncatingIfNeeded: way) & Self.addressMask }
  private var shift: UInt { UInt(truncatingIfNeeded: way &>> 48) & 0xff }
  /// 2, 4 or 8; 0 where it is the register's own.
  private var accessBytes: UInt64 { way &>> 56 }
  private static var addressMask: UInt { 0xffff_ffff_ffff }

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
    _ region: DeviceRegion, holding size: Int, alignedTo alignment: Int, shift: UInt64, accessBytes: UInt64
  ) throws(RegionMismatch) {
    // Accesses of one byte are possible only where each register has one: they are the registers' own.
    let wide = accessBytes == 1 ? 0 : Int(truncatingIfNeeded: accessBytes)
    let width = wide == 0 ? alignment : wide
    // The last register begins at the last byte, if it is one byte wide.
    let needed = (size &- alignment) &<< Int(truncatingIfNeeded: min(shift, 8)) &+ width
    guard shift <= 8, accessBytes <= 8, wide & (wide &- 1) == 0, width >= alignment,
      alignment &<< Int(truncatingIfNeeded: shift) >= wide, size >= alignment, size <= Int.max &>> 9,
      region.size >= needed, region.address & UInt(bitPattern: width &- 1) == 0,
      region.address <= Self.addressMask
    else {
      throw RegionMismatch(region: region, size: needed, alignment: width)
    }
    way = UInt64(region.address) | shift &<< 48 | UInt64(truncatingIfNeeded: wide) &<< 56
  }

  /// The bus whose ``way`` it is.
  ///
  /// - Safety: it is that of a bus whose region is still mapped.
  @unsafe
  public init(way: UInt64) { self.way = way }

  /// Reads a register with one load.
  @inline(__always)
  public func load<Value: RegisterValue>(_ register: Value.Type, at offset: Int) -> Value.Word {
    load(Value.Word.self, at: offset, isBigEndian: false)
  }

  /// Writes a register with one store.
  @inline(__always)
  public func store<Value: RegisterValue>(_ word: Value.Word, to register: Value.Type, at offset: Int) {
    store(word, at: offset, isBigEndian: false)
  }

  /// Reads a register with one load, the first byte its most significant.
  @inline(__always)
  public func load<Value: RegisterValue>(bigEndian register: Value.Type, at offset: Int) -> Value.Word {
    load(Value.Word.self, at: offset, isBigEndian: true)
  }

  /// Writes a register with one store, the first byte its most significant.
  @inline(__always)
  public func store<Value: RegisterValue>(
    _ word: Value.Word, toBigEndian register: Value.Type, at offset: Int
  ) {
    store(word, at: offset, isBigEndian: true)
  }

  // A register's own width stands at the access; the others are a call.

  /// Reads a register of this width.
  @inline(__always)
  public func load<Word: RegisterWord>(_ width: Word.Type, at offset: Int, isBigEndian: Bool = false) -> Word
  {
    accessBytes == 0
      ? load(Word.self, Word.self, at: address(offset), isBigEndian)
      : loadWide(Word.self, at: offset, isBigEndian)
  }

  /// Writes a register of this width.
  @inline(__always)
  public func store<Word: RegisterWord>(_ word: Word, at offset: Int, isBigEndian: Bool = false) {
    if accessBytes == 0 {
      store(word, Word.self, at: address(offset), isBigEndian)
    } else {
      storeWide(word, at: offset, isBigEndian)
    }
  }

  @inline(never)
  private func loadWide<Word: RegisterWord>(_: Word.Type, at offset: Int, _ isBigEndian: Bool) -> Word {
    loadAny(Word.self, at: offset, isBigEndian: isBigEndian)
  }

  @inline(never)
  private func storeWide<Word: RegisterWord>(_ word: Word, at offset: Int, _ isBigEndian: Bool) {
    storeAny(word, at: offset, isBigEndian: isBigEndian)
  }

  /// Reads a register of this width, with the code for all widths of accesses: where a call leads to it anyhow.
  @inline(__always)
  public func loadAny<Word: RegisterWord>(_: Word.Type, at offset: Int, isBigEndian: Bool = false) -> Word {
    let address = address(offset)
    return switch accessBytes {
    case 2: load(Word.self, UInt16.self, at: address, isBigEndian)
    case 4: load(Word.self, UInt32.self, at: address, isBigEndian)
    case 8: load(Word.self, UInt64.self, at: address, isBigEndian)
    default: load(Word.self, Word.self, at: address, isBigEndian)
    }
  }

  /// Writes a register of this width, with the code for all widths of accesses: where a call leads to it anyhow.
  @inline(__always)
  public func storeAny<Word: RegisterWord>(_ word: Word, at offset: Int, isBigEndian: Bool = false) {
    let address = address(offset)
    switch accessBytes {
    case 2: store(word, UInt16.self, at: address, isBigEndian)
    case 4: store(word, UInt32.self, at: address, isBigEndian)
    case 8: store(word, UInt64.self, at: address, isBigEndian)
    default: store(word, Word.self, at: address, isBigEndian)
    }
  }

  @inline(__always)
  private func address(_ offset: Int) -> UInt { base &+ (UInt(bitPattern: offset) &<< shift) }

  @inline(__always)
  private func load<Word: RegisterWord, Access: RegisterWord>(
    _: Word.Type, _: Access.Type, at address: UInt, _ isBigEndian: Bool
  ) -> Word {
    // Safety: `init` checked that the spread registers are inside the mapped region, aligned for the access.
    let access = unsafe Access.load(fromDeviceAt: address)
    return Word(truncatingIfNeeded: isBigEndian ? access.byteSwapped : access)
  }

  @inline(__always)
  private func store<Word: RegisterWord, Access: RegisterWord>(
    _ word: Word, _: Access.Type, at address: UInt, _ isBigEndian: Bool
  ) {
    let access = Access(truncatingIfNeeded: word)
    // Safety: as for `load`.
    unsafe (isBigEndian ? access.byteSwapped : access).store(toDeviceAt: address)
  }
}
