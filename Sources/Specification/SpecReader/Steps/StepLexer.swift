/// Cuts a step into tokens.
struct StepLexer {
  /// A character that no step uses.
  struct Failure: Error {
    var character: String
    var index: Int
  }

  /// The most characters of a step.
  static let maximumLength = 1_000

  /// The tokens of a step, closed by an `end`.
  static func tokens(of text: String) throws(Failure) -> [StepToken] {
    let characters = Array(text.unicodeScalars)
    var tokens: [StepToken] = []
    var index = 0
    while index < characters.count {
      let character = characters[index]
      if character == " " || character == "\t" || character == "\n" {
        index += 1
        continue
      }
      let start = index
      if isNameStart(character) {
        index = endOfName(in: characters, from: start)
        tokens.append(StepToken(kind: .name(string(characters[start..<index])), start: start, end: index))
      } else if isDigit(character) {
        while index < characters.count, isNamePart(characters[index]) { index += 1 }
        tokens.append(StepToken(kind: .number(string(characters[start..<index])), start: start, end: index))
      } else if let sign = sign(in: characters, at: start) {
        index += sign.rawValue.unicodeScalars.count
        tokens.append(StepToken(kind: .sign(sign), start: start, end: index))
      } else {
        throw Failure(character: string(characters[start...start]), index: start)
      }
    }
    tokens.append(StepToken(kind: .end, start: characters.count, end: characters.count))
    return tokens
  }

  private static func endOfName(in characters: [Unicode.Scalar], from start: Int) -> Int {
    var index = start
    while index < characters.count {
      if isNamePart(characters[index]) {
        index += 1
      } else if characters[index] == "-", index + 1 < characters.count, isNamePart(characters[index + 1]) {
        // A hyphen with letters on both sides belongs to the name; subtraction has blanks around it.
        index += 2
      } else {
        break
      }
    }
    return index
  }

  private static func sign(in characters: [Unicode.Scalar], at start: Int) -> StepToken.Sign? {
    StepToken.Sign.allCases.first { sign in
      characters[start...].starts(with: sign.rawValue.unicodeScalars)
    }
  }

  private static func isNameStart(_ character: Unicode.Scalar) -> Bool {
    switch character {
    case "a"..."z", "A"..."Z", "_": true
    default: false
    }
  }

  private static func isDigit(_ character: Unicode.Scalar) -> Bool { ("0"..."9").contains(character) }

  private static func isNamePart(_ character: Unicode.Scalar) -> Bool {
    isNameStart(character) || isDigit(character)
  }

  private static func string(_ characters: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: characters)
    return String(text)
  }
}
