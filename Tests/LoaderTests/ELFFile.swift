/// A program that is all zeros: its headers are what a loader looks at.
struct ELFFile {
  struct Segment {
    var virtual: UInt64
    var physical: UInt64
    var size: UInt64
  }

  var entry: UInt64
  var segments: [Segment]

  var bytes: [UInt8] {
    func number<Number: FixedWidthInteger>(_ value: Number) -> [UInt8] {
      (0..<(Number.bitWidth / 8)).map { UInt8(truncatingIfNeeded: value >> Number(8 * $0)) }
    }
    var file: [UInt8] = [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1] + [UInt8](repeating: 0, count: 9)
    file += number(UInt16(2)) + number(UInt16(183)) + number(UInt32(1)) + number(entry) + number(UInt64(64))
    file += number(UInt64(0)) + number(UInt32(0)) + number(UInt16(64)) + number(UInt16(56))
    file += number(UInt16(segments.count)) + number(UInt16(64)) + number(UInt32(0))
    for segment in segments {
      file += number(UInt32(1)) + number(UInt32(5))
      for word in [0, segment.virtual, segment.physical, 0, segment.size, 4096] { file += number(word) }
    }
    return file
  }
}
