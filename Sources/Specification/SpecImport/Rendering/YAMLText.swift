import Diagnostics

/// A value as YAML writes it, before it is laid out.
indirect enum YAMLText {
  /// Text that means itself; quoted only where YAML would read something else.
  case scalar(String)
  /// The spec's own name, of which the layout keeps the place.
  case name(String)
  /// Nothing at all, as after a key alone.
  case nothing
  case list([YAMLText])
  case mapping([(key: String, value: YAMLText)])
  /// A mapping whose keys are the author's names, of which the layout keeps the places.
  case names([(key: String, value: YAMLText)])
  /// A mapping or a list that is written on lines of its own, however short it is.
  case open(YAMLText)

  /// The longest line that a value is put on.
  static let lineLength = 110
}

/// Lays YAML out: what fits stays on one line, the rest goes below its key.
struct YAMLLayout {
  private(set) var bytes: [UInt8] = []
  /// Where each name stands, in the order in which they were written.
  private(set) var namePlaces: [SourcePlace] = []
  private var lineNumber = 1
  private var lineStart = 0

  /// Writes the entries of a mapping, a line or more each.
  mutating func write(_ entries: [(key: String, value: YAMLText)], areNames: Bool = false, indent: Int) {
    for (key, value) in entries { write(key: key, value, isName: areNames, indent: indent, prefix: "") }
  }

  private mutating func endLine() {
    bytes.append(0x0a)
    lineNumber += 1
    lineStart = bytes.count
  }

  /// Keeps the place of what was written since `start`, on the line that is begun.
  private mutating func keepName(from start: Int) {
    func characters(_ range: Range<Int>) -> Int {
      var count = 0
      for index in range where bytes[index] & 0xc0 != 0x80 { count += 1 }
      return count
    }
    namePlaces.append(
      SourcePlace(
        line: lineNumber, column: characters(lineStart..<start) + 1, length: characters(start..<bytes.count)))
  }

  /// Writes a line of its own, such as a comment or a blank one.
  mutating func line(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    endLine()
  }

  /// Writes a comment of one line; what nobody would see there, a line break above all, becomes `?`.
  mutating func comment(_ text: String) {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { shown.append(Self.isVisible(scalar) ? scalar : "?") }
    line(text.isEmpty ? "#" : "# \(String(shown))")
  }

