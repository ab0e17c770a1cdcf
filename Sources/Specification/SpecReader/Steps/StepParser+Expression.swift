import Diagnostics
import DriverSpec

extension StepParser {
  /// The expression that a scalar says, alone.
  static func expression(_ scalar: YAMLScalar) throws(Failure) -> Located<Expression> {
    var parser = try StepParser(scalar, .none)
    let expression = try parser.expression()
    try parser.expectEnd("the expression")
    return expression
  }

  /// `+` `-` `|` bind least, `*` `/` `%` `&` more, `<<` `>>` most, as in Swift.
  mutating func expression() throws(Failure) -> Located<Expression> {
    if nesting == 0 { operatorCount = 0 }
    return try sum()
  }

  private mutating func sum() throws(Failure) -> Located<Expression> {
    let start = token.start
    var left = try product()
    while true {
      let name: Expression.Operator
      switch token.kind {
      case .sign(.plus): name = .add
      case .sign(.minus): name = .subtract
      case .sign(.or): name = .or
      default: return left
      }
      try countOperator()
      left = Located(.binary(name, left, try product()), at: place(from: start))
    }
  }

  private mutating func product() throws(Failure) -> Located<Expression> {
    let start = token.start
    var left = try shift()
    while true {
      let name: Expression.Operator
      switch token.kind {
      case .sign(.times): name = .multiply
      case .sign(.divide): name = .divide
      case .sign(.remainder): name = .remainder
      case .sign(.and): name = .and
      default: return left
      }
      try countOperator()
      left = Located(.binary(name, left, try shift()), at: place(from: start))
    }
  }

  private mutating func shift() throws(Failure) -> Located<Expression> {
    let start = token.start
    let left = try primary()
    guard let name = shiftOperator else { return left }
    try countOperator()
    let shifted = Located(Expression.binary(name, left, try primary()), at: place(from: start))
    guard shiftOperator == nil else {
      throw failure("a second shift needs parentheses", fix: "write `(a << b) << c`")
    }
    return shifted
  }

  private var shiftOperator: Expression.Operator? {
    switch token.kind {
    case .sign(.shiftLeft): .shiftLeft
    case .sign(.shiftRight): .shiftRight
    default: nil
    }
  }

  private mutating func primary() throws(Failure) -> Located<Expression> {
    let start = token.start
    switch token.kind {
    case .name:
      let name = try name("a value")
      guard token.kind != .sign(.dot) else {
        throw failure(
          "a register is no value",
          fix: "read it first: `let \(name.value.lowercased()) = read \(name.value)…`")
      }
      return Located(.name(name), at: name.place)
    case .number:
      let value = try number("a value")
      return Located(.literal(value), at: place(from: start))
    case .sign(.openParenthesis):
      try enter()
      let inner = try expression()
      nesting -= 1
      try expect(.closeParenthesis)
      return Located(inner.value, at: place(from: start))
    case .sign(.minus):
      throw failure("values are never negative", fix: "write the subtraction as `a - b`")
    default:
      throw failure("a value is expected here, and this is \(found)")
    }
  }

  /// Over an opening parenthesis or bracket.
  mutating func enter() throws(Failure) {
    guard nesting < Self.maximumNesting else {
      throw failure("parentheses are nested more than \(Self.maximumNesting) deep")
    }
    position += 1
    nesting += 1
  }

  private mutating func countOperator() throws(Failure) {
    operatorCount += 1
    guard operatorCount <= Self.maximumOperators else {
      throw failure(
        "the expression has more than \(Self.maximumOperators) operators", fix: "name parts of it with `let`")
    }
    position += 1
  }
}
