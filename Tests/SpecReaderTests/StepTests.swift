import Diagnostics
import DriverSpec
import Testing

@testable import SpecReader

/// The step grammar.
@Suite struct StepTests {
  private func step(_ text: String) throws -> Sequence.Step {
    try StepParser.step(YAMLScalar(text, at: SourcePlace(line: 1, column: 1))).value
  }

  /// A step as the grammar would have it written, everything in parentheses.
  private func written(_ text: String) -> String {
    do {
      return try step(text).written
    } catch {
      return "error: \((error as? StepParser.Failure)?.message ?? "\(error)")"
    }
  }

  @Test(arguments: [
    ("CR = 0x301", "CR = 769"), ("CR=0b11", "CR = 3"), ("CR = 1_000", "CR = 1000"),
    ("CR = {A = 1, B = two}", "CR = unsaid {A = 1, B = two}"), ("CR = reset {A = 1}", "CR = reset {A = 1}"),
    ("CR = reset", "CR = reset"), ("CR.A = 1", "CR with {A = 1}"),
    ("CR with {A = 1, B = 0}", "CR with {A = 1, B = 0}"),
    ("read DR", "read DR"), ("read = 1", "read = 1"), ("let.X = 1", "let with {X = 1}"),
    ("await FR.BUSY == 0 within 10 ms", "await FR.BUSY == 0 within 10000000 ns"),
    ("await FR.BUSY != 1 within 5 us", "await FR.BUSY != 1 within 5000 ns"),
    ("await FR.BUSY == 0 within 2 s", "await FR.BUSY == 0 within 2000000000 ns"),
    ("await FR.BUSY == 0 within 100 polls", "await FR.BUSY == 0 within 100 polls"),
    ("await FR.BUSY == 0", "await FR.BUSY == 0"), ("let x = uartclk", "let x = uartclk"),
    ("require x in 64...4194303", "require x in 64...4194303"), ("hook set-up", "hook set-up"),
    ("let x = a - b", "let x = (a - b)"), ("let x = a-b", "let x = a-b"), ("let x = a -b", "let x = (a - b)"),
    (
      "let d = (uartclk * 4 + baud-rate / 2) / baud-rate",
      "let d = (((uartclk * 4) + (baud-rate / 2)) / baud-rate)"
    ),
    ("let x = a + b * c << 2", "let x = (a + (b * (c << 2)))"),
    ("let x = a - b - c", "let x = ((a - b) - c)"),
    ("let x = a | b & c", "let x = (a | (b & c))"), ("let x = (a << 1) << 2", "let x = ((a << 1) << 2)"),
    ("CR = {A = b + 1, B = (c)}", "CR = unsaid {A = (b + 1), B = c}"),
  ]) func readsAs(_ example: (text: String, meaning: String)) {
    #expect(written(example.text) == example.meaning)
  }

  @Test func limitsAreReached() {
    func nested(_ depth: Int) -> String {
      "CR = \(String(repeating: "(", count: depth))1\(String(repeating: ")", count: depth))"
    }
    func chained(_ count: Int) -> String { "CR = 1" + String(repeating: " + 1", count: count) }
    #expect(written(nested(StepParser.maximumNesting)) == "CR = 1")
    #expect(written(nested(StepParser.maximumNesting + 1)).hasPrefix("error: parentheses"))
    #expect(written(nested(400)).hasPrefix("error: parentheses"))
    #expect(written(chained(StepParser.maximumOperators)).hasPrefix("CR = ((("))
    #expect(written(chained(StepParser.maximumOperators + 1)).hasPrefix("error: the expression has more"))
    #expect(
      written("CR = \(String(repeating: "1", count: StepLexer.maximumLength))").hasPrefix(
        "error: the step has"))
    #expect(
      written("await A.B == 0 within 99999999999999 s").hasSuffix("does not fit into 64 bits of nanoseconds"))
    #expect(written("CR = 0xffffffffffffffff") == "CR = \(UInt64.max)")
    #expect(written("CR = 0x10000000000000000").hasSuffix("does not fit into 64 bits"))
  }

  /// Random expressions, written with as few parentheses as the precedence allows and with random blanks, read as what
  /// they were written from.
  @Test func expressionsReadAsTheyWereWritten() throws {
    let seed: UInt64 = 20_261_123
    var random = SeededNumbers(state: seed)
    for _ in 0..<5_000 {
      let expression = random.expression(depth: 5)
      let text = random.text(of: expression)
      let read = try? StepParser.expression(YAMLScalar(text, at: SourcePlace(line: 1, column: 1)))
      #expect(read?.value.written == expression.written, "\(text), seed \(seed)")
    }
  }

  /// Random tokens never trap, and never read as something when a part of them does not.
  @Test func randomTokensHaveAnAnswer() {
    let seed: UInt64 = 20_261_123
    var random = SeededNumbers(state: seed)
    let pieces =
      StepToken.Sign.allCases.map(\.rawValue) + [
        "let", "require", "await", "read", "hook", "with", "within", "in", "reset", "CR", "a-b", "0x1", "10",
        "ms",
        "polls", "é", "-", "\"",
      ]
    for _ in 0..<20_000 {
      let text = (0..<random.below(12)).map { _ in pieces[random.below(pieces.count)] }.joined(separator: " ")
      let place = SourcePlace(line: 1, column: 1)
      do {
        let step = try StepParser.step(YAMLScalar(text, at: place)).value
        // What was read reads the same again from its own words.
        let again = step.written.replacing(" = unsaid {", with: " = {").replacing(" ns", with: "")
        if !step.written.hasSuffix(" ns") { #expect(written(again) == step.written, "\(text), seed \(seed)") }
      } catch {
        #expect(error.place.column >= 1 && error.place.column <= text.unicodeScalars.count + 1, "\(text)")
      }
    }
  }
}

