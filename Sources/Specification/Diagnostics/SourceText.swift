/// A file as diagnostics show it: a path to print and lines to quote.
public struct SourceText: Sendable {
  /// The path as it is printed before each line number.
  public let path: String
  private let bytes: [UInt8]
  private let lineStarts: [Int]

  /// - Parameters:
  ///   - path: printed as it is given.
  ///   - bytes: the file's content, which may be anything at all.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    var starts = [bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0]
    var index = 0
    let count = bytes.count
    // A plain loop: the text of every file goes through here, with or without diagnostics.
    while index < count {
      let byte = bytes[index]
      index += 1
      // A line ends at LF, CR LF or CR alone, as in YAML.
      if byte == 0x0a || (byte == 0x0d && (index == count || bytes[index] != 0x0a)) { starts.append(index) }
    }
    lineStarts = starts
  }

  /// Line `number`, from 1, without its line break; `nil` where the file has no such line.
  ///
  /// Bytes that are not UTF-8 come as U+FFFD.
  public func line(_ number: Int) -> String? {
    guard number >= 1, number <= lineStarts.count else { return nil }
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] : bytes.count
    while end > start, bytes[end - 1] == 0x0a || bytes[end - 1] == 0x0d { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
