import Diagnostics
import DriverSpec

/// Reads one step of a sequence.
///
/// The grammar is in docs/spec-reference.md. Reading
/// stops at the first mistake of a step: what follows it can mean anything.
struct StepParser {
  /// Why a step cannot be read, and where.
  struct Failure: Error {
    var message: String
    var place: SourcePlace
    var fix: String?
  }

  /// The most parentheses inside each other.
  static let maximumNesting = 16
  /// The most operators of one expression.
  static let maximumOperators = 64

  private let places: ScalarPlaces
  private let whole: SourcePlace
  private let tokens: [StepToken]
  private var position = 0
  private var nesting = 0
  private var operatorCount = 0

  /// The step that a scalar says.
  static func step(_ scalar: YAMLScalar) throws(Failure) -> Located<Sequence.Step> {
    var parser = try StepParser(scalar)
    let step = try parser.step()
    try parser.expectEnd()
    return Located(step, at: scalar.place)
  }

  /// The expression that a scalar says, for tests of the expressions alone.
  static func expression(_ scalar: YAMLScalar) throws(Failure) -> Located<Expression> {
    var parser = try StepParser(scalar)
    let expression = try parser.expression()
    try parser.expectEnd()
    return expression
  }

  /// `REGISTER.FIELD`, alone in a scalar.
  static func fieldReference(_ scalar: YAMLScalar) throws(Failure) -> FieldReference {
    var parser = try StepParser(scalar)
    let reference = try parser.fieldReference()
    try parser.expectEnd()
    return reference
  }

  /// `REGISTER.FIELD`, or `REGISTER.FIELD == 0`, alone in a scalar.
  static func flag(_ scalar: YAMLScalar) throws(Failure) -> SerialBinding.Flag {
    var parser = try StepParser(scalar)
    var flag = SerialBinding.Flag(field: try parser.fieldReference())
    if parser.take(.isEqual) {
      let place = parser.place(of: parser.token)
      let value = try parser.number("0 or 1")
      guard value <= 1 else {
        throw Failure(message: "a flag is 0 or 1, and this is \(value)", place: place)
      }
      flag.isSet = value == 1
    }
    try parser.expectEnd()
    return flag
  }

  private init(_ scalar: YAMLScalar) throws(Failure) {
    whole = scalar.place
    let places = scalar.characterPlaces()
    self.places = places
    guard scalar.text.unicodeScalars.count <= StepLexer.maximumLength else {
      throw Failure(message: "the step has more than \(StepLexer.maximumLength) characters", place: whole)
    }
    do {
      tokens = try StepLexer.tokens(of: scalar.text)
    } catch {
      throw Failure(
        message: "\(error.character.quoted) means nothing in a step",
        place: places.place(from: error.index, to: error.index + 1))
    }
  }

  // MARK: Tokens

  private var token: StepToken { tokens[min(position, tokens.count - 1)] }
  private var next: StepToken { tokens[min(position + 1, tokens.count - 1)] }

  private func place(of token: StepToken) -> SourcePlace { places.place(from: token.start, to: token.end) }

  private func place(from start: Int) -> SourcePlace {
    places.place(from: start, to: position > 0 ? tokens[position - 1].end : start)
  }

  private func failure(_ message: String, fix: String? = nil) -> Failure {
    Failure(message: message, place: place(of: token), fix: fix)
  }

  private var found: String {
    switch token.kind {
    case .name(let text), .number(let text): text.quoted
    case .sign(let sign): sign.rawValue.quoted
    case .end: "the end"
    }
  }

  private mutating func take(_ sign: StepToken.Sign) -> Bool {
    guard token.kind == .sign(sign) else { return false }
    position += 1
    return true
  }

  private mutating func take(word: String) -> Bool {
    guard token.kind == .name(word) else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ sign: StepToken.Sign, fix: String? = nil) throws(Failure) {
    guard take(sign) else {
      throw failure("\(sign.rawValue.quoted) is expected here, and this is \(found)", fix: fix)
    }
  }