/// Numbers that a seed decides.
private struct SeededNumbers {
  var state: UInt64

  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(truncatingIfNeeded: state >> 33) % max(1, limit)
  }

  mutating func expression(depth: Int) -> Expression {
    let place = SourcePlace(line: 1, column: 1)
    switch depth == 0 ? below(2) : below(6) {
    case 0: return .literal(UInt64(below(1_000_000)))
    case 1: return .name(Located(["a", "baud-rate", "uartclk", "X_1"][below(4)], at: place))
    default:
      let all = Expression.Operator.allCases
      return .binary(
        all[below(all.count)], Located(expression(depth: depth - 1), at: place),
        Located(expression(depth: depth - 1), at: place))
    }
  }

  mutating func text(of expression: Expression) -> String {
    guard case .binary(let name, let left, let right) = expression else {
      return below(8) == 0 ? "(\(expression.written))" : expression.written
    }
    let level = name.level
    var first = text(of: left.value)
    var second = text(of: right.value)
    if case .binary(let inner, _, _) = left.value, inner.level < level || level == 2 { first = "(\(first))" }
    if case .binary(let inner, _, _) = right.value, inner.level <= level { second = "(\(second))" }
    let blank = String(repeating: " ", count: 1 + below(2))
    return "\(first)\(blank)\(name.rawValue)\(blank)\(second)"
  }
}

extension Expression.Operator {
  fileprivate var level: Int {
    switch self {
    case .add, .subtract, .or: 0
    case .multiply, .divide, .remainder, .and: 1
    case .shiftLeft, .shiftRight: 2
    }
  }
}

extension Expression {
  fileprivate var written: String {
    switch self {
    case .literal(let number): "\(number)"
    case .name(let name): name.value
    case .binary(let name, let left, let right):
      "(\(left.value.written) \(name.rawValue) \(right.value.written))"
    }
  }
}

extension Sequence.Step {
  fileprivate var written: String {
    func list(_ fields: [Sequence.FieldValue]) -> String {
      "{" + fields.map { "\($0.field.value) = \($0.value.value.written)" }.joined(separator: ", ") + "}"
    }
    switch self {
    case .write(let register, let value): return "\(register.name) = \(value.value.written)"
    case .writeFields(let register, let start, let fields):
      let word =
        switch start {
        case .zero: "zero"
        case .reset: "reset"
        case .unsaid: "unsaid"
        }
      return "\(register.name) = \(word) \(list(fields))"
    case .modify(let register, let fields): return "\(register.name) with \(list(fields))"
    case .read(let register): return "read \(register.name)"
    case .await(let field, let comparison, let value, let bound):
      let end: String
      switch bound?.value {
      case nil: end = ""
      case .polls(let count): end = " within \(count) polls"
      case .time(let nanoseconds): end = " within \(nanoseconds) ns"
      }
      return
        "await \(field.register.name).\(field.field.value) \(comparison.value.rawValue) \(value.value.written)\(end)"
    case .bind(let name, let value): return "let \(name.value) = \(value.value.written)"
    case .require(let value, let range):
      return "require \(value.value.written) in \(range.value.lowerBound)...\(range.value.upperBound)"
    case .hook(let name): return "hook \(name.value)"
    case .bindRead, .call, .branch, .loop, .whileLoop, .delay, .barrier: return "another step"
    }
  }
}
