import DriverSpec

/// Plans the steps of one sequence, in order.
struct StepPlanner {
  let sequence: String
  let names: SpecNames
  private(set) var bounds: [WaitBoundPlan] = []

  init(sequence: String, names: SpecNames) {
    self.sequence = sequence
    self.names = names
  }

  mutating func plan(_ step: Sequence.Step, at line: Int) -> StepPlan {
    switch step {
    case .write(let register, let value):
      return .write(
        register: names.path(register.name), value: word(value.value, at: line))
    case .writeFields(let register, let start, let fields):
      return .writeFields(
        register: names.path(register.name), fromReset: start == .reset,
        fields: fields.map { assignment($0, in: register.name, at: line) })
    case .modify(let register, let fields):
      return .modify(
        register: names.path(register.name),
        fields: fields.map { assignment($0, in: register.name, at: line) })
    case .read(let register):
      return .read(register: names.path(register.name))
    case .await(let reference, let comparison, let value, let bound):
      return wait(reference, comparison.value, value.value, bound.map(\.value), at: line)
    case .bind(let name, let value):
      return .bind(name: names.local(name.value), value: calculation(value.value), line: line)
    case .require(let value, let range):
      return .require(value: calculation(value.value), range: range.value, line: line)
    case .hook(let name):
      return .hook(function: SwiftName.member(name.value))
    case .bindRead, .call, .branch, .loop, .whileLoop, .delay, .barrier:
      preconditionFailure("no reader makes this step yet")
    }
  }

  private mutating func wait(
    _ reference: FieldReference, _ comparison: Sequence.Comparison, _ value: Expression,
    _ bound: Sequence.Bound?, at line: Int
  ) -> StepPlan {
    let field = names.field(reference)
    let property = "$0.\(names.fieldProperty(reference))"
    let operand = self.value(value, of: field, at: line)
    let condition: String
    var checkedOperand: ValuePlan?
    switch operand {
    case .constant("true"): condition = comparison == .equal ? property : "!\(property)"
    case .constant("false"): condition = comparison == .equal ? "!\(property)" : property
    case .constant(let text): condition = "\(property) \(comparison.rawValue) \(text)"
    case .calculated:
      condition = "\(property) \(comparison.rawValue) expected"
      checkedOperand = operand
    }
    let fieldName = "\(reference.register.name).\(reference.field.value)"
    let name = boundName(reference)
    bounds.append(
      WaitBoundPlan(name: name, field: fieldName, bound: checked(bound, "bound at line \(line)"), line: line))
    return .wait(
      register: names.path(reference.register.name),
      field: (name: reference.field.value, swiftName: names.fieldProperty(reference)), condition: condition,
      operand: checkedOperand, bound: name, line: line)
  }

  /// `startPollsOfBUSY`, and from the second wait for the same field on `startPollsOfBUSY2`.
  private func boundName(_ reference: FieldReference) -> String {
    let base = "\(sequence)PollsOf\(SwiftName.type(reference.field.value))"
    let taken = bounds.count { $0.name == base || $0.name.hasPrefix(base + "_") }
    return taken == 0 ? base : "\(base)_\(taken + 1)"
  }

  private func assignment(
    _ assignment: Sequence.FieldValue, in register: String, at line: Int
  ) -> AssignmentPlan {
    AssignmentPlan(
      field: FieldPlan.swiftName(assignment.field.value),
      value: value(assignment.value.value, of: names.field(assignment.field.value, in: register), at: line))
  }

  /// What a whole register is written with.
  private func word(_ expression: Expression, at line: Int) -> ValuePlan {
    if let number = constant(expression) { return .constant(NumberText.word(number)) }
    return .calculated(calculation(expression), accessor: "value", line: line)
  }

  /// What a field is written with or compared to.
  private func value(_ expression: Expression, of field: Field, at line: Int) -> ValuePlan {
    if case .name(let name) = expression,
      let named = field.values.first(where: { $0.name.value == name.value })
    {
      return .constant(".\(SwiftName.member(named.name.value))")
    }
    let isFlag = field.bits.value.width == 1
    if let number = constant(expression) {
      if let named = field.values.first(where: { $0.value == number }) {
        return .constant(".\(SwiftName.member(named.name.value))")
      }
      if !field.values.isEmpty { return .constant(".init(\(NumberText.decimal(number)))") }
      return .constant(isFlag ? "\(number == 1)" : NumberText.decimal(number))
    }
    let accessor = field.values.isEmpty ? (isFlag ? "flag" : "value") : "namedValue"
    return .calculated(calculation(expression), accessor: accessor, line: line)
  }

  /// The number of an expression that is known now.
  private func constant(_ expression: Expression) -> UInt64? {
    switch expression {
    case .literal(let number): return number
    case .name: return nil
    case .binary(let operation, let left, let right):
      guard let left = constant(left.value), let right = constant(right.value) else { return nil }
      return operation.result(left, right)
    }
  }

  private func calculation(_ expression: Expression) -> CalculationPlan {
    var used: Set<String> = []
    let text = text(expression, &used)
    if case .binary = expression { return CalculationPlan(text: text, isOperand: false, names: used) }
    return CalculationPlan(text: text, isOperand: true, names: used)
  }

  private func text(_ expression: Expression, _ used: inout Set<String>) -> String {
    switch expression {
    case .literal(let number): return NumberText.decimal(number)
    case .name(let name):
      let local = names.local(name.value)
      used.insert(local)
      return local
    case .binary(let operation, let left, let right):
      func side(_ side: Expression, isRight: Bool) -> String {
        let text = text(side, &used)
        guard case .binary(let inner, _, _) = side else { return text }
        let needs =
          inner.precedence < operation.precedence
          || (inner.precedence == operation.precedence && (isRight || operation.isShift))
        return needs ? "(\(text))" : text
      }
      return "\(side(left.value, isRight: false)) \(operation.rawValue) \(side(right.value, isRight: true))"
    }
  }
}

extension Expression.Operator {
  /// Swift's: higher binds tighter.
  var precedence: Int {
    switch self {
    case .shiftLeft, .shiftRight: 3
    case .multiply, .divide, .remainder, .and: 2
    case .add, .subtract, .or: 1
    }
  }

  /// Shifts have no side on which they associate.
  var isShift: Bool { self == .shiftLeft || self == .shiftRight }

  /// The result of two known numbers; `nil` where it is none.
  func result(_ left: UInt64, _ right: UInt64) -> UInt64? {
    func exact(_ result: (partialValue: UInt64, overflow: Bool)) -> UInt64? {
      result.overflow ? nil : result.partialValue
    }
    switch self {
    case .add: return exact(left.addingReportingOverflow(right))
    case .subtract: return exact(left.subtractingReportingOverflow(right))
    case .multiply: return exact(left.multipliedReportingOverflow(by: right))
    case .divide: return exact(left.dividedReportingOverflow(by: right))
    case .remainder: return exact(left.remainderReportingOverflow(dividingBy: right))
    case .shiftLeft: return (left << right) >> right == left ? left << right : nil
    case .shiftRight: return left >> right
    case .and: return left & right
    case .or: return left | right
    }
  }
}
