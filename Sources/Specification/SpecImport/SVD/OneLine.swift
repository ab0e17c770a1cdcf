/// Text over several lines as one line.
enum OneLine {
  /// The text with every run of blanks and control characters as one space, and `\n` as vendors write it too.
  static func text(_ bytes: ArraySlice<UInt8>) -> String {
    var line: [UInt8] = []
    line.reserveCapacity(bytes.count)
    var isPending = false
    var index = bytes.startIndex
    while index < bytes.endIndex {
      var byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\\"), index < bytes.endIndex, bytes[index] == UInt8(ascii: "n") {
        index += 1
        byte = 0x20
      }
      if byte <= 0x20 || byte == 0x7f {
        isPending = !line.isEmpty
        continue
      }
      if isPending { line.append(0x20) }
      isPending = false
      line.append(byte)
    }
    let text = String(decoding: line, as: UTF8.self)
    guard line.contains(where: { $0 >= 0x80 }) else { return text }
    // Characters that nobody can see, which come of encodings that were taken for others.
    var seen = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x80..<0xa0, 0xad, 0x200b...0x200f, 0x2028...0x202e, 0x2060...0x206f, 0xfeff, 0xfff0...0xffff:
        continue
      default: seen.append(scalar)
      }
    }
    return String(seen)
  }
}
