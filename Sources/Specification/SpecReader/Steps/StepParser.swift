import Diagnostics
import DriverSpec

/// Reads the phrases of a spec: steps, conditions, expressions and references.
///
/// The grammar is in docs/spec-reference.md. Reading stops at the first mistake of a phrase: what follows it can mean
/// anything.
struct StepParser {
  /// Why a phrase cannot be read, and where.
  struct Failure: Error {
    var message: String
    var place: SourcePlace
    var fix: String?
  }

  /// The most parentheses and brackets inside each other.
  static let maximumNesting = 16
  /// The most operators of one expression.
  static let maximumOperators = 64

  /// Which names are registers, and which are blocks.
  let registers: DeclaredRegisters
  private let places: ScalarPlaces
  private let whole: SourcePlace
  private let tokens: [StepToken]
  var position = 0
  var nesting = 0
  var operatorCount = 0

  /// A parser at the beginning of a scalar's text.
  init(_ scalar: YAMLScalar, _ registers: DeclaredRegisters) throws(Failure) {
    self.registers = registers
    whole = scalar.place
    let places = scalar.characterPlaces()
    self.places = places
    guard scalar.text.utf8.count <= StepLexer.maximumLength else {
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

  var token: StepToken { tokens[min(position, tokens.count - 1)] }
  var next: StepToken { tokens[min(position + 1, tokens.count - 1)] }

  func place(of token: StepToken) -> SourcePlace { places.place(from: token.start, to: token.end) }

  func place(from start: Int) -> SourcePlace {
    places.place(from: start, to: position > 0 ? tokens[position - 1].end : start)
  }

  func failure(_ message: String, fix: String? = nil) -> Failure {
    Failure(message: message, place: place(of: token), fix: fix)
  }

  var found: String {
    switch token.kind {
    case .name(let text), .number(let text): text.quoted
    case .sign(let sign): sign.rawValue.quoted
    case .end: "the end"
    }
  }

  mutating func take(_ sign: StepToken.Sign) -> Bool {
    guard token.kind == .sign(sign) else { return false }
    position += 1
    return true
  }

  mutating func take(word: String) -> Bool {
    guard token.kind == .name(word) else { return false }
    position += 1
    return true
  }

  mutating func expect(_ sign: StepToken.Sign, fix: String? = nil) throws(Failure) {
    guard take(sign) else {
      throw failure("\(sign.rawValue.quoted) is expected here, and this is \(found)", fix: fix)
    }
  }

  mutating func expect(word: String, fix: String) throws(Failure) {
    guard take(word: word) else {
      throw failure("\(word.quoted) is expected here, and this is \(found)", fix: fix)
    }
  }

  func expectEnd(_ what: String = "the step") throws(Failure) {
    guard token.kind == .end else {
      throw failure("\(what) should end here, and this is \(found)")
    }
  }

  mutating func name(_ what: String) throws(Failure) -> Located<String> {
    guard case .name(let text) = token.kind else {
      throw failure("\(what) is expected here, and this is \(found)")
    }
    let named = Located(text, at: place(of: token))
    position += 1
    return named
  }

  mutating func number(_ what: String) throws(Failure) -> UInt64 {
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

  /// A number between two that are included.
  mutating func number(
    _ what: String, from least: UInt64, to limit: UInt64
  ) throws(Failure) -> Located<UInt64> {
    let first = token
    let value = try number(what)
    guard value >= least, value <= limit else {
      throw Failure(
        message: "\(what) is \(value); the \(value < least ? "least is \(least)" : "limit is \(limit)")",
        place: place(of: first))
    }
    return Located(value, at: place(of: first))
  }

  private func numberFix(_ text: String) -> String {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let unit = String(text.dropFirst(digits.count))
    return Self.nanoseconds[unit] == nil && unit != "polls"
      ? "write it in decimal, as 0x… or as 0b…" : "write `\(digits) \(unit)`"
  }

  // MARK: Times

  /// The units of time.
  static let nanoseconds: [String: UInt64] = ["us": 1_000, "ms": 1_000_000, "s": 1_000_000_000]

  /// `10 ms`, in nanoseconds; `nil` for the unit `polls`, where that is allowed.
  mutating func duration(
    _ what: String, orPolls: Bool
  ) throws(Failure) -> (nanoseconds: UInt64?, count: UInt64, place: SourcePlace) {
    let start = token.start
    let count = try number(what)
    guard case .name(let unit) = token.kind, (orPolls && unit == "polls") || Self.nanoseconds[unit] != nil
    else {
      throw failure(
        "a unit is expected here, and this is \(found)",
        fix: "write `us`, `ms`\(orPolls ? ", `s` or `polls`" : " or `s`")")
    }
    position += 1
    guard let factor = Self.nanoseconds[unit] else { return (nil, count, place(from: start)) }
    let (total, overflow) = count.multipliedReportingOverflow(by: factor)
    guard !overflow else {
      throw Failure(
        message: "\(count) \(unit) does not fit into 64 bits of nanoseconds", place: place(from: start))
    }
    return (total, count, place(from: start))
  }
}
