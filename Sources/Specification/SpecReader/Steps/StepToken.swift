/// A word, number or sign of a step, and which characters of the text it covers.
struct StepToken: Equatable {
  var kind: Kind
  /// Characters (Unicode scalars) from the step's start.
  var start: Int
  var end: Int

  enum Kind: Equatable {
    /// A letter or `_`, then letters, digits, `_`, and `-` between them: `baud-rate`.
    case name(String)
    /// As it is written; begins with a digit.
    case number(String)
    case sign(Sign)
    case end
  }

  enum Sign: String, CaseIterable {
    case dots = "..."
    case isEqual = "=="
    case isNotEqual = "!="
    case shiftLeft = "<<"
    case shiftRight = ">>"
    case assign = "="
    case dot = "."
    case comma = ","
    case openBrace = "{"
    case closeBrace = "}"
    case openParenthesis = "("
    case closeParenthesis = ")"
    case openBracket = "["
    case closeBracket = "]"
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divide = "/"
    case remainder = "%"
    case and = "&"
    case or = "|"
  }
}
