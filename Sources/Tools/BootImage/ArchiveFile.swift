import ImageFormat

/// One file that goes into an archive.
public struct ArchiveFile: Equatable, Sendable {
  /// Its name: 1 to 47 bytes of UTF-8, none of them 0.
  public let name: String
  /// Its content.
  public let bytes: [UInt8]

  /// A file of that name and content.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

extension Archive {
  /// An archive of these files, in this order; the same files always give the same bytes.
  ///
  /// - Throws: `BootImageError.archiveName` or `.archiveFull`.
  public static func bytes(of files: [ArchiveFile]) throws(BootImageError) -> [UInt8] {
    guard files.count <= Archive.maximumFiles else {
      throw .archiveFull(count: files.count, limit: Archive.maximumFiles)
    }
    var seen: Set<String> = []
    var table: [UInt8] = []
    var blobs: [UInt8] = []
    let tableSize = 16 + files.count * 64
    for file in files {
      let name = Array(file.name.utf8)
      guard !name.isEmpty, name.count < Archive.nameSize, !name.contains(0), seen.insert(file.name).inserted
      else { throw .archiveName(file.name, limit: Archive.nameSize - 1) }
      let offset = (tableSize + blobs.count).rounded(upTo: Archive.alignment)
      blobs += [UInt8](repeating: 0, count: offset - tableSize - blobs.count) + file.bytes
      table += name + [UInt8](repeating: 0, count: Archive.nameSize - name.count)
      table += littleEndian(UInt64(offset)) + littleEndian(UInt64(file.bytes.count))
    }
    return littleEndian(Archive.magic) + littleEndian(UInt64(files.count)) + table + blobs
  }
}

func littleEndian<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
  (0..<(Number.bitWidth / 8)).map { UInt8(truncatingIfNeeded: number >> Number(8 * $0)) }
}

extension FixedWidthInteger {
  /// The least multiple of a power of two that is not smaller.
  func rounded(upTo alignment: Self) -> Self { (self + alignment - 1) & ~(alignment - 1) }
}