  private func expectEnd() throws(Failure) {
    guard token.kind == .end else {
      throw failure("the step should end here, and this is \(found)")
    }
  }

  private mutating func name(_ what: String) throws(Failure) -> Located<String> {
    guard case .name(let text) = token.kind else {
      throw failure("\(what) is expected here, and this is \(found)")
    }
    let named = Located(text, at: place(of: token))
    position += 1
    return named
  }

  private mutating func number(_ what: String) throws(Failure) -> UInt64 {
    guard case .number(let text) = token.kind else {
      throw failure("\(what) is expected here, and this is \(found)")
    }
    let value: UInt64
    do {
      value = try NumberText.number(text)
    } catch {
      switch error {
      case .tooLarge: throw failure("\(text.quoted) does not fit into 64 bits")
      case .leadingZero:
        throw failure(
          "\(text.quoted) begins with a zero, which some read as octal", fix: "leave the zero out")
      case .notANumber: throw failure("\(text.quoted) is not a number", fix: numberFix(text))
      }
    }
    position += 1
    return value
  }

  private func numberFix(_ text: String) -> String {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let unit = String(text.dropFirst(digits.count))
    return Self.nanoseconds[unit] == nil && unit != "polls"
      ? "write it in decimal, as 0x… or as 0b…" : "write `\(digits) \(unit)`"
  }

  // MARK: Steps

  private mutating func step() throws(Failure) -> Sequence.Step {
    // A register may be called as a step begins; then `=`, `.` or `with` follows.
    if case .name(let word) = token.kind, !nextIsTarget {
      switch word {
      case "let": return try bindStep()
      case "require": return try requireStep()
      case "await": return try awaitStep()
      case "read":
        position += 1
        return .read(register: RegisterReference(try name("a register")))
      case "hook":
        position += 1
        return .hook(name: try name("a hook"))
      default: break
      }
    }
    return try writeStep()
  }

  private var nextIsTarget: Bool {
    switch next.kind {
    case .sign(.assign), .sign(.dot): true
    case .name("with"): true
    default: false
    }
  }

  private mutating func bindStep() throws(Failure) -> Sequence.Step {
    position += 1
    let name = try name("a name")
    try expect(.assign)
    return .bind(name: name, value: try expression())
  }

  private mutating func requireStep() throws(Failure) -> Sequence.Step {
    position += 1
    let value = try expression()
    guard take(word: "in") else {
      throw failure("`in` is expected here, and this is \(found)", fix: "write `require VALUE in 1...100`")
    }
    let start = token.start
    let low = try number("the range's least number")
    try expect(.dots, fix: "write the range as `1...100`")
    let high = try number("the range's greatest number")
    guard low <= high else {
      throw Failure(
        message: "the range is empty: \(low) is above \(high)", place: place(from: start),
        fix: "write `\(high)...\(low)`")
    }
    return .require(value: value, range: Located(low...high, at: place(from: start)))
  }

  private mutating func awaitStep() throws(Failure) -> Sequence.Step {
    position += 1
    let field = try fieldReference()
    let comparison: Located<Sequence.Comparison>
    switch token.kind {
    case .sign(.isEqual): comparison = Located(.equal, at: place(of: token))
    case .sign(.isNotEqual): comparison = Located(.notEqual, at: place(of: token))
    default:
      throw failure(
        "`==` or `!=` is expected here, and this is \(found)",
        fix: "write `await REGISTER.FIELD == 0 within 10 ms`")
    }
    position += 1
    let value = try expression()
    return .await(field: field, comparison: comparison, value: value, bound: try bound())
  }

  private static let nanoseconds: [String: UInt64] = ["us": 1_000, "ms": 1_000_000, "s": 1_000_000_000]

