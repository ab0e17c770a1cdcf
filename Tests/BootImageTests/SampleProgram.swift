import BootImage

/// An ELF file made byte by byte, so that a test can break each of them.
struct SampleProgram {
  struct Header {
    var type: UInt32 = 1
    var flags: UInt32
    var offset: UInt64
    var address: UInt64
    var physical: UInt64?
    var fileSize: UInt64
    var memorySize: UInt64
  }

  var machine: UInt16 = 183
  var type: UInt16 = 2
  var entry: UInt64 = 0x40_0000
  var headerSize: UInt16 = 56
  var headerCount: UInt16?
  var headerOffset: UInt64 = 64
  var headers: [Header]
  var content: [UInt8]

  /// Two pages of text and data, and a page of zeros behind them.
  static let good = SampleProgram(
    headers: [
      Header(flags: 5, offset: 0x1000, address: 0x40_0000, fileSize: 16, memorySize: 16),
      Header(flags: 6, offset: 0x1010, address: 0x40_1010, fileSize: 8, memorySize: 0x1008),
    ],
    content: Array(1...24))

  var bytes: [UInt8] {
    func number<Number: FixedWidthInteger>(_ value: Number) -> [UInt8] {
      (0..<(Number.bitWidth / 8)).map { UInt8(truncatingIfNeeded: value >> Number(8 * $0)) }
    }
    var file: [UInt8] = [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1] + [UInt8](repeating: 0, count: 9)
    file += number(type) + number(machine) + number(UInt32(1)) + number(entry) + number(headerOffset)
    file += number(UInt64(0)) + number(UInt32(0)) + number(UInt16(64)) + number(headerSize)
    file += number(headerCount ?? UInt16(headers.count)) + number(UInt16(64)) + number(UInt16(0))
    file += number(UInt16(0))
    for header in headers {
      file += number(header.type) + number(header.flags)
      for word in [
        header.offset, header.address, header.physical ?? header.address, header.fileSize, header.memorySize,
        0x1000,
      ] { file += number(word) }
    }
    return file + [UInt8](repeating: 0, count: 0x1000 - file.count) + content
  }

  func changing(_ change: (inout SampleProgram) -> Void) -> SampleProgram {
    var copy = self
    change(&copy)
    return copy
  }
}
