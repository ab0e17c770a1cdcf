extension String {
  /// The most characters of a name that a message shows.
  static let maximumQuotedLength = 48

  /// The text in backticks, as messages name things; a long one is cut.
  public var quoted: String {
    var shown = String.UnicodeScalarView()
    var rest = unicodeScalars[...]
    while shown.count < Self.maximumQuotedLength, let character = rest.popFirst() { shown.append(character) }
    return "`\(String(shown))\(rest.isEmpty ? "" : "…")`"
  }
}
