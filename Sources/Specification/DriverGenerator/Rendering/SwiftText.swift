/// Swift source that grows line by line, indented as swift-format does it.
struct SwiftText {
  /// No line of generated text is longer, but where one word is.
  static let lineLength = 110

  private var bytes: [UInt8]
  private var depth = 0
  private var endsWithBlank = true

  /// Begins with a header and a blank line.
  init(header: String) { bytes = Array(header.utf8) + [0x0a] }

  /// All lines.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Adds a line.
  mutating func line(_ line: SwiftLine) {
    indent()
    bytes.append(contentsOf: line.bytes)
    endLine()
  }

  private mutating func endLine() {
    bytes.append(0x0a)
    endsWithBlank = false
  }

  /// Adds a blank line, but no second one, and none at the start of a block.
  mutating func blank() {
    if !endsWithBlank { bytes.append(0x0a) }
    endsWithBlank = true
  }

  private mutating func indent() {
    for _ in 0..<depth {
      bytes.append(0x20)
      bytes.append(0x20)
    }
  }

  /// Adds a block: a head, a body one step further in, and a closing brace.
  mutating func block(_ head: SwiftLine, _ body: (inout SwiftText) -> Void) {
    indent()
    bytes.append(contentsOf: head.bytes)
    bytes.append(contentsOf: " {".utf8)
    endLine()
    indented(body)
    line("}")
  }

  /// Adds a block, on one line where its body is one line that fits.
  mutating func shortBlock(_ head: SwiftLine, _ body: SwiftLine) {
    let room = Self.lineLength - depth * 2 - 5
    // No text has more characters than bytes; to count characters costs much more.
    guard head.bytes.count + body.bytes.count <= room || head.characterCount + body.characterCount <= room
    else { return block(head) { $0.line(body) } }
    indent()
    bytes.append(contentsOf: head.bytes)
    bytes.append(contentsOf: " { ".utf8)
    bytes.append(contentsOf: body.bytes)
    bytes.append(contentsOf: " }".utf8)
    endLine()
  }

  /// Whether a line is not too long here.
  func fits(_ line: SwiftLine) -> Bool {
    let room = Self.lineLength - depth * 2
    return line.bytes.count <= room || line.characterCount <= room
  }

  /// Adds lines one step further in.
  mutating func indented(_ body: (inout SwiftText) -> Void) {
    depth += 1
    endsWithBlank = true
    body(&self)
    depth -= 1
    endsWithBlank = false
  }

  /// Adds a call: on one line, or its arguments each on a line of its own.
  mutating func call(_ head: String, _ arguments: [String], _ tail: String = "") {
    let whole: SwiftLine = "\(head)(\(arguments.joined(separator: ", ")))\(tail)"
    if fits(whole) { return line(whole) }
    line("\(head)(")
    let hasBlock = tail.hasPrefix(" {") || tail.hasSuffix(" {")
    indented {
      for (index, argument) in arguments.enumerated() {
        let end = index < arguments.count - 1 ? "," : hasBlock ? "" : ")\(tail)"
        $0.argument(argument, end)
      }
    }
    if hasBlock { line(")\(tail)") }
  }

  /// Adds an argument of a call; a collection that is too long for its line has its elements each on their own.
  private mutating func argument(_ text: String, _ end: String) {
    guard depth * 2 + text.count + end.count > Self.lineLength, text.hasSuffix("]"),
      let start = text.firstIndex(of: "[")
    else { return line("\(text)\(end)") }
    line("\(text[...start])")
    let elements = text[text.index(after: start)...].dropLast()
    indented { out in
      var element = ""
      var depth = 0
      for character in elements {
        if "([".contains(character) { depth += 1 }
        if ")]".contains(character) { depth -= 1 }
        if character == ",", depth == 0 {
          out.line("\(element),")
          element = ""
        } else if !(character == " " && element.isEmpty) {
          element.append(character)
        }
      }
      out.line("\(element),")
    }
    line("]\(end)")
  }

  /// Adds a documentation comment: a summary that stands alone, then paragraphs.
  mutating func documentation(_ summary: SwiftLine, _ paragraphs: [SwiftLine] = []) {
    comment(summary.bytes[...], mark: "///")
    for paragraph in paragraphs where !paragraph.bytes.isEmpty {
      line("///")
      for part in paragraph.bytes.split(separator: 0x0a) { comment(part, mark: "///") }
    }
  }

  /// Adds a comment, broken between words.
  mutating func comment(_ text: SwiftLine) { comment(text.bytes[...], mark: "//") }

  private mutating func comment(_ text: ArraySlice<UInt8>, mark: String) {
    // For a blank and the words of a line.
    let room = Self.lineLength - depth * 2 - mark.utf8.count
    guard isPlain(text) else { return words(of: text, mark: mark, room) }
    // A line of most comments is a stretch of the text as it stands.
    var rest = text
    while !rest.isEmpty {
      var end = rest.endIndex
      if rest.count >= room {
        let limit = rest.startIndex + room - 1
        end = rest[...limit].lastIndex(of: 0x20) ?? rest[limit...].firstIndex(of: 0x20) ?? end
      }
      indent()
      bytes.append(contentsOf: mark.utf8)
      bytes.append(0x20)
      bytes.append(contentsOf: rest[..<end])
      endLine()
      rest = rest[end...].dropFirst()
    }
  }

