/// Text over several lines as one line.
enum OneLine {
  /// The text with every run of blanks and control characters as one space, and `\n` as vendors write it too.
  static func text(_ bytes: ArraySlice<UInt8>) -> String {
    // No longer than the bytes; a plain loop over both, since every text of a file goes through here.
    var line = [UInt8](repeating: 0, count: bytes.count)
    var count = 0
    var isPending = false
    var isASCII = true
    var index = bytes.startIndex
    let end = bytes.endIndex
    while index < end {
      var byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\\"), index < end, bytes[index] == UInt8(ascii: "n") {
        index += 1
        byte = 0x20
      }
      if byte <= 0x20 || byte == 0x7f {
        isPending = count > 0
        continue
      }
      if isPending {
        line[count] = 0x20
        count += 1
      }
      isPending = false
      line[count] = byte
      count += 1
      if byte >= 0x80 { isASCII = false }
    }
    let text = String(decoding: line[..<count], as: UTF8.self)
    guard !isASCII else { return text }
    // Characters that nobody can see, which come of encodings that were taken for others.
    guard text.unicodeScalars.contains(where: isUnseen) else { return text }
    count = 0
    for scalar in text.unicodeScalars where !isUnseen(scalar) {
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
        line[count] = byte
        count += 1
      }
    }
    return String(decoding: line[..<count], as: UTF8.self)
  }

  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x80..<0xa0, 0xad, 0x200b...0x200f, 0x2028...0x202e, 0x2060...0x206f, 0xfeff, 0xfff0...0xffff: true
    default: false
    }
  }
}
