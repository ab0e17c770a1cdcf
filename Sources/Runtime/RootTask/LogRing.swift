import ComponentInterface

/// The last lines that the root task had to say.
///
/// Nothing can be shown before a serial driver runs, so everything is kept and read later. Offsets count all
/// bytes ever written: a reader that comes too late sees from its offset how much it missed.
struct LogRing {
  /// Bytes that are kept.
  static let capacity = 16 << 10

  private var bytes = InlineArray<16384, UInt8>(repeating: 0)
  /// How many bytes were ever written.
  private(set) var end: UInt64 = 0

  /// The offset of the oldest byte that is kept.
  var start: UInt64 { end > UInt64(Self.capacity) ? end - UInt64(Self.capacity) : 0 }

  /// Adds a line and its line feed; bytes that would steer a terminal become dots.
  mutating func append(_ line: borrowing LogText) {
    // A span: a subscript of the array would copy all of it for each byte.
    let bytes = line.bytes.span
    var index = 0
    while index < line.count {
      let byte = bytes[index]
      append(byte >= 0x20 && byte < 0x7F ? byte : UInt8(ascii: "."))
      index += 1
    }
    append(UInt8(ascii: "\n"))
  }

  /// One byte by its offset; nil for what is gone or not written yet.
  mutating func byte(at offset: UInt64) -> UInt8? {
    guard offset >= start, offset < end else { return nil }
    return bytes[Int(truncatingIfNeeded: offset) & (Self.capacity - 1)]
  }

  /// What a reader at an offset gets: whole lines as far as they fit into one message.
  ///
  /// A reader that is ahead of the log is told where the log ends.
  mutating func chunk(from wanted: UInt64) -> LogChunk {
    let first = max(min(wanted, end), start)
    var text = LogText()
    var offset = first
    while let byte = byte(at: offset), text.append(byte) { offset += 1 }
    return LogChunk(offset: first, end: end, text: text)
  }

  private mutating func append(_ byte: UInt8) {
    bytes[Int(truncatingIfNeeded: end) & (Self.capacity - 1)] = byte
    end += 1
  }
}
