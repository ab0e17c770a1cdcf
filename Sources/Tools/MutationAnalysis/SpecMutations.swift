/// Every single-token mutation of a driver spec.
///
/// Numbers, declared names, words that choose and operators are changed. Comments, quoted strings and texts for the
/// documentation are left alone, and so are the keys of the language: there is nothing to mistake them for.
public struct SpecMutations {
  /// The names of a spec by their kind, each kind in the order of the file.
  public struct Names: Sendable {
    /// Each list holds names that can stand in each other's place.
    public var lists: [[String]]

    /// Takes the lists; a name that is in several belongs to the first.
    public init(_ lists: [[String]]) { self.lists = lists }

    /// The declared name after this one of its kind, the first after the last.
    func next(after name: String) -> String? {
      guard let list = lists.first(where: { $0.contains(name) }), let index = list.firstIndex(of: name)
      else { return nil }
      let rest = list[(index + 1)...] + list[..<index]
      return rest.first { $0 != name }
    }
  }

  /// Words that may stand in each other's place.
  private static let words = Exchange(groups: [
    [
      "read-write", "read-only", "write-only", "write-once", "read-write-once", "write-1-to-clear",
      "write-1-to-set", "write-1-to-toggle", "write-0-to-clear", "write-0-to-set", "write-0-to-toggle",
    ],
    ["level", "edge"], ["true", "false"], ["little", "big"], ["zero", "reset"], ["clears", "sets"],
    ["ms", "us", "s", "polls"], ["preserve", "default"],
  ])

  /// Operators of steps and conditions.
  private static let operators = Exchange(groups: [
    ["==", "!=", "<", ">", "<=", ">="], ["+", "-"], ["*", "/", "%"], ["<<", ">>"], ["&", "|"],
  ])
  private static let symbols = [
    "==", "!=", "<=", ">=", "<<", ">>", "...", "<", ">", "+", "-", "*", "/", "%", "&", "|",
  ]

  /// Keys whose value is there for people alone.
  private static let documentation: Set<String> = [
    "summary", "manual", "section", "waive", "on-read", "unit",
  ]

  /// Makes the mutants of a spec.
  ///
  /// - Parameters:
  ///   - source: the file.
  ///   - names: what it declares.
  /// - Returns: the mutants, in the order of the file.
  public static func all(of source: [UInt8], names: Names) -> [Mutant] {
    var scanner = SourceScanner(source)
    var mutants: [Mutant] = []
    var depth = 0
    while let byte = scanner.peek() {
      switch byte {
      case UInt8(ascii: "#"): scanner.skip { $0 == 0x0a }
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        scanner.skipQuoted(escape: byte == UInt8(ascii: "\"") ? UInt8(ascii: "\\") : nil)
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        scanner.skip()
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        scanner.skip()
      case _ where SourceScanner.isWord(byte):
        let token = scanner.token(takesHyphens: true)
        let isKey = scanner.peek() == UInt8(ascii: ":") && [0x20, 0x0a, nil].contains(scanner.peek(1))
        if isKey, documentation.contains(token.text) {
          scanner.skip()
          skipText(&scanner, inFlow: depth > 0)
          if depth == 0 { skipLines(&scanner, deeperThan: token.column - 1) }
        } else {
          mutants += self.mutants(of: token, names, isKey: isKey)
        }
      default:
        // The hyphen of a list item is no operator.
        let isItem = byte == UInt8(ascii: "-") && scanner.isFirstOfLine
        guard !isItem, let token = scanner.symbol(of: symbols) else {
          scanner.skip()
          continue
        }
        mutants += token.replaced(by: operators.others(of: token.text), .operator)
      }
    }
    return mutants
  }

  private static func mutants(of token: SourceToken, _ names: Names, isKey: Bool) -> [Mutant] {
    if token.kind == .number { return token.digitMutants }
    if let next = names.next(after: token.text) { return token.replaced(by: [next], .name) }
    return isKey ? [] : token.replaced(by: words.others(of: token.text), .word)
  }

  /// Steps over a text that nobody but people reads.
  private static func skipText(_ scanner: inout SourceScanner, inFlow: Bool) {
    while scanner.peek() == 0x20 { scanner.skip() }
    var depth = 0
    while let byte = scanner.peek(), byte != 0x0a {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        scanner.skipQuoted(escape: byte == UInt8(ascii: "\"") ? UInt8(ascii: "\\") : nil)
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0, inFlow { return }
        depth -= 1
      case UInt8(ascii: ","): if depth == 0, inFlow { return }
      default: break
      }
      scanner.skip()
    }
  }

  /// Steps over the lines below a key that belong to it: `waive` has its reasons there.
  private static func skipLines(_ scanner: inout SourceScanner, deeperThan indentation: Int) {
    while scanner.peek() == 0x0a {
      var next = 1
      while scanner.peek(next) == 0x20 { next += 1 }
      let isBlank = scanner.peek(next) == 0x0a
      guard scanner.peek(next) != nil, isBlank || next - 1 > indentation else { return }
      scanner.skip()
      scanner.skip { $0 == 0x0a }
    }
  }
}
