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
  ///
  /// A step is ASCII up to its first mistake, so that a byte's index is its character's.
  static func tokens(of text: String) throws(Failure) -> [StepToken] {
    let bytes = Array(text.utf8)
    let count = bytes.count
    var tokens: [StepToken] = []
    var index = 0
    while index < count {
      let byte = bytes[index]
      if byte == 0x20 || byte == 0x09 || byte == 0x0a {
        index += 1
        continue
      }
      let start = index
      let kind: StepToken.Kind
      if isDigit(byte) {
        while index < count, isNamePart(bytes[index]) { index += 1 }
        kind = .number(String(decoding: bytes[start..<index], as: UTF8.self))
      } else if isNamePart(byte) {
        index = endOfName(in: bytes, from: start)
        kind = .name(String(decoding: bytes[start..<index], as: UTF8.self))
      } else if let (sign, length) = sign(in: bytes, at: start) {
        index += length
        kind = .sign(sign)
      } else {
        let character = text.unicodeScalars.dropFirst(start).prefix(1)
        throw Failure(character: String(String.UnicodeScalarView(character)), index: start)
      }
      tokens.append(StepToken(kind: kind, start: start, end: index))
    }
    tokens.append(StepToken(kind: .end, start: count, end: count))
    return tokens
  }

  private static func endOfName(in bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      if isNamePart(bytes[index]) {
        index += 1
      } else if bytes[index] == UInt8(ascii: "-"), index + 1 < bytes.count, isNamePart(bytes[index + 1]) {
        // A hyphen with letters on both sides belongs to the name; subtraction has blanks around it.
        index += 2
      } else {
        break
      }
    }
    return index
  }

  /// The sign that begins at a byte, the longest that fits, and its length.
  private static func sign(in bytes: [UInt8], at start: Int) -> (StepToken.Sign, Int)? {
    let next = start + 1 < bytes.count ? bytes[start + 1] : 0
    switch bytes[start] {
    case UInt8(ascii: "="): return next == UInt8(ascii: "=") ? (.isEqual, 2) : (.assign, 1)
    case UInt8(ascii: "!"): return next == UInt8(ascii: "=") ? (.isNotEqual, 2) : nil
    case UInt8(ascii: "<"):
      return next == UInt8(ascii: "<")
        ? (.shiftLeft, 2) : next == UInt8(ascii: "=") ? (.lessOrEqual, 2) : (.less, 1)
    case UInt8(ascii: ">"):
      return next == UInt8(ascii: ">")
        ? (.shiftRight, 2) : next == UInt8(ascii: "=") ? (.greaterOrEqual, 2) : (.greater, 1)
    case UInt8(ascii: "["): return (.openBracket, 1)
    case UInt8(ascii: "]"): return (.closeBracket, 1)
    case UInt8(ascii: "."):
      let isRange = next == UInt8(ascii: ".") && start + 2 < bytes.count && bytes[start + 2] == next
      return isRange ? (.dots, 3) : (.dot, 1)
    case UInt8(ascii: ","): return (.comma, 1)
    case UInt8(ascii: "{"): return (.openBrace, 1)
    case UInt8(ascii: "}"): return (.closeBrace, 1)
    case UInt8(ascii: "("): return (.openParenthesis, 1)
    case UInt8(ascii: ")"): return (.closeParenthesis, 1)
    case UInt8(ascii: "+"): return (.plus, 1)
    case UInt8(ascii: "-"): return (.minus, 1)
    case UInt8(ascii: "*"): return (.times, 1)
    case UInt8(ascii: "/"): return (.divide, 1)
    case UInt8(ascii: "%"): return (.remainder, 1)
    case UInt8(ascii: "&"): return (.and, 1)
    case UInt8(ascii: "|"): return (.or, 1)
    default: return nil
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  /// A letter, digit or `_`.
  private static func isNamePart(_ byte: UInt8) -> Bool {
    let letter = byte | 0x20
    return letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z") || isDigit(byte)
      || byte == UInt8(ascii: "_")
  }
}
