public import Diagnostics

/// Unsigned 64-bit arithmetic in a step.
///
/// Overflow and division by zero fail the sequence at run time.
public indirect enum Expression: Sendable, Hashable {
  case literal(UInt64)
  /// A clock (Hz), a parameter, an earlier `let`, a round of a `repeat`, or an enumerated value of the field it is written to.
  case name(Located<String>)
  case binary(Operator, Located<Expression>, Located<Expression>)

  /// The operators, with the precedence of Swift: `<<` `>>`, then `*` `/` `%` `&`, then `+` `-` `|`.
  public enum Operator: String, Sendable, CaseIterable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case remainder = "%"
    case shiftLeft = "<<"
    case shiftRight = ">>"
    case and = "&"
    case or = "|"
  }
}
