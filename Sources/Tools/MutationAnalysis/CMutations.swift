/// Every single-token mutation of a C file, by the same rules as those of a spec.
///
/// Numbers, identifiers that the file defines and operators are changed; comments, strings and the lines of `#include` are
/// left alone.
public struct CMutations {
  private static let operators = Exchange(groups: [
    ["==", "!=", "<", ">", "<=", ">="], ["+", "-"], ["*", "/", "%"], ["<<", ">>"],
    ["&", "|", "^", "&&", "||"],
    ["=", "|=", "&=", "+=", "-="], ["++", "--"], ["~", "!"],
  ])
  private static let symbols = [
    "<<=", ">>=", "...", "==", "!=", "<=", ">=", "<<", ">>", "&&", "||", "|=", "&=", "+=", "-=", "*=", "/=",
    "->",
    "++", "--", "<", ">", "+", "-", "*", "/", "%", "&", "|", "^", "=", "~", "!",
  ]

  /// Makes the mutants of a C file.
  ///
  /// - Parameter source: the file.
  /// - Returns: the mutants, in the order of the file.
  public static func all(of source: [UInt8]) -> [Mutant] {
    let tokens = tokens(of: source)
    let names = definedNames(tokens)
    var mutants: [Mutant] = []
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .number: mutants += token.digitMutants
      case .word:
        // A name is mistaken where it is used; where it is defined there is nothing to mistake it for.
        guard let next = names.next(after: token.text), !isDefinition(tokens, index) else { continue }
        mutants += token.replaced(by: [next], .name)
      case .symbol:
        // `*` before a name in a declaration is a type, and `&` an address; the compiler tells what remains.
        mutants += token.replaced(by: operators.others(of: token.text), .operator)
      }
    }
    return mutants
  }

  private static func tokens(of source: [UInt8]) -> [SourceToken] {
    var scanner = SourceScanner(source)
    var tokens: [SourceToken] = []
    while let byte = scanner.peek() {
      if byte == UInt8(ascii: "/"), scanner.peek(1) == UInt8(ascii: "/") {
        scanner.skip { $0 == 0x0a }
      } else if byte == UInt8(ascii: "/"), scanner.peek(1) == UInt8(ascii: "*") {
        scanner.skip()
        scanner.skip()
        while scanner.peek() != nil,
          !(scanner.peek() == UInt8(ascii: "*") && scanner.peek(1) == UInt8(ascii: "/"))
        { scanner.skip() }
        scanner.skip()
        scanner.skip()
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        scanner.skipQuoted(escape: UInt8(ascii: "\\"))
      } else if SourceScanner.isWord(byte) {
        let token = scanner.token(takesHyphens: false)
        if token.text == "include" { scanner.skip { $0 == 0x0a } } else { tokens.append(token) }
      } else if let token = scanner.symbol(of: symbols) {
        tokens.append(token)
      } else {
        scanner.skip()
      }
    }
    return tokens
  }

  /// Names behind `define`, and names of functions, variables and members: those behind a type.
  private static func definedNames(_ tokens: [SourceToken]) -> SpecMutations.Names {
    var macros: [String] = []
    var others: [String] = []
    for (index, token) in tokens.enumerated() where token.kind == .word && isDefinition(tokens, index) {
      if tokens[index - 1].text == "define" { macros.append(token.text) } else { others.append(token.text) }
    }
    return SpecMutations.Names([macros, others])
  }

  private static let types: Set<String> = [
    "define", "void", "bool", "int", "unsigned", "uint8_t", "uint32_t", "uint64_t", "size_t", "uintptr_t",
  ]

  private static func isDefinition(_ tokens: [SourceToken], _ index: Int) -> Bool {
    var before = index - 1
    while before >= 0, tokens[before].text == "*" { before -= 1 }
    guard before >= 0 else { return false }
    return types.contains(tokens[before].text)
      || (before >= 1 && tokens[before - 1].text == "struct" && tokens[index].text != tokens[before].text)
  }
}
