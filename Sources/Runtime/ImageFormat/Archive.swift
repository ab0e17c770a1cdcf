/// Named files behind each other: what a boot image carries beside its program.
///
/// Little-endian: the magic number "DDDKARCH", the number of files, then for each a name of 48 bytes padded with
/// zeros, the offset of its bytes from the archive's start, a multiple of 4096, and their count. The bytes are an
/// allegation: the initialiser checks everything that the accessors use.
@safe public struct Archive {
  /// Why bytes are no archive.
  public enum Malformed: Error, Equatable, Sendable {
    /// There are `count` bytes where `needed` are spoken of.
    case truncated(needed: UInt64, count: Int)
    /// The first eight bytes are not an archive's.
    case notArchive
    /// More files than `maximumFiles`.
    case tooManyFiles(count: UInt64)
    /// The name of file `index` is empty, or fills its field without an end.
    case badName(index: Int)
    /// File `index` starts inside the table or not at a multiple of 4096.
    case misplaced(index: Int, offset: UInt64)
  }

  /// "DDDKARCH" in ASCII, read as a little-endian number.
  public static let magic: UInt64 = 0x4843_5241_4b44_4444
  /// Most files that are accepted.
  public static let maximumFiles = 256
  /// Bytes of a name, with the zero that ends it.
  public static let nameSize = 48
  /// What the start of each file is a multiple of, in bytes.
  public static let alignment = 4096

  static let headerSize = 16
  static let entrySize = 64

  // Safety: every access is within bounds that the initialiser checked.
  private let bytes: UnsafeRawBufferPointer

  /// Files in the archive.
  public let count: Int
  /// Bytes from the archive's start to behind its last file.
  public let size: Int

  /// Checks that the bytes begin with an archive; what stands behind it does not matter.
  ///
  /// - Throws: `Malformed`, for the first thing that is wrong.
  public init(checking bytes: UnsafeRawBufferPointer) throws(Malformed) {
    // Safety: `bytes` holds what its caller says; the reads below are checked against its count.
    let input = unsafe CheckedBytes(bytes)
    guard input.count >= Self.headerSize else {
      throw .truncated(needed: UInt64(Self.headerSize), count: input.count)
    }
    guard input.word64(0) == Self.magic else { throw .notArchive }
    guard input.word64(8) <= UInt64(Self.maximumFiles) else { throw .tooManyFiles(count: input.word64(8)) }
    let count = Int(input.word64(8))
    let table = Self.headerSize + count * Self.entrySize
    guard input.count >= table else { throw .truncated(needed: UInt64(table), count: input.count) }
    var end = table
    for index in 0..<count {
      let entry = Self.headerSize + index * Self.entrySize
      guard input.byte(entry) != 0, input.byte(entry + Self.nameSize - 1) == 0 else {
        throw .badName(index: index)
      }
      let (offset, size) = (input.word64(entry + 48), input.word64(entry + 56))
      guard offset >= UInt64(table), offset % UInt64(Self.alignment) == 0 else {
        throw .misplaced(index: index, offset: offset)
      }
      guard offset <= UInt64(input.count), UInt64(input.count) - offset >= size else {
        let (needed, overflow) = offset.addingReportingOverflow(size)
        throw .truncated(needed: overflow ? .max : needed, count: input.count)
      }
      end = max(end, Int(offset + size))
    }
    unsafe self.bytes = bytes
    self.count = count
    size = end
  }

  /// The bytes of file number `index`, 0 to `count` − 1.
  public func file(_ index: Int) -> UnsafeRawBufferPointer {
    precondition(index >= 0 && index < count)
    // Safety: the initialiser checked the table and what it says of each file.
    let input = unsafe CheckedBytes(bytes)
    let entry = Self.headerSize + index * Self.entrySize
    let start = Int(input.word64(entry + 48))
    return unsafe UnsafeRawBufferPointer(rebasing: bytes[start..<(start + Int(input.word64(entry + 56)))])
  }

  /// The bytes of the name of file number `index`, without the zeros behind it.
  public func name(_ index: Int) -> UnsafeRawBufferPointer {
    precondition(index >= 0 && index < count)
    let start = Self.headerSize + index * Self.entrySize
    // Safety: as for `file`; the initialiser saw the zero that ends the name.
    let input = unsafe CheckedBytes(bytes)
    var end = start
    while input.byte(end) != 0 { end += 1 }
    return unsafe UnsafeRawBufferPointer(rebasing: bytes[start..<end])
  }

  /// The first file of a name; nil if there is none.
  public func file(named name: StaticString) -> UnsafeRawBufferPointer? {
    // Safety: a static string's bytes stand for as long as the program does.
    unsafe file(
      named: UnsafeRawBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
  }

  /// The first file of a name given as bytes; nil if there is none.
  public func file(named name: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
    for index in 0..<count {
      let other = unsafe self.name(index)
      guard other.count == name.count else { continue }
      var position = 0
      while unsafe position < name.count && other[position] == name[position] { position += 1 }
      if position == name.count { return unsafe file(index) }
    }
    return nil
  }
}
