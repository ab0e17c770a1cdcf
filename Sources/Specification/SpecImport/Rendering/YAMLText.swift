/// A value as YAML writes it, before it is laid out.
indirect enum YAMLText {
  /// Text that means itself; quoted only where YAML would read something else.
  case scalar(String)
  /// Nothing at all, as after a key alone.
  case nothing
  case list([YAMLText])
  case mapping([(key: String, value: YAMLText)])
  /// A mapping or a list that is written on lines of its own, however short it is.
  case open(YAMLText)

  /// The longest line that a value is put on.
  static let lineLength = 110
}

/// Lays YAML out: what fits stays on one line, the rest goes below its key.
struct YAMLLayout {
  private(set) var bytes: [UInt8] = []

  /// Writes the entries of a mapping, a line or more each.
  mutating func write(_ entries: [(key: String, value: YAMLText)], indent: Int) {
    for (key, value) in entries { write(key: key, value, indent: indent, prefix: "") }
  }

  /// Writes a line of its own, such as a comment or a blank one.
  mutating func line(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    bytes.append(0x0a)
  }

  /// Writes a comment of one line; what nobody would see there, a line break above all, becomes `?`.
  mutating func comment(_ text: String) {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { shown.append(Self.isVisible(scalar) ? scalar : "?") }
    line(text.isEmpty ? "#" : "# \(String(shown))")
  }

  private mutating func write(key: String, _ value: YAMLText, indent: Int, prefix: String) {
    blank(indent)
    bytes.append(contentsOf: prefix.utf8)
    let start = bytes.count
    Self.scalar(key, isInline: false, into: &bytes)
    bytes.append(UInt8(ascii: ":"))
    let column = indent + prefix.utf8.count + (bytes.count - start)
    write(value, after: column, indent: indent + prefix.utf8.count)
  }

  /// Writes a value behind a key or a dash: on the same line, or below it.
  private mutating func write(_ value: YAMLText, after column: Int, indent: Int) {
    switch value {
    case .scalar(let text):
      bytes.append(0x20)
      Self.scalar(text, isInline: false, into: &bytes)
      bytes.append(0x0a)
    case .nothing: bytes.append(0x0a)
    case .list(let items) where items.isEmpty:
      line(" []")
    case .mapping(let entries) where entries.isEmpty:
      line(" {}")
    case .open(.list(let items)):
      bytes.append(0x0a)
      for item in items { write(item: item, indent: indent + 2) }
    case .open(.mapping(let entries)):
      bytes.append(0x0a)
      write(entries, indent: indent + 2)
    case .open(let inner): write(inner, after: column, indent: indent)
    case .list(let items):
      if !inline(value, after: column) { write(.open(.list(items)), after: column, indent: indent) }
    case .mapping(let entries):
      if !inline(value, after: column) { write(.open(.mapping(entries)), after: column, indent: indent) }
    }
  }

  private mutating func write(item: YAMLText, indent: Int) {
    if case .mapping(let entries) = item, !entries.isEmpty {
      // A mapping as an item begins behind its dash.
      for (index, entry) in entries.enumerated() {
        write(
          key: entry.key, entry.value, indent: index == 0 ? indent : indent + 2,
          prefix: index == 0 ? "- " : "")
      }
      return
    }
    blank(indent)
    bytes.append(UInt8(ascii: "-"))
    write(item, after: indent + 1, indent: indent)
  }

  /// Writes a value on the line that is begun, if it fits there whole.
  private mutating func inline(_ value: YAMLText, after column: Int) -> Bool {
    let start = bytes.count
    bytes.append(0x20)
    let limit = start + YAMLText.lineLength - column
    guard Self.inline(value, into: &bytes, limit: limit), bytes.count <= limit else {
      bytes.removeSubrange(start...)
      return false
    }
    bytes.append(0x0a)
    return true
  }

