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
    return String(decoding: line, as: UTF8.self)
  }
}
