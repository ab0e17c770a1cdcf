import Diagnostics

/// libyaml's complaints in words that say what to do.
enum YAMLProblem {
  struct Explanation {
    var code = DiagnosticCode.yamlSyntax
    var message: String
    /// What stood open when it happened, and belongs to the place where that began.
    var context: String?
    var fix: String?
  }

  /// What a failure means.
  ///
  /// - Parameters:
  ///   - failure: libyaml's words.
  ///   - byte: the byte at the failure's place.
  /// - Returns: what to tell the author.
  static func explanation(of failure: YAMLFailure, at byte: UInt8?) -> Explanation {
    let context = failure.context.flatMap { contexts[$0] ?? $0 }
    if let (message, fix) = feature(of: failure, at: byte) {
      return Explanation(code: .yamlFeature, message: message, context: nil, fix: fix)
    }
    if let (message, fix) = messages[failure.problem] {
      return Explanation(message: message, context: context, fix: fix)
    }
    if failure.problem == "found character that cannot start any token", let byte {
      if byte == 0x09 {
        return Explanation(
          message: "a tab cannot indent", context: nil, fix: "indent with spaces")
      }
      let character = String(Character(Unicode.Scalar(byte)))
      return Explanation(
        message: "\(character == "`" ? "a backtick" : "`\(character)`") cannot begin a value without quotes",
        context: nil, fix: "put the value into quotes")
    }
    return Explanation(message: failure.problem, context: context, fix: nil)
  }

  private static let messages: [String: (String, String?)] = [
    "mapping values are not allowed in this context": (
      "a `:` cannot stand here", "put text that holds `: ` into quotes, or check the indentation"
    ),
    "mapping keys are not allowed in this context": ("a key cannot stand here", "check the indentation"),
    "block sequence entries are not allowed in this context": (
      "a list item (`-`) cannot stand here", "begin the list on a line of its own, or check the indentation"
    ),
    "could not find expected ':'": (
      "this line is no `key: value`", "add the `:`, or check the indentation"
    ),
    "did not find expected key": (
      "a key is expected here",
      "check the indentation, and put text that begins with a quote wholly into quotes"
    ),
    "did not find expected '-' indicator": (
      "a list item (`-`) is expected here", "check the indentation"
    ),
    "did not find expected ',' or ']'": ("`,` or `]` is expected here", nil),
    "did not find expected ',' or '}'": ("`,` or `}` is expected here", nil),
    "did not find expected node content": ("a value is expected here", nil),
    "found unexpected end of stream": ("the file ends inside quotes", "close them"),
    "found a tab character where an indentation space is expected": (
      "a tab cannot indent", "indent with spaces"
    ),
    "found a tab character that violates indentation": ("a tab cannot indent", "indent with spaces"),
    "found unknown escape character": (
      "this escape is unknown", "write `\\\\` for a backslash, or use single quotes"
    ),
  ]

  /// The part of YAML that libyaml stumbles over, where it is one that has no use here anyway.
  private static func feature(of failure: YAMLFailure, at byte: UInt8?) -> (message: String, fix: String)? {
    if failure.context?.contains("directive") == true || failure.problem == "found incompatible YAML document"
    {
      return ("a directive (`%`) has no use here", "delete the line")
    }
    switch (failure.problem, byte.map { Unicode.Scalar($0) }) {
    case ("found undefined tag handle", _):
      return ("a tag (`!`) has no use here", "put the text into quotes")
    case ("found unexpected ':'", _):
      return ("a key without a value, in braces, has no use here", "write its value, or delete it")
    case ("did not find expected ',' or '}'", ":"), ("did not find expected ',' or ']'", ":"):
      return ("a `:` on another line than its key has no use here", "write it behind the key")
    case ("did not find expected key", ":"):
      return ("an empty key has no use here", "give the key a name")
    case ("did not find expected node content", "."):
      return ("a document's end (`...`) has no use here", "delete the line")
    case ("did not find expected <document start>", _):
      return (
        "a second value at the left margin has no use here", "a file holds one mapping; check the indentation"
      )
    default: return nil
    }
  }

  private static let contexts: [String: String?] = [
    "while scanning a simple key": "the line begins here",
    "while parsing a block mapping": "the mapping begins here",
    "while parsing a block collection": "the list begins here",
    "while parsing a flow sequence": "the list begins here",
    "while parsing a flow mapping": "the mapping begins here",
    "while scanning a quoted scalar": "the quotes open here",
    "while scanning a block scalar": "the text begins here",
    "while scanning a plain scalar": "the text begins here",
    "while parsing a block node": nil,
    "while parsing a flow node": nil,
    "while parsing a node": nil,
    "while scanning for the next token": nil,
  ]
}
