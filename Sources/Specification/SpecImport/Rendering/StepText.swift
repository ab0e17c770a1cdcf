import Diagnostics
import DriverSpec

/// Sequences, conditions, references and expressions as specs write them.
enum StepText {
  /// A sequence: a list of its steps, or a mapping where it has more to say.
  static func sequence(_ sequence: Sequence) -> YAMLText {
    let steps = steps(sequence.steps)
    var keys: [(key: String, value: YAMLText)] = []
    if sequence.parameters.contains(where: { $0.range != nil }) {
      keys.append(
        (
          "parameters",
          .mapping(
            sequence.parameters.map { ($0.name.value, $0.range.map { .range($0.value) } ?? .nothing) })
        ))
    } else if !sequence.parameters.isEmpty {
      keys.append(("parameters", .list(sequence.parameters.map { .scalar($0.name.value) })))
    }
    keys.add("summary", sequence.summary?.value)
    keys.add("section", sequence.section?.value)
    if !sequence.waivers.isEmpty {
      keys.append(("waive", .mapping(sequence.waivers.map { ($0.code.value, .scalar($0.reason.value)) })))
    }
    if keys.isEmpty { return steps }
    keys.append(("steps", steps))
    return .open(.mapping(keys))
  }

  private static func steps(_ steps: [Located<Sequence.Step>]) -> YAMLText {
    steps.isEmpty ? .list([]) : .open(.list(steps.map { step($0.value) }))
  }

  private static func step(_ step: Sequence.Step) -> YAMLText {
    switch step {
    case .branch(let condition, let then, let otherwise):
      var keys: [(key: String, value: YAMLText)] = [("if \(self.condition(condition))", steps(then))]
      if !otherwise.isEmpty { keys.append(("else", steps(otherwise))) }
      return .mapping(keys)
    case .loop(let count, let name, let inner):
      return .mapping([("repeat \(count.value)\(name.map { " as \($0.value)" } ?? "")", steps(inner))])
    case .whileLoop(let condition, let limit, let inner):
      let bound = limit.map { " at most \($0.value) times" } ?? ""
      return .mapping([("while \(self.condition(condition))\(bound)", steps(inner))])
    default: return .scalar(line(step))
    }
  }

  /// A step that has none below it.
  private static func line(_ step: Sequence.Step) -> String {
    switch step {
    case .write(let register, let value): "\(reference(register)) = \(expression(value.value))"
    case .writeFields(let register, let start, let fields):
      switch start {
      case .zero: "\(reference(register)) = zero \(braces(fields))"
      case .reset: "\(reference(register)) = reset \(braces(fields))"
      case .unsaid: "\(reference(register)) = \(braces(fields))"
      }
    case .modify(let register, let fields):
      fields.count == 1
        ? "\(reference(register)).\(fields[0].field.value) = \(expression(fields[0].value.value))"
        : "\(reference(register)) with \(braces(fields))"
    case .read(let register): "read \(reference(register))"
    case .await(let field, let comparison, let value, let bound):
      "await \(reference(field)) \(comparison.value.rawValue) \(expression(value.value))"
        + (bound.map { " within \(self.bound($0.value))" } ?? "")
    case .bind(let name, let value): "let \(name.value) = \(expression(value.value))"
    case .bindRead(let name, .register(let register)): "let \(name.value) = read \(reference(register))"
    case .bindRead(let name, .field(let field)): "let \(name.value) = read \(reference(field))"
    case .require(let value, let range):
      "require \(expression(value.value)) in \(range.value.lowerBound)...\(range.value.upperBound)"
    case .hook(let name): "hook \(name.value)"
    case .call(let sequence, let arguments):
      "do \(sequence.value)"
        + (arguments.isEmpty
          ? ""
          : "(\(arguments.map { "\($0.name.value) = \(expression($0.value.value))" }.joined(separator: ", ")))")
    case .delay(let nanoseconds): "delay \(duration(nanoseconds.value))"
    case .barrier: "barrier"
    case .branch, .loop, .whileLoop: ""
    }
  }

  private static func braces(_ fields: [Sequence.FieldValue]) -> String {
    "{\(fields.map { "\($0.field.value) = \(expression($0.value.value))" }.joined(separator: ", "))}"
  }

  private static func bound(_ bound: Sequence.Bound) -> String {
    switch bound {
    case .polls(let count): "\(count) polls"
    case .time(let nanoseconds): duration(nanoseconds)
    }
  }

  /// The largest unit that divides it; what is no whole number of microseconds cannot be written, and is rounded up.
  private static func duration(_ nanoseconds: UInt64) -> String {
    if nanoseconds > 0, nanoseconds % 1_000_000_000 == 0 { return "\(nanoseconds / 1_000_000_000) s" }
    if nanoseconds > 0, nanoseconds % 1_000_000 == 0 { return "\(nanoseconds / 1_000_000) ms" }
    return "\(nanoseconds / 1_000 + (nanoseconds % 1_000 == 0 ? 0 : 1)) us"
  }

  // MARK: Conditions

  static func condition(_ condition: Sequence.Condition) -> String {
    let subject =
      switch condition.subject {
      case .field(let field): reference(field)
      case .value(let value): expression(value.value)
      }
    return "\(subject) \(condition.comparison.value.rawValue) \(expression(condition.value.value))"
  }

  static func condition(_ condition: Interrupt.FieldCondition) -> String {
    guard let value = condition.value else { return condition.field.value }
    return "\(condition.field.value) \(condition.comparison.rawValue) \(text(of: value.value))"
  }

  static func bank(_ bank: Bank) -> String { "\(reference(bank.field)) == \(text(of: bank.value.value))" }

  private static func text(of value: Bank.Value) -> String {
    switch value {
    case .number(let number): "\(number)"
    case .name(let name): name
    }
  }

  // MARK: References and expressions

  static func reference(_ register: RegisterReference) -> String {
    register.path.map { element in
      element.name.value + (element.index.map { "[\(expression($0.value))]" } ?? "")
    }.joined(separator: ".")
  }

  static func reference(_ field: FieldReference) -> String {
    "\(reference(field.register)).\(field.field.value)"
  }

  /// An expression with the parentheses that it needs.
  static func expression(_ expression: Expression) -> String {
    switch expression {
    case .literal(let number):
      number < 1024 ? "\(number)" : number % 1000 == 0 ? "\(number)" : "0x\(String(number, radix: 16))"
    case .name(let name): name.value
    case .binary(let operation, let left, let right):
      "\(operand(left.value, of: operation, isRight: false)) \(operation.rawValue) "
        + operand(right.value, of: operation, isRight: true)
    }
  }

  private static func operand(
    _ expression: Expression, of operation: Expression.Operator, isRight: Bool
  ) -> String {
    let text = self.expression(expression)
    guard case .binary(let inner, _, _) = expression else { return text }
    let (own, outer) = (binding(inner), binding(operation))
    // Operators of one kind bind from the left; two shifts in a row are not read at all.
    let needsNone = own > outer || (own == outer && !isRight && outer < 3)
    return needsNone ? text : "(\(text))"
  }

  /// How strongly an operator binds, as in Swift.
  private static func binding(_ operation: Expression.Operator) -> Int {
    switch operation {
    case .add, .subtract, .or: 1
    case .multiply, .divide, .remainder, .and: 2
    case .shiftLeft, .shiftRight: 3
    }
  }
}
