import Diagnostics
import DriverSpec

extension StepParser {
  /// The step that a scalar says.
  static func step(
    _ scalar: YAMLScalar, _ registers: DeclaredRegisters = .none
  ) throws(Failure) -> Located<Sequence.Step> {
    var parser = try StepParser(scalar, registers)
    let step = try parser.step()
    try parser.expectEnd()
    return Located(step, at: scalar.place)
  }

  /// The words that begin a step.
  static let words = [
    "let", "require", "await", "read", "hook", "do", "delay", "barrier", "if", "repeat", "while",
  ]

  private mutating func step() throws(Failure) -> Sequence.Step {
    // A register may be called as a step begins; then `=`, `.`, `[` or `with` follows.
    if case .name(let word) = token.kind, !nextIsTarget {
      switch word {
      case "let": return try bindStep()
      case "require": return try requireStep()
      case "await": return try awaitStep()
      case "read":
        position += 1
        return .read(register: try registerReference())
      case "hook":
        position += 1
        return .hook(name: try name("a hook"))
      case "do": return try callStep()
      case "delay":
        position += 1
        let time = try duration("how long to wait", orPolls: false)
        return .delay(nanoseconds: Located(time.nanoseconds ?? 0, at: time.place))
      case "barrier" where next.kind == .end:
        position += 1
        return .barrier
      case "if", "repeat", "while":
        throw failure(
          "\(word.quoted) has no steps below it", fix: "end the line with `:` and write its steps below it")
      default: break
      }
    }
    return try writeStep()
  }

  private var nextIsTarget: Bool {
    switch next.kind {
    case .sign(.assign), .sign(.dot), .sign(.openBracket): true
    case .name("with"): true
    default: false
    }
  }

  private mutating func bindStep() throws(Failure) -> Sequence.Step {
    position += 1
    let name = try name("a name")
    try expect(.assign)
    if token.kind == .name("read"), case .name = next.kind {
      position += 1
      switch try target() {
      case .register(let register): return .bindRead(name: name, source: .register(register))
      case .field(let field): return .bindRead(name: name, source: .field(field))
      }
    }
    return .bind(name: name, value: try expression())
  }

  private mutating func requireStep() throws(Failure) -> Sequence.Step {
    position += 1
    let value = try expression()
    try expect(word: "in", fix: "write `require VALUE in 1...100`")
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
    let comparison = try comparison(
      Sequence.Comparison.allCases, fix: "write `await REGISTER.FIELD == 0 within 10 ms`")
    let value = try expression()
    var bound: Located<Sequence.Bound>?
    if take(word: "within") {
      let time = try duration("how long the wait may take", orPolls: true)
      bound = Located(time.nanoseconds.map { .time(nanoseconds: $0) } ?? .polls(time.count), at: time.place)
    }
    return .await(field: field, comparison: comparison, value: value, bound: bound)
  }

  private mutating func callStep() throws(Failure) -> Sequence.Step {
    position += 1
    let sequence = try name("a sequence")
    var arguments: [Sequence.Argument] = []
    if take(.openParenthesis), !take(.closeParenthesis) {
      repeat {
        let name = try name("a parameter of \(sequence.value.quoted)")
        try expect(.assign, fix: "write `\(name.value) = 1`")
        arguments.append(.init(name: name, value: try expression()))
      } while take(.comma)
      try expect(.closeParenthesis)
    }
    return .call(sequence: sequence, arguments: arguments)
  }

  // MARK: Writing

  private mutating func writeStep() throws(Failure) -> Sequence.Step {
    guard case .name(let word) = token.kind else {
      throw failure("a step begins with a register or a word such as `await`, and this is \(found)")
    }
    switch try target() {
    case .field(let field):
      guard token.kind != .sign(.isEqual) else {
        throw failure("`==` compares and does not write", fix: "write `=`, or begin the step with `await`")
      }
      try expect(.assign)
      return .modify(register: field.register, fields: [.init(field: field.field, value: try expression())])
    case .register(let register): return try writeStep(register, word)
    }
  }

  private mutating func writeStep(
    _ register: RegisterReference, _ word: String
  ) throws(Failure) -> Sequence.Step {
    if take(word: "with") { return .modify(register: register, fields: try fields(of: register)) }
    guard take(.assign) else {
      throw failure(
        "`=`, `.` or `with` is expected after \(register.name.quoted), and this is \(found)",
        fix: Suggestion.nearest(to: word, among: Self.words).map { "did you mean \($0.quoted)?" })
    }
    if token.kind == .sign(.openBrace) {
      return .writeFields(register: register, from: .unsaid, fields: try fields(of: register))
    }
    if next.kind == .sign(.openBrace) {
      if take(word: "zero") {
        return .writeFields(register: register, from: .zero, fields: try fields(of: register))
      }
      if take(word: "reset") {
        return .writeFields(register: register, from: .reset, fields: try fields(of: register))
      }
      throw failure(
        "`zero` or `reset` is expected before the braces, and this is \(found)",
        fix: "write what the fields that are not named become: `\(register.name) = zero {…}`")
    }
    return .write(register: register, value: try expression())
  }

  private mutating func fields(of register: RegisterReference) throws(Failure) -> [Sequence.FieldValue] {
    try expect(.openBrace, fix: "write the fields as `{A = 1, B = 0}`")
    var fields: [Sequence.FieldValue] = []
    repeat {
      guard token.kind != .sign(.closeBrace) else {
        throw failure(
          fields.isEmpty ? "the braces name no field" : "a field is expected after `,`",
          fix: fields.isEmpty ? "write `\(register.name) = 0`, or name a field" : "delete the `,`")
      }
      let field = try name("a field")
      try expect(.assign, fix: "write `\(field.value) = 1`")
      fields.append(.init(field: field, value: try expression()))
    } while take(.comma)
    try expect(.closeBrace)
    return fields
  }

  // MARK: Steps with steps below them

  /// What stands before the `:` of a step that has others below it.
  enum Head {
    case branch(Sequence.Condition)
    case loop(count: Located<UInt64>, name: Located<String>?)
    case whileLoop(Sequence.Condition, limit: Located<UInt64>?)
    case otherwise
  }

  /// The most rounds of a loop.
  static let maximumRounds: UInt64 = 65_536

  /// Reads `if FR.BUSY == 1`, `repeat 8 as i`, `while LSR.DR == 1 at most 16 times` or `else`.
  static func head(_ scalar: YAMLScalar, _ registers: DeclaredRegisters) throws(Failure) -> Head? {
    var parser = try StepParser(scalar, registers)
    guard case .name(let word) = parser.token.kind else { return nil }
    let head: Head
    switch word {
    case "if":
      parser.position += 1
      head = .branch(try parser.condition())
    case "repeat":
      parser.position += 1
      let count = try parser.number("how often", from: 1, to: maximumRounds)
      _ = parser.take(word: "times")
      head = .loop(count: count, name: parser.take(word: "as") ? try parser.name("a name") : nil)
    case "while":
      parser.position += 1
      let condition = try parser.condition()
      var limit: Located<UInt64>?
      if parser.take(word: "at") {
        try parser.expect(word: "most", fix: "write `at most 16 times`")
        limit = try parser.number("how often, at most,", from: 1, to: maximumRounds)
        try parser.expect(word: "times", fix: "write `at most 16 times`")
      }
      head = .whileLoop(condition, limit: limit)
    case "else" where parser.next.kind == .end:
      parser.position += 1
      head = .otherwise
    default: return nil
    }
    try parser.expectEnd()
    return head
  }
}