  /// Whether a text is ASCII, with one blank between words, and none around them.
  private func isPlain(_ text: ArraySlice<UInt8>) -> Bool {
    var previous: UInt8 = 0x20
    for byte in text {
      if byte >= 0x80 || (byte == 0x20 && previous == 0x20) { return false }
      previous = byte
    }
    return previous != 0x20
  }

  /// Adds a comment of any text word by word.
  private mutating func words(of all: ArraySlice<UInt8>, mark: String, _ room: Int) {
    // Characters on the line that is begun, behind the mark.
    var used = 0
    var index = all.startIndex
    while index < all.endIndex {
      if all[index] == 0x20 {
        index += 1
        continue
      }
      let start = index
      var isASCII = true
      while index < all.endIndex, all[index] != 0x20 {
        if all[index] >= 0x80 { isASCII = false }
        index += 1
      }
      let width =
        isASCII ? index - start : String(decoding: all[start..<index], as: UTF8.self).count
      if used > 0, used + 1 + width > room {
        bytes.append(0x0a)
        used = 0
      }
      if used == 0 {
        indent()
        bytes.append(contentsOf: mark.utf8)
      }
      bytes.append(0x20)
      bytes.append(contentsOf: all[start..<index])
      used += 1 + width
    }
    if used > 0 { endLine() }
  }
}

/// A spec's words as a sentence: a capital first, a full stop last.
///
/// - Parameter text: Words from the spec, on one line.
/// - Returns: The sentence.
func sentence(_ text: String) -> String {
  let words = joinedWords(of: text)
  guard let first = words.utf8.first, let last = words.utf8.last else { return "" }
  let end: Bool =
    switch last {
    case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: ":"): true
    default: false
    }
  let tail = end ? "" : "."
  // A first word with a capital in it is the manual's: `uartclk` may rise, `nCTS` stays.
  if firstWordHas(words, { 0x41...0x5a ~= $0 }, { $0.isUppercase }) { return words + tail }
  guard first < 0x80 else { return words.prefix(1).uppercased() + words.dropFirst() + tail }
  guard 0x61...0x7a ~= first else { return words + tail }
  return replacingFirst(of: words, with: first - 0x20) + tail
}

/// A text with another first character, both ASCII.
private func replacingFirst(of text: String, with byte: UInt8) -> String {
  var bytes = Array(text.utf8)
  bytes[0] = byte
  return String(decoding: bytes, as: UTF8.self)
}

/// Words with one blank between them.
private func joinedWords(of text: String) -> String {
  var previous: UInt8 = 0x20
  for byte in text.utf8 {
    // What is no plain text of single blanks is taken character by character.
    if byte < 0x20 || byte >= 0x7f || (byte == 0x20 && previous == 0x20) {
      return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    previous = byte
  }
  return previous == 0x20 ? text.split(separator: " ").joined(separator: " ") : text
}

/// Whether the first word has such a character behind its first one.
///
/// - Parameters:
///   - text: Words.
///   - isByte: Says it of an ASCII character.
///   - isCharacter: Says it of any character.
/// - Returns: Whether there is one.
private func firstWordHas(
  _ text: String, _ isByte: (UInt8) -> Bool, _ isCharacter: (Character) -> Bool
) -> Bool {
  var isFirst = true
  for byte in text.utf8 {
    if byte == 0x20 { return false }
    if byte >= 0x80 { return text.prefix { $0 != " " }.dropFirst().contains(where: isCharacter) }
    if !isFirst, isByte(byte) { return true }
    isFirst = false
  }
  return false
}

/// The first word in lower case, unless it is the manual's own name.
func lowercased(_ text: String) -> String {
  let isName = firstWordHas(
    text, { 0x41...0x5a ~= $0 || 0x30...0x39 ~= $0 }, { $0.isUppercase || $0.isNumber })
  guard !isName, let first = text.utf8.first else { return text }
  guard first < 0x80 else { return text.prefix(1).lowercased() + text.dropFirst() }
  guard 0x41...0x5a ~= first else { return text }
  return replacingFirst(of: text, with: first + 0x20)
}

extension DriverPlan {
  /// How generated text cites a line of the spec.
  func cite(_ line: Int) -> SwiftLine { "(\(source.name):\(line))" }

  /// What every generated file begins with.
  var header: String {
    """
    // Do not edit: generated from \(source.name) (digest \(source.digest)) by `dddk generate`.
    // Change the spec and build again. Each part names the line of the spec that it comes from.

    """
  }

  /// The section of the manual and the line of the spec.
  func citation(section: String?, line: Int) -> SwiftLine {
    if let section { "Section \(section) of the manual. \(cite(line))" } else { cite(line) }
  }
}
