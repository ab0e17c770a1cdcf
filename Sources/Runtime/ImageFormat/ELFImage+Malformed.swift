extension ELFImage {
  /// Why bytes are no program that can be loaded.
  public enum Malformed: Error, Equatable, Sendable {
    /// There are `count` bytes where `needed` are spoken of.
    case truncated(needed: UInt64, count: Int)
    /// The first four bytes are not ELF's.
    case notELF
    /// Not 64 bits (class 2) or not little-endian (encoding 1).
    case unsupportedFormat(class: UInt8, encoding: UInt8)
    /// A relocatable, shared or core file, not an executable (type 2).
    case notExecutable(type: UInt16)
    /// For another processor.
    case wrongMachine(found: UInt16, wanted: UInt16)
    /// Program headers of another size than 56 bytes, none, or more than `maximumProgramHeaders`.
    case programHeaders(size: UInt16, count: UInt16)
    /// Segment `index` has more bytes in the file than in memory.
    case segmentLargerInFile(index: Int, file: UInt64, memory: UInt64)
    /// Segment `index` goes on behind the last address.
    case segmentWraps(index: Int, address: UInt64, size: UInt64)
    /// Segment `index` starts before the segment in front of it ends.
    case segmentsOverlap(index: Int, address: UInt64, end: UInt64)
    /// There is nothing to load.
    case noSegments
    /// The program would start where no instructions are.
    case entryNotExecutable(entry: UInt64)
  }
}
