extension Program {
  /// The program as a 32-bit ELF file, as loaders that speak Multiboot want it: everything at its physical address, the
  /// entry too.
  ///
  /// - Throws: `BootImageError.notMultiboot` if it has no Multiboot header in its first 8 KiB, or stands above 4 GiB.
  public func multibootELF() throws(BootImageError) -> [UInt8] {
    let tableEnd = 52 + 32 * segments.count
    var headers: [UInt8] = []
    var content: [UInt8] = []
    for segment in segments {
      guard segment.physicalAddress <= UInt64(UInt32.max),
        segment.memorySize <= UInt64(UInt32.max) - segment.physicalAddress
      else { throw .notMultiboot(name) }
      let earliest = tableEnd + content.count
      let skew = Int(segment.physicalAddress & (Self.pageSize - 1))
      let offset = (earliest - skew).rounded(upTo: Int(Self.pageSize)) + skew
      content += [UInt8](repeating: 0, count: offset - earliest) + segment.content
      for word in [
        1, UInt64(offset), segment.physicalAddress, segment.physicalAddress, UInt64(segment.content.count),
        segment.memorySize, UInt64(segment.permissions), Self.pageSize,
      ] {
        headers += littleEndian(UInt32(word))
      }
    }
    guard let entry = physicalEntry else { throw .notMultiboot(name) }
    var header: [UInt8] = [0x7f, 0x45, 0x4c, 0x46, 1, 1, 1] + [UInt8](repeating: 0, count: 9)
    // A program for the processor's 32-bit mode, in which it begins.
    header += littleEndian(UInt16(2)) + littleEndian(UInt16(3)) + littleEndian(UInt32(1))
    header += littleEndian(entry) + littleEndian(UInt32(52)) + littleEndian(UInt32(0))
    header += littleEndian(UInt32(0)) + littleEndian(UInt16(52)) + littleEndian(UInt16(32))
    header += littleEndian(UInt16(segments.count)) + littleEndian(UInt16(40))
    header += littleEndian(UInt16(0)) + littleEndian(UInt16(0))
    let file = header + headers + content
    guard Self.hasMultibootHeader(file) else { throw .notMultiboot(name) }
    return file
  }

  /// Where it is entered before there is paging.
  private var physicalEntry: UInt32? {
    for segment in segments {
      let offset = entry &- segment.virtualAddress
      if offset < segment.memorySize { return UInt32(exactly: segment.physicalAddress + offset) }
    }
    return nil
  }

  /// Multiboot 0.6.96, 3.1: a number, flags, and what makes the sum of the three 0.
  private static func hasMultibootHeader(_ file: [UInt8]) -> Bool {
    func word(_ offset: Int) -> UInt32 {
      (0..<4).reduce(0) { $0 | UInt32(file[offset + $1]) << UInt32($1 * 8) }
    }
    return stride(from: 0, to: min(file.count, 8192) - 11, by: 4).contains { offset in
      word(offset) == 0x1bad_b002 && word(offset) &+ word(offset + 4) &+ word(offset + 8) == 0
    }
  }
}
