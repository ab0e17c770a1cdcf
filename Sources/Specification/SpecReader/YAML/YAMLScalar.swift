public import Diagnostics

/// A single value: its text, how it is written, and where each character of the text stands.
public struct YAMLScalar: Sendable {
  /// The text, without quotes and with escapes resolved.
  public var text: String
  /// How it is written.
  public var style: Style
  /// Where it begins, quotes included.
  public var place: SourcePlace
  /// The bytes of the file that say it, where the text's characters do not simply follow each other on one line.
  var source: ArraySlice<UInt8>?

  /// The ways to write a scalar.
  public enum Style: Sendable {
    case plain, singleQuoted, doubleQuoted
    /// After `|`: lines stay lines.
    case literal
    /// After `>`: lines are joined.
    case folded
  }

  /// Takes each part as it is.
  public init(_ text: String, style: Style = .plain, at place: SourcePlace) {
    self.text = text
    self.style = style
    self.place = place
  }

  /// Whether nothing is written at all, as after a key alone; `""` is something.
  public var isEmpty: Bool { style == .plain && (text.isEmpty || text == "~" || text == "null") }

  /// Where each character of the text stands, and one place more for its end.
  ///
  /// Costs the scalar's length; a place that cannot be found is the scalar's own.
  public func characterPlaces() -> ScalarPlaces {
    guard let source else { return .run(line: place.line, column: place.column, end: place) }
    var walk = SourceWalk(source, line: place.line, column: place.column)
    switch style {
    case .singleQuoted, .doubleQuoted: walk.advance()
    case .literal, .folded: walk.skipLine()
    case .plain: break
    }
    var places: [SourcePlace] = []
    places.reserveCapacity(text.unicodeScalars.count + 1)
    for character in text.unicodeScalars {
      switch character {
      case " ", "\n", "\t":
        // Breaks and runs of blanks fold; the place is where the run goes on.
        places.append(walk.place)
        if walk.isAtBlank {
          walk.advance()
        } else if style == .doubleQuoted, walk.isAtEscape {
          walk.advanceOverEscape()
        }
      default:
        while walk.isAtBlank { walk.advance() }
        if style == .doubleQuoted { walk.skipEscapedBreaks() }
        places.append(walk.place)
        switch style {
        case .doubleQuoted: walk.advanceOverEscape()
        case .singleQuoted where character == "'":
          walk.advance()
          walk.advance()
        default: walk.advance()
        }
      }
    }
    places.append(walk.place)
    return .table(places)
  }
}

/// Where the characters of a scalar's text stand.
public enum ScalarPlaces: Sendable {
  /// One after the other on one line.
  case run(line: Int, column: Int, end: SourcePlace)
  /// Each by itself, the end last.
  case table([SourcePlace])

  /// The place of the characters from `start` up to `end`, counted in Unicode scalars from the text's start.
  ///
  /// - Parameters:
  ///   - start: the first character.
  ///   - end: the character after the last.
  /// - Returns: their place; the part on the first line where they stand on several.
  public func place(from start: Int, to end: Int) -> SourcePlace {
    switch self {
    case .run(let line, let column, _):
      return SourcePlace(line: line, column: column + start, length: end - start)
    case .table(let places):
      guard let last = places.last else { return SourcePlace(line: 1, column: 1) }
      let first = start < places.count ? places[start] : last
      var length = 1
      if end > start, end - 1 < places.count, places[end - 1].line == first.line {
        length = places[end - 1].column - first.column + 1
      }
      return SourcePlace(line: first.line, column: first.column, length: length)
    }
  }
}

/// A walk over a scalar's bytes that keeps line and column.
private struct SourceWalk {
  private let bytes: ArraySlice<UInt8>
  private var index: Int
  private var line: Int
  private var column: Int

  init(_ bytes: ArraySlice<UInt8>, line: Int, column: Int) {
    self.bytes = bytes
    index = bytes.startIndex
    self.line = line
    self.column = column
  }

  var place: SourcePlace { SourcePlace(line: line, column: column) }

  private var byte: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

  var isAtBlank: Bool { byte == 0x20 || byte == 0x09 || byte == 0x0a || byte == 0x0d }

  /// Whether an escape begins here that stands for a character.
  var isAtEscape: Bool {
    byte == UInt8(ascii: "\\") && index + 1 < bytes.endIndex && bytes[index + 1] != 0x0a
      && bytes[index + 1] != 0x0d
  }

  private var isAtBreak: Bool { byte == 0x0a || byte == 0x0d }

  mutating func advance() {
    guard let first = byte else { return }
    index += 1
    if first == 0x0a || (first == 0x0d && byte != 0x0a) {
      line += 1
      column = 1
      return
    }
    while let next = byte, next & 0xc0 == 0x80 { index += 1 }
    if first != 0x0d { column += 1 }
  }

  mutating func skipLine() {
    while byte != nil, !isAtBreak { advance() }
    while isAtBreak, index < bytes.endIndex {
      let before = line
      advance()
      if line != before { break }
    }
  }

  /// Over `\` at the end of a line, which joins it to the next.
  mutating func skipEscapedBreaks() {
    while byte == UInt8(ascii: "\\"), index + 1 < bytes.endIndex,
      bytes[index + 1] == 0x0a || bytes[index + 1] == 0x0d
    {
      advance()
      while isAtBlank { advance() }
    }
  }

  /// Over one character or one escape such as `\n`, `\x41` or `\u2014`.
  mutating func advanceOverEscape() {
    guard byte == UInt8(ascii: "\\") else { return advance() }
    advance()
    let digits =
      switch byte {
      case UInt8(ascii: "x"): 2
      case UInt8(ascii: "u"): 4
      case UInt8(ascii: "U"): 8
      default: 0
      }
    for _ in 0...digits { advance() }
  }
}