  private mutating func bound() throws(Failure) -> Located<Sequence.Bound>? {
    guard take(word: "within") else { return nil }
    let start = token.start
    let count = try number("how long the wait may take")
    guard case .name(let unit) = token.kind, unit == "polls" || Self.nanoseconds[unit] != nil else {
      throw failure("a unit is expected here, and this is \(found)", fix: "write `us`, `ms`, `s` or `polls`")
    }
    position += 1
    guard let factor = Self.nanoseconds[unit] else {
      return Located(.polls(count), at: place(from: start))
    }
    let (total, overflow) = count.multipliedReportingOverflow(by: factor)
    guard !overflow else {
      throw Failure(
        message: "\(count) \(unit) does not fit into 64 bits of nanoseconds", place: place(from: start))
    }
    return Located(.time(nanoseconds: total), at: place(from: start))
  }

  private mutating func writeStep() throws(Failure) -> Sequence.Step {
    guard case .name(let word) = token.kind else {
      throw failure("a step begins with a register or a word such as `await`, and this is \(found)")
    }
    let register = try name("a register")
    if take(.dot) {
      let field = try name("a field")
      guard token.kind != .sign(.isEqual) else {
        throw failure("`==` compares and does not write", fix: "write `=`, or begin the step with `await`")
      }
      try expect(.assign)
      return .modify(
        register: RegisterReference(register), fields: [.init(field: field, value: try expression())])
    }
    if take(word: "with") {
      return .modify(register: RegisterReference(register), fields: try fields(of: register))
    }
    guard take(.assign) else {
      let words = ["let", "require", "await", "read", "hook"]
      throw failure(
        "`=`, `.` or `with` is expected after \(word.quoted), and this is \(found)",
        fix: Suggestion.nearest(to: word, among: words).map { "did you mean \($0.quoted)?" })
    }
    if token.kind == .sign(.openBrace) {
      return .writeFields(
        register: RegisterReference(register), from: .unsaid, fields: try fields(of: register))
    }
    if token.kind == .name("reset"), next.kind == .sign(.openBrace) {
      position += 1
      return .writeFields(
        register: RegisterReference(register), from: .reset, fields: try fields(of: register))
    }
    return .write(register: RegisterReference(register), value: try expression())
  }

  private mutating func fields(of register: Located<String>) throws(Failure) -> [Sequence.FieldValue] {
    try expect(.openBrace, fix: "write the fields as `{A = 1, B = 0}`")
    var fields: [Sequence.FieldValue] = []
    repeat {
      guard token.kind != .sign(.closeBrace) else {
        throw failure(
          fields.isEmpty ? "the braces name no field" : "a field is expected after `,`",
          fix: fields.isEmpty ? "write `\(register.value) = 0`, or name a field" : "delete the `,`")
      }
      let field = try name("a field")
      try expect(.assign, fix: "write `\(field.value) = 1`")
      fields.append(.init(field: field, value: try expression()))
    } while take(.comma)
    try expect(.closeBrace)
    return fields
  }

  private mutating func fieldReference() throws(Failure) -> FieldReference {
    let register = try name("a register")
    try expect(.dot, fix: "write `\(register.value).FIELD`")
    return FieldReference(register: RegisterReference(register), field: try name("a field"))
  }

  // MARK: Expressions

  /// `+` `-` `|` bind least, `*` `/` `%` `&` more, `<<` `>>` most, as in Swift.
  private mutating func expression() throws(Failure) -> Located<Expression> {
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
      return Located(.name(name), at: name.place)
    case .number:
      let value = try number("a value")
      return Located(.literal(value), at: place(from: start))
    case .sign(.openParenthesis):
      guard nesting < Self.maximumNesting else {
        throw failure("parentheses are nested more than \(Self.maximumNesting) deep")
      }
      position += 1
      nesting += 1
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

  private mutating func countOperator() throws(Failure) {
    operatorCount += 1
    guard operatorCount <= Self.maximumOperators else {
      throw failure(
        "the expression has more than \(Self.maximumOperators) operators", fix: "name parts of it with `let`")
    }
    position += 1
  }
}
