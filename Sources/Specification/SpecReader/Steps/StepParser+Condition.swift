import Diagnostics
import DriverSpec

extension StepParser {
  /// What an `if` or a `while` asks: a field or a value, a comparison, a value.
  mutating func condition() throws(Failure) -> Sequence.Condition {
    let subject: Sequence.Condition.Subject
    if case .name = token.kind, isReferenceNext {
      subject = .field(try fieldReference())
    } else {
      subject = .value(try expression())
    }
    let comparison = try comparison(Sequence.Comparison.allCases)
    return Sequence.Condition(subject: subject, comparison: comparison, value: try expression())
  }

  private var isReferenceNext: Bool { next.kind == .sign(.dot) || next.kind == .sign(.openBracket) }

  /// One of some comparisons.
  mutating func comparison(
    _ allowed: [Sequence.Comparison], fix: String? = nil
  ) throws(Failure) -> Located<Sequence.Comparison> {
    let comparison: Sequence.Comparison? =
      switch token.kind {
      case .sign(.isEqual): .equal
      case .sign(.isNotEqual): .notEqual
      case .sign(.less): .less
      case .sign(.lessOrEqual): .lessOrEqual
      case .sign(.greater): .greater
      case .sign(.greaterOrEqual): .greaterOrEqual
      default: nil
      }
    guard let comparison, allowed.contains(comparison) else {
      let words = allowed.map { $0.rawValue.quoted }
      let list =
        words.count == 1 ? words[0] : "\(words.dropLast().joined(separator: ", ")) or \(words.last ?? "")"
      throw failure(
        "\(list) is expected here, and this is \(found)",
        fix: token.kind == .sign(.assign) ? "`=` writes; write `==` to compare" : fix)
    }
    let located = Located(comparison, at: place(of: token))
    position += 1
    return located
  }

  // MARK: Outside sequences

  /// `LCR.DLAB == 1`, alone in a scalar: a field, and the number or name that it must be.
  static func bank(_ scalar: YAMLScalar, _ registers: DeclaredRegisters) throws(Failure) -> Bank {
    var parser = try StepParser(scalar, registers)
    let field = try parser.fieldReference()
    _ = try parser.comparison([.equal], fix: "write `\(field.name) == 1`")
    let value = try parser.fieldValue()
    try parser.expectEnd("the condition")
    return Bank(field: field, value: value)
  }

  /// `ID == receiver-line-status`, `IIR.NONE == 0` or `RXMIS`, alone in a scalar; the register before the field can only
  /// be the status register.
  static func fieldCondition(
    _ scalar: YAMLScalar, status: RegisterReference?, _ registers: DeclaredRegisters
  ) throws(Failure) -> Interrupt.FieldCondition {
    var parser = try StepParser(scalar, registers)
    let field: Located<String>
    if parser.isReferenceNext {
      let reference = try parser.fieldReference()
      guard let status, reference.register.name == status.name else {
        throw Failure(
          message: "\(reference.name.quoted) is no field of the interrupt's status register",
          place: reference.register.place,
          fix: status.map { "name a field of \($0.name.quoted) alone" } ?? "say the interrupt's `status`")
      }
      field = reference.field
    } else {
      field = try parser.name("a field")
    }
    guard parser.token.kind != .end else { return .init(field: field) }
    let comparison = try parser.comparison([.equal, .notEqual], fix: "write `\(field.value) == 1`")
    let value = try parser.fieldValue()
    try parser.expectEnd("the condition")
    return .init(field: field, comparison: comparison.value, value: value)
  }

  /// A number, or the name of a field's value.
  private mutating func fieldValue() throws(Failure) -> Located<Bank.Value> {
    let first = token
    if case .name(let name) = first.kind {
      position += 1
      return Located(.name(name), at: place(of: first))
    }
    let number = try number("a number or the name of a value")
    return Located(.number(number), at: place(of: first))
  }
}
