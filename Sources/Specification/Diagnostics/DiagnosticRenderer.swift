/// Diagnostics as text for people and editors: `path:line:column: error: message [code]`.
public struct DiagnosticRenderer: Sendable {
  /// How much is shown.
  public struct Style: Sendable {
    /// Quote the source line and point at the place with a caret.
    public var quotesSource: Bool
    /// Colour with terminal escape sequences.
    public var usesColour: Bool

    /// Takes each part as it is.
    public init(quotesSource: Bool, usesColour: Bool) {
      self.quotesSource = quotesSource
      self.usesColour = usesColour
    }

    /// For logs and editors: lines that begin with a path, and `fix:` lines.
    public static let plain = Style(quotesSource: false, usesColour: false)
    /// For a person at a terminal.
    public static let terminal = Style(quotesSource: true, usesColour: true)
  }

  /// The most characters of a source line that are shown.
  static let maximumLineLength = 120

  private let source: SourceText
  private let style: Style

  /// A renderer for the diagnostics of one file.
  public init(source: SourceText, style: Style) {
    self.source = source
    self.style = style
  }

  /// The diagnostics one after the other, each line ended by a line break.
  ///
  /// - Parameters:
  ///   - diagnostics: in the order in which they are shown.
  ///   - omittedCount: how many more there were, said at the end.
  /// - Returns: the text, empty where there is nothing to say.
  public func text(_ diagnostics: [Diagnostic], omittedCount: Int = 0) -> String {
    var text = ""
    for diagnostic in diagnostics {
      text += head(
        at: diagnostic.place, diagnostic.severity.rawValue, diagnostic.severity == .error ? .red : .magenta,
        "\(diagnostic.message) [\(diagnostic.code.rawValue)]")
      text += quotation(of: diagnostic.place)
      for note in diagnostic.notes {
        text += head(at: note.place, "note", .cyan, note.message)
        text += quotation(of: note.place)
      }
      if let fix = diagnostic.fix {
        text += "\(painted("fix:", .green)) \(fix.withVisibleControls)\n"
      }
    }
    if omittedCount > 0 {
      text += "\(source.path): \(omittedCount) more diagnostics are not shown\n"
    }
    return text
  }

  private func head(at place: SourcePlace, _ kind: String, _ colour: Colour, _ message: String) -> String {
    let where_ = painted("\(source.path):\(place.line):\(place.column):", .bold)
    return "\(where_) \(painted("\(kind):", colour)) \(message.withVisibleControls)\n"
  }

  private func quotation(of place: SourcePlace) -> String {
    guard style.quotesSource, let line = source.line(place.line) else { return "" }
    let characters = Array(line.unicodeScalars)
    let caret = min(max(0, place.column - 1), characters.count)
    // A long line is shown from a little before the place.
    let limit = Self.maximumLineLength
    let start = characters.count <= limit ? 0 : max(0, min(caret - limit / 3, characters.count - limit))
    let shown = characters[start..<min(characters.count, start + limit)]
    let marked = max(1, min(place.length, shown.endIndex - caret))
    let number = "\(place.line)"
    let gutter = String(repeating: " ", count: max(0, 5 - number.utf8.count))
    let blank = String(repeating: " ", count: max(5, number.utf8.count))
    let prefix = start > 0 ? "…" : ""
    let suffix = shown.endIndex < characters.count ? "…" : ""
    var text = "\(gutter)\(number) | \(prefix)"
    for character in shown { text += character.shown }
    text += "\(suffix)\n\(blank) | \(start > 0 ? " " : "")"
    for character in shown[..<caret] {
      text += character == "\t" ? "\t" : String(repeating: " ", count: character.shown.unicodeScalars.count)
    }
    text += painted("^" + String(repeating: "~", count: marked - 1), .green) + "\n"
    return text
  }

  private enum Colour: String {
    case bold = "1"
    case red = "1;31"
    case green = "1;32"
    case magenta = "1;35"
    case cyan = "1;36"
  }

  private func painted(_ text: String, _ colour: Colour) -> String {
    style.usesColour ? "\u{1b}[\(colour.rawValue)m\(text)\u{1b}[0m" : text
  }
}

extension String {
  /// The text with every control character spelled out, so that a file cannot write to the terminal.
  var withVisibleControls: String {
    var text = ""
    for character in unicodeScalars { text += character == "\t" ? "\\u{9}" : character.shown }
    return text
  }
}

extension Unicode.Scalar {
  /// Itself, or its number where it would move the cursor or turn the text around.
  fileprivate var shown: String {
    switch value {
    case 0x09: "\t"
    case 0..<0x20, 0x7f..<0xa0, 0x200b...0x200f, 0x2028...0x202e, 0x2066...0x2069, 0xfeff:
      "\\u{\(String(value, radix: 16))}"
    default: String(Character(self))
    }
  }
}
