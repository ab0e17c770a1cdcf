/// JSON as it is written, byte by byte: lists of a chip's registers run to megabytes.
struct JSONText {
  private var bytes: [UInt8] = []

  var result: String { String(decoding: bytes, as: UTF8.self) }

  mutating func text(_ text: StaticString) {
    // Safety: the buffer is a static string's and is read inside the closure alone.
    text.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }

  mutating func number(_ number: UInt64) { bytes.append(contentsOf: String(number).utf8) }

  mutating func member(_ name: StaticString, _ value: UInt64?) {
    begin(name)
    if let value { number(value) } else { text("null") }
  }

  mutating func member(_ name: StaticString, _ value: String?) {
    begin(name)
    if let value { string(value) } else { text("null") }
  }

  private mutating func begin(_ name: StaticString) {
    text(", \"")
    text(name)
    text("\": ")
  }

  /// A text in quotes, with what JSON does not take as it is spelled out.
  mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0..<0x20, 0x7f:
        let digits = Array("0123456789abcdef".utf8)
        bytes.append(contentsOf: [0x5c, 0x75, 0x30, 0x30, digits[Int(byte >> 4)], digits[Int(byte & 15)]])
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
