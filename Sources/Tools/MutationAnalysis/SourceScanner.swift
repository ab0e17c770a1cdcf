/// Cuts a text into numbers, words and symbols, with their places.
struct SourceScanner {
  private let bytes: [UInt8]
  private(set) var position = 0
  private var line = 1
  private var lineStart = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The byte at the position, or one after it; `nil` behind the end.
  func peek(_ distance: Int = 0) -> UInt8? {
    position + distance < bytes.count ? bytes[position + distance] : nil
  }

  /// Whether nothing but blanks stands before the position on its line.
  var isFirstOfLine: Bool { bytes[lineStart..<position].allSatisfy { $0 == 0x20 } }

  /// Steps over a byte.
  mutating func skip() {
    guard position < bytes.count else { return }
    if bytes[position] == 0x0a {
      line += 1
      lineStart = position + 1
    }
    position += 1
  }

  /// Steps over everything up to a byte that ends it, which stays.
  mutating func skip(until isEnd: (UInt8) -> Bool) {
    while let byte = peek(), !isEnd(byte) { skip() }
  }

  /// Steps over a quoted string, its quotes included.
  mutating func skipQuoted(escape: UInt8?) {
    guard let quote = peek() else { return }
    skip()
    while let byte = peek(), byte != quote {
      if byte == escape { skip() }
      skip()
    }
    skip()
  }

  /// A word or a number that begins here; a number ends where no digit, letter or underscore follows.
  ///
  /// - Parameter takesHyphens: whether `-` between letters is part of a word.
  /// - Returns: the token, which may be empty where neither begins.
  mutating func token(takesHyphens: Bool) -> SourceToken {
    let start = position
    let (firstLine, column) = (line, position - lineStart + 1)
    let isNumber = peek().map(Self.isDigit) ?? false
    while let byte = peek() {
      let isHyphen =
        takesHyphens && !isNumber && byte == UInt8(ascii: "-") && (peek(1).map(Self.isWord) ?? false)
      guard Self.isWord(byte) || isHyphen else { break }
      skip()
    }
    return SourceToken(
      kind: isNumber ? .number : .word, text: String(decoding: bytes[start..<position], as: UTF8.self),
      range: start..<position, line: firstLine, column: column)
  }

  /// The longest of some symbols that begins here.
  mutating func symbol(of symbols: [String]) -> SourceToken? {
    let (firstLine, column) = (line, position - lineStart + 1)
    guard
      let text = symbols.filter({ bytes[position...].starts(with: Array($0.utf8)) }).max(by: {
        $0.utf8.count < $1.utf8.count
      })
    else { return nil }
    let start = position
    for _ in text.utf8 { skip() }
    return SourceToken(
      kind: .symbol, text: text, range: start..<position, line: firstLine, column: column)
  }

  static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): true
    default: isDigit(byte)
    }
  }
}
