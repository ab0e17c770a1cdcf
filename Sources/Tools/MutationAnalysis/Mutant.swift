/// A source text with one token changed.
public struct Mutant: Sendable, Hashable {
  /// What kind of token it is.
  public enum Kind: String, Sendable, CaseIterable {
    /// One digit of a number: another in its place, left out, or written twice.
    case digit
    /// A declared name: another of the same kind in its place.
    case name
    /// A word out of a few that may stand there, such as an access.
    case word
    /// An operator.
    case `operator`
  }

  /// What was changed.
  public let kind: Kind
  /// Which bytes of the text.
  public let range: Range<Int>
  /// What stands there now.
  public let replacement: String
  /// What stood there.
  public let original: String
  /// The line of the token, from 1.
  public let line: Int
  /// The token's column in bytes, from 1.
  public let column: Int

  /// The name of the mutant in reports, the same in every run: `44:12 0x48 -> 0x58`.
  public var name: String { "\(line):\(column) \(original) -> \(replacement)" }

  /// The changed text.
  ///
  /// - Parameter source: the text that it was made of.
  /// - Returns: the bytes with the token replaced.
  public func text(of source: [UInt8]) -> [UInt8] {
    Array(source[..<range.lowerBound]) + Array(replacement.utf8) + Array(source[range.upperBound...])
  }
}

/// The tokens of a text as mutants are made of them.
struct SourceToken {
  enum Kind { case number, word, symbol }
  var kind: Kind
  var text: String
  var range: Range<Int>
  var line: Int
  var column: Int

  /// The mutants that another text in its place gives.
  func replaced(by texts: [String], _ kind: Mutant.Kind) -> [Mutant] {
    var seen: Set<String> = [text]
    return texts.compactMap { other in
      guard seen.insert(other).inserted else { return nil }
      return Mutant(
        kind: kind, range: range, replacement: other, original: text, line: line, column: column)
    }
  }

  /// Every digit of a number replaced by the next, left out, and written twice.
  var digitMutants: [Mutant] {
    let characters = Array(text)
    let isHexadecimal = text.hasPrefix("0x") || text.hasPrefix("0X")
    let isBinary = text.hasPrefix("0b")
    let start = isHexadecimal || isBinary ? 2 : 0
    let digits = Array(isHexadecimal ? "0123456789abcdef" : isBinary ? "01" : "0123456789")
    var texts: [String] = []
    for index in start..<max(start, characters.count) {
      let lower = Character(characters[index].lowercased())
      guard let value = digits.firstIndex(of: lower) else { continue }
      var changed = characters
      changed[index] = digits[(value + 1) % digits.count]
      texts.append(String(changed))
      changed = characters
      changed.remove(at: index)
      if changed.count > start { texts.append(String(changed)) }
      changed = characters
      changed.insert(characters[index], at: index)
      texts.append(String(changed))
    }
    return replaced(by: texts, .digit)
  }
}

/// Words that may stand in each other's place.
struct Exchange {
  var groups: [[String]]

  /// The others of a word's group, in order; none where it is in none.
  func others(of word: String) -> [String] {
    groups.first { $0.contains(word) }?.filter { $0 != word } ?? []
  }
}
