/// A program in ELF64 format, as far as it takes to load it.
///
/// System V ABI, chapters 4 and 5.
///
/// The bytes are an allegation: the initialiser checks everything that the accessors use, so that whoever loads
/// the program needs to check only whether it fits where it wants to go.
@safe public struct ELFImage {
  /// Most program headers that are accepted; real programs have fewer than ten.
  public static let maximumProgramHeaders = 64

  // Safety: every access is within bounds that the initialiser checked.
  private let bytes: UnsafeRawBufferPointer
  private let headerOffset: Int
  private let headerCount: Int

  /// Where the program starts; an address in an executable segment, or in any where there is no paging yet.
  public let entry: UInt64
  /// Loadable segments.
  public let segmentCount: Int
  /// From the first byte of the first segment to behind the last byte of the last one.
  public let virtualRange: Range<UInt64>

  /// Checks that the bytes are an executable for a little-endian 64-bit processor.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - machine: the processor's number in the ELF header, 183 for AArch64.
  ///   - isEnteredBeforePaging: whether no table tells yet what may be executed: its entry lies in any segment then.
  /// - Throws: `Malformed`, for the first thing that is wrong.
  public init(
    checking bytes: UnsafeRawBufferPointer, machine: UInt16, isEnteredBeforePaging: Bool = false
  ) throws(Malformed) {
    // Safety: `bytes` holds what its caller says; the reads below are checked against its count.
    let input = unsafe CheckedBytes(bytes)
    guard input.count >= 64 else { throw .truncated(needed: 64, count: input.count) }
    guard input.word32(0) == 0x464c_457f else { throw .notELF }
    guard input.byte(4) == 2, input.byte(5) == 1 else {
      throw .unsupportedFormat(class: input.byte(4), encoding: input.byte(5))
    }
    guard input.word16(16) == 2 else { throw .notExecutable(type: input.word16(16)) }
    guard input.word16(18) == machine else { throw .wrongMachine(found: input.word16(18), wanted: machine) }
    let count = Int(input.word16(56))
    guard input.word16(54) == 56, count > 0, count <= Self.maximumProgramHeaders else {
      throw .programHeaders(size: input.word16(54), count: input.word16(56))
    }
    let offset = input.word64(32)
    guard offset <= UInt64(input.count), UInt64(input.count) - offset >= UInt64(count * 56) else {
      throw .truncated(needed: Self.sum(offset, UInt64(count * 56)), count: input.count)
    }

    unsafe self.bytes = bytes
    headerOffset = Int(offset)
    headerCount = count
    entry = input.word64(24)

    var segments = 0
    var entryIsExecutable = false
    var range: Range<UInt64>? = nil
    for index in 0..<count {
      let header = Int(offset) + index * 56
      guard input.word32(header) == Self.loadable else { continue }
      let (fileOffset, fileSize) = (input.word64(header + 8), input.word64(header + 32))
      let (address, size) = (input.word64(header + 16), input.word64(header + 40))
      let physical = input.word64(header + 24)
      guard fileSize <= size else { throw .segmentLargerInFile(index: index, file: fileSize, memory: size) }
      guard fileOffset <= UInt64(input.count), UInt64(input.count) - fileOffset >= fileSize else {
        throw .truncated(needed: Self.sum(fileOffset, fileSize), count: input.count)
      }
      guard !address.addingReportingOverflow(size).overflow, !physical.addingReportingOverflow(size).overflow
      else { throw .segmentWraps(index: index, address: address, size: size) }
      segments += 1
      guard size > 0 else { continue }
      if let range, address < range.upperBound {
        throw .segmentsOverlap(index: index, address: address, end: range.upperBound)
      }
      range = (range?.lowerBound ?? address)..<(address + size)
      let isExecutable = isEnteredBeforePaging || input.word32(header + 4) & 1 != 0
      if isExecutable, entry >= address, entry - address < size {
        entryIsExecutable = true
      }
    }
    guard let range else { throw .noSegments }
    guard entryIsExecutable else { throw .entryNotExecutable(entry: entry) }
    segmentCount = segments
    virtualRange = range
  }

  /// Loadable segment number `index`, 0 to `segmentCount` − 1, in the order of their addresses.
  public func segment(_ index: Int) -> Segment {
    precondition(index >= 0 && index < segmentCount)
    // Safety: the initialiser checked every offset that is used here.
    let input = unsafe CheckedBytes(bytes)
    var left = index
    for number in 0..<headerCount {
      let header = headerOffset + number * 56
      guard input.word32(header) == Self.loadable else { continue }
      guard left == 0 else {
        left -= 1
        continue
      }
      let start = Int(input.word64(header + 8))
      let end = start + Int(input.word64(header + 32))
      return unsafe Segment(
        virtualAddress: input.word64(header + 16), physicalAddress: input.word64(header + 24),
        memorySize: input.word64(header + 40),
        permissions: Segment.Permissions(rawValue: input.word32(header + 4) & 7),
        content: UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
    }
    fatalError("a segment that was counted is gone")
  }

  private static let loadable: UInt32 = 1

  /// A sum for a report, cut off where it does not fit.
  private static func sum(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let (sum, overflow) = first.addingReportingOverflow(second)
    return overflow ? .max : sum
  }
}