  private static func inline(_ value: YAMLText, into bytes: inout [UInt8], limit: Int) -> Bool {
    guard bytes.count <= limit else { return false }
    switch value {
    case .scalar(let text): scalar(text, isInline: true, into: &bytes)
    case .nothing: bytes.append(contentsOf: "null".utf8)
    case .open: return false
    case .list(let items):
      bytes.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { bytes.append(contentsOf: [UInt8(ascii: ","), 0x20]) }
        guard inline(item, into: &bytes, limit: limit) else { return false }
      }
      bytes.append(UInt8(ascii: "]"))
    case .mapping(let entries):
      bytes.append(UInt8(ascii: "{"))
      for (index, entry) in entries.enumerated() {
        if index > 0 { bytes.append(contentsOf: [UInt8(ascii: ","), 0x20]) }
        scalar(entry.key, isInline: true, into: &bytes)
        bytes.append(contentsOf: [UInt8(ascii: ":"), 0x20])
        guard inline(entry.value, into: &bytes, limit: limit) else { return false }
      }
      bytes.append(UInt8(ascii: "}"))
    }
    return true
  }

  private mutating func blank(_ count: Int) {
    for _ in 0..<count { bytes.append(0x20) }
  }

  // MARK: Scalars

  /// Writes a text plain where YAML reads it as it stands, else in double quotes.
  static func scalar(_ text: String, isInline: Bool, into bytes: inout [UInt8]) {
    guard !isPlain(text, isInline: isInline) else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    if text.utf8.allSatisfy({ 0x20..<0x7f ~= $0 }) {
      for byte in text.utf8 {
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { bytes.append(UInt8(ascii: "\\")) }
        bytes.append(byte)
      }
    } else {
      for scalar in text.unicodeScalars { quoted(scalar, into: &bytes) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes a character inside double quotes.
  private static func quoted(_ scalar: Unicode.Scalar, into bytes: inout [UInt8]) {
    switch scalar {
    case "\"": bytes.append(contentsOf: "\\\"".utf8)
    case "\\": bytes.append(contentsOf: "\\\\".utf8)
    case "\n": bytes.append(contentsOf: "\\n".utf8)
    case "\t": bytes.append(contentsOf: "\\t".utf8)
    default:
      guard !isVisible(scalar) else {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        return
      }
      let digits = String(scalar.value, radix: 16)
      let width = scalar.value > 0xffff ? 8 : 4
      bytes.append(contentsOf: (width == 8 ? "\\U" : "\\u").utf8)
      bytes.append(contentsOf: String(repeating: "0", count: width - digits.utf8.count).utf8)
      bytes.append(contentsOf: digits.utf8)
    }
  }

  private static func isPlain(_ text: String, isInline: Bool) -> Bool {
    var previous: UInt8 = 0
    var isFirst = true
    var hasOthers = false
    let utf8 = text.utf8
    guard let last = utf8.last, last != 0x20, last != UInt8(ascii: ":") else { return false }
    // The words for nothing at all.
    if utf8.count <= 4, text == "null" || text == "~" { return false }
    for byte in utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, UInt8(ascii: "_"): break
      case UInt8(ascii: "-"):
        // `- ` begins an item, `---` a document.
        if isFirst { return false }
      case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "+"),
        UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: "$"), UInt8(ascii: "~"),
        UInt8(ascii: "^"), UInt8(ascii: "\\"):
        if isFirst, byte != UInt8(ascii: "("), byte != UInt8(ascii: "/"), byte != UInt8(ascii: "+") {
          return false
        }
      case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"),
        UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: ">"), UInt8(ascii: "|"),
        UInt8(ascii: "?"):
        if isFirst { return false }
      case UInt8(ascii: ":"):
        // A colon before anything but a digit is left to quotes: `31:16` is plain.
        if isFirst { return false }
      case 0x20:
        if isFirst || previous == UInt8(ascii: ":") { return false }
      case UInt8(ascii: "#"):
        if isFirst || previous == 0x20 { return false }
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
        if isFirst || isInline { return false }
      default:
        if byte < 0x80 || isFirst { return false }
        hasOthers = true
      }
      // In braces a colon must have something behind it that is no mark.
      if isInline, previous == UInt8(ascii: ":"), !(0x30...0x39 ~= byte) { return false }
      previous = byte
      isFirst = false
    }
    // Beyond ASCII stands what a person sees, or it is spelled out in quotes.
    return !hasOthers || text.unicodeScalars.allSatisfy { $0.isASCII || isVisible($0) }
  }

  /// Whether a person sees the character; those that move the cursor or turn the text around are spelled out.
  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7f..<0xa0, 0xad, 0x200b...0x200f, 0x2028...0x202e, 0x2060...0x206f, 0xd800...0xf8ff,
      0xfeff,
      0xfff0...0xffff, 0xe0000...:
      false
    default: true
    }
  }
}
