import ImageFormat

/// A program to be put into an image: what of an ELF file is loaded, and nothing else.
public struct Program: Equatable, Sendable {
  /// A range of memory of the program.
  struct Segment: Equatable, Sendable {
    var virtualAddress: UInt64
    var physicalAddress: UInt64
    var memorySize: UInt64
    var permissions: UInt32
    var content: [UInt8]
  }

  /// What messages call it.
  public let name: String
  let machine: UInt16
  let entry: UInt64
  var segments: [Segment]

  /// Takes the loadable segments of an ELF file.
  ///
  /// - Parameters:
  ///   - elf: the file.
  ///   - name: what messages call it.
  ///   - machine: the processor's number in the ELF header.
  ///   - isEnteredBeforePaging: whether it is a kernel that Multiboot starts. seL4's begins in a segment that its file
  ///     does not call executable.
  /// - Throws: `BootImageError.program`.
  public init(
    elf: [UInt8], name: String, machine: UInt16, isEnteredBeforePaging: Bool = false
  ) throws(BootImageError) {
    self.name = name
    self.machine = machine
    // Safety: the pointer is used within the closure only; the content is copied.
    let result = unsafe elf.withUnsafeBytes { bytes in
      unsafe Self.load(bytes, machine: machine, isEnteredBeforePaging: isEnteredBeforePaging)
    }
    switch result {
    case .success(let loaded): (entry, segments) = loaded
    case .failure(let reason): throw .program(name, reason)
    }
  }

  private static func load(
    _ bytes: UnsafeRawBufferPointer, machine: UInt16, isEnteredBeforePaging: Bool
  ) -> Result<(UInt64, [Segment]), ELFImage.Malformed> {
    do throws(ELFImage.Malformed) {
      // Safety: `bytes` stands until the caller's closure returns.
      let image = try unsafe ELFImage(
        checking: bytes, machine: machine, isEnteredBeforePaging: isEnteredBeforePaging)
      let segments = (0..<image.segmentCount).map { index in
        let segment = image.segment(index)
        return unsafe Segment(
          virtualAddress: segment.virtualAddress, physicalAddress: segment.physicalAddress,
          memorySize: segment.memorySize, permissions: segment.permissions.rawValue,
          content: Array(segment.content))
      }
      return .success((image.entry, segments.filter { $0.memorySize > 0 }))
    } catch {
      return .failure(error)
    }
  }

  /// Adds a read-only segment at the first page behind the program, where its linker script puts `__image_end`.
  public mutating func append(_ content: [UInt8]) {
    guard let last = segments.last else { return }
    let address = (last.virtualAddress + last.memorySize).rounded(upTo: Self.pageSize)
    segments.append(
      Segment(
        virtualAddress: address, physicalAddress: last.physicalAddress + (address - last.virtualAddress),
        memorySize: UInt64(content.count), permissions: 4, content: content))
  }

  /// Bytes of its instructions: of the segments that are executed.
  public var textBytes: Int {
    segments.reduce(0) { $0 + ($1.permissions & 1 != 0 ? $1.content.count : 0) }
  }

  /// Whether every page is written or executed, but never both.
  ///
  /// - Throws: `BootImageError.pagesShared` with the first page that is both.
  public func checkPagePermissions() throws(BootImageError) {
    var previous: Segment?
    for segment in segments {
      let page = segment.virtualAddress & ~(Self.pageSize - 1)
      guard segment.permissions & 3 != 3 else { throw .pagesShared(name, address: page) }
      if let previous, (previous.virtualAddress + previous.memorySize).rounded(upTo: Self.pageSize) > page,
        (previous.permissions | segment.permissions) & 3 == 3
      {
        throw .pagesShared(name, address: page)
      }
      previous = segment
    }
  }

  /// Where the segments' contents stand in the file, and where they end.
  ///
  /// A loader may map the file: offset and address agree within a page.
  var layout: (offsets: [Int], end: Int) {
    var end = 64 + 56 * segments.count
    let offsets = segments.map { segment in
      let skew = Int(segment.virtualAddress & (Self.pageSize - 1))
      let offset = (end - skew).rounded(upTo: Int(Self.pageSize)) + skew
      end = offset + segment.content.count
      return offset
    }
    return (offsets, end)
  }

  /// The program as an ELF file without symbols, sections or debugging information.
  public var elf: [UInt8] { elf(sectionTable: 0, count: 0) }

  /// The file up to where a section table stands that has so many entries, the last of them the sections' names.
  func elf(sectionTable: Int, count: UInt16) -> [UInt8] {
    let (offsets, _) = layout
    var file: [UInt8] = [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1] + [UInt8](repeating: 0, count: 9)
    file += littleEndian(UInt16(2)) + littleEndian(machine) + littleEndian(UInt32(1))
    file += littleEndian(entry) + littleEndian(UInt64(64)) + littleEndian(UInt64(sectionTable))
    file += littleEndian(UInt32(0)) + littleEndian(UInt16(64)) + littleEndian(UInt16(56))
    file += littleEndian(UInt16(segments.count)) + littleEndian(UInt16(64))
    file += littleEndian(count) + littleEndian(count == 0 ? 0 : count - 1)
    for (segment, offset) in zip(segments, offsets) {
      file += littleEndian(UInt32(1)) + littleEndian(segment.permissions)
      for word in [
        UInt64(offset), segment.virtualAddress, segment.physicalAddress, UInt64(segment.content.count),
        segment.memorySize, Self.pageSize,
      ] {
        file += littleEndian(word)
      }
    }
    for (segment, offset) in zip(segments, offsets) {
      file += [UInt8](repeating: 0, count: offset - file.count) + segment.content
    }
    return file
  }

  /// Bytes in a page.
  static let pageSize: UInt64 = 4096
}