  private mutating func write(
    key: String, _ value: YAMLText, isName: Bool, indent: Int, prefix: String
  ) {
    blank(indent)
    bytes.append(contentsOf: prefix.utf8)
    let start = bytes.count
    Self.scalar(key, isInline: false, into: &bytes)
    if isName { keepName(from: start) }
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
      endLine()
    case .name(let text):
      bytes.append(0x20)
      let start = bytes.count
      Self.scalar(text, isInline: false, into: &bytes)
      keepName(from: start)
      endLine()
    case .nothing: endLine()
    case .list(let items) where items.isEmpty:
      line(" []")
    case .mapping(let entries) where entries.isEmpty: line(" {}")
    case .names(let entries) where entries.isEmpty: line(" {}")
    case .open(.list(let items)):
      endLine()
      for item in items { write(item: item, indent: indent + 2) }
    case .open(.mapping(let entries)):
      endLine()
      write(entries, indent: indent + 2)
    case .open(.names(let entries)):
      endLine()
      write(entries, areNames: true, indent: indent + 2)
    case .open(let inner): write(inner, after: column, indent: indent)
    case .list, .mapping, .names:
      if !inline(value, after: column) { write(.open(value), after: column, indent: indent) }
    }
  }

  private mutating func write(item: YAMLText, indent: Int) {
    if case .mapping(let entries) = item, !entries.isEmpty {
      // A mapping as an item begins behind its dash.
      for (index, entry) in entries.enumerated() {
        write(
          key: entry.key, entry.value, isName: false, indent: index == 0 ? indent : indent + 2,
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
    let (start, nameCount) = (bytes.count, namePlaces.count)
    bytes.append(0x20)
    let limit = start + YAMLText.lineLength - column
    guard inline(value, limit: limit), bytes.count <= limit else {
      bytes.removeLast(bytes.count - start)
      namePlaces.removeLast(namePlaces.count - nameCount)
      return false
    }
    endLine()
    return true
  }

  private mutating func inline(_ value: YAMLText, limit: Int) -> Bool {
    guard bytes.count <= limit else { return false }
    switch value {
    case .scalar(let text), .name(let text):
      // What is longer as it stands is no shorter in quotes.
      guard bytes.count + text.utf8.count <= limit else { return false }
      Self.scalar(text, isInline: true, into: &bytes)
    case .nothing: bytes.append(contentsOf: "null".utf8)
    case .open: return false
    case .list(let items):
      bytes.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { comma() }
        guard inline(item, limit: limit) else { return false }
      }
      bytes.append(UInt8(ascii: "]"))
    case .mapping(let entries): return inline(entries, areNames: false, limit: limit)
    case .names(let entries): return inline(entries, areNames: true, limit: limit)
    }
    return true
  }

  private mutating func inline(
    _ entries: [(key: String, value: YAMLText)], areNames: Bool, limit: Int
  ) -> Bool {
    bytes.append(UInt8(ascii: "{"))
    var isFirst = true
    for (key, value) in entries {
      if !isFirst { comma() }
      isFirst = false
      let start = bytes.count
      Self.scalar(key, isInline: true, into: &bytes)
      if areNames { keepName(from: start) }
      bytes.append(UInt8(ascii: ":"))
      bytes.append(0x20)
      guard inline(value, limit: limit) else { return false }
    }
    bytes.append(UInt8(ascii: "}"))
    return true
  }

  private mutating func comma() {
    bytes.append(UInt8(ascii: ","))
    bytes.append(0x20)
  }

  private mutating func blank(_ count: Int) {
    for _ in 0..<count { bytes.append(0x20) }
  }

  // MARK: Scalars

  /// Writes a text plain where YAML reads it as it stands, else in double quotes.
  static func scalar(_ text: String, isInline: Bool, into bytes: inout [UInt8]) {
    let span = text.utf8.span
    guard !isPlain(text, span, isInline: isInline) else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    if areThemselves(span) {
      bytes.append(contentsOf: text.utf8)
    } else {
      for scalar in text.unicodeScalars { quoted(scalar, into: &bytes) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether a byte stands for itself inside double quotes, whatever is around it.
  private static func isItself(_ byte: UInt8) -> Bool {
    0x20..<0x7f ~= byte && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private static func areThemselves(_ utf8: Span<UInt8>) -> Bool {
    for index in utf8.indices where !isItself(utf8[index]) { return false }
    return true
  }

  /// Writes a character inside double quotes.
  private static func quoted(_ scalar: Unicode.Scalar, into bytes: inout [UInt8]) {
    if scalar.isASCII, isItself(UInt8(truncatingIfNeeded: scalar.value)) {
      bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      return
    }
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

  private static func isPlain(_ text: String, _ utf8: Span<UInt8>, isInline: Bool) -> Bool {
    let count = utf8.count
    guard count > 0, utf8[count - 1] != 0x20, utf8[count - 1] != UInt8(ascii: ":") else { return false }
    // The words for nothing at all.
    if count <= 4, text == "null" || text == "~" { return false }
    guard mayBegin(utf8[0]) else { return false }
    var previous: UInt8 = 0
    var hasOthers = false
    for index in utf8.indices {
      let byte = utf8[index]
      switch byte {
      case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, UInt8(ascii: "_"): break
      case 0x20:
        if previous == UInt8(ascii: ":") { return false }
      case UInt8(ascii: "#"):
        if previous == 0x20 { return false }
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
        if isInline { return false }
      case 0x21..<0x7f: break
      default:
        if byte < 0x80 { return false }
        hasOthers = true
      }
      // In braces a colon must have something behind it that is no mark: `31:16` is plain.
      if isInline, previous == UInt8(ascii: ":"), !(0x30...0x39 ~= byte) { return false }
      previous = byte
    }
    // Beyond ASCII stands what a person sees, or it is spelled out in quotes.
    return !hasOthers || text.unicodeScalars.allSatisfy { $0.isASCII || isVisible($0) }
  }

  /// Whether a plain text may begin with a byte: most marks begin something else there, such as `- ` an item.
  private static func mayBegin(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, UInt8(ascii: "_"), UInt8(ascii: "("), UInt8(ascii: "/"),
      UInt8(ascii: "+"):
      true
    default: false
    }
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
