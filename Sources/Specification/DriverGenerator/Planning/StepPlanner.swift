import Diagnostics
import DriverSpec

/// Plans the steps of one sequence, in order.
struct StepPlanner {
  let sequence: String
  let names: SpecNames
  private(set) var bounds: [WaitBoundPlan] = []
  /// The rounds of the loops around a step: `Int`s in Swift, that count up to a number.
  private var rounds: [String: UInt64] = [:]

  init(sequence: String, names: SpecNames) {
    self.sequence = sequence
    self.names = names
  }

  mutating func plan(_ steps: [Located<Sequence.Step>]) -> [StepPlan] {
    steps.map { plan($0.value, at: $0.place.line) }
  }

  private mutating func plan(_ step: Sequence.Step, at line: Int) -> StepPlan {
    switch step {
    case .write(let register, let value):
      return .write(register: path(register, at: line), value: word(value.value, at: line))
    case .writeFields(let register, let start, let fields):
      return .writeFields(
        register: path(register, at: line), fromReset: start == .reset,
        fields: fields.map { assignment($0, in: register, at: line) })
    case .modify(let register, let fields):
      return .modify(
        register: path(register, at: line), fields: fields.map { assignment($0, in: register, at: line) })
    case .read(let register):
      return .read("\(path(register, at: line)).\(names.plan(register).read)")
    case .await(let reference, let comparison, let value, let bound):
      return wait(reference, comparison.value, value.value, bound.map(\.value), at: line)
    case .bind(let name, let value):
      return .bind(name: names.local(name.value), value: calculation(value.value), line: line)
    case .bindRead(let name, .register(let register)):
      return .bindRead(
        name: names.local(name.value),
        source: "UInt64(\(path(register, at: line)).\(names.plan(register).read).word)")
    case .bindRead(let name, .field(let reference)):
      return .bindRead(name: names.local(name.value), source: "\(read(reference, at: line)).bits")
    case .require(let value, let range):
      return .require(value: calculation(value.value), range: range.value, line: line)
    case .hook(let name):
      return .hook(function: SwiftName.member(name.value))
    case .call(let sequence, let arguments):
      let callee = names.spec.sequences.first { $0.name.value == sequence.value }
      let order = callee?.parameters.map(\.name.value) ?? arguments.map(\.name.value)
      return .call(
        function: SwiftName.member(sequence.value), canFail: !names.servesCause(sequence.value),
        arguments: order.compactMap { name in
          arguments.first { $0.name.value == name }.map {
            (label: SwiftName.member(name), value: calculation($0.value.value))
          }
        }, line: line)
    case .branch(let condition, let then, let otherwise):
      return .branch(self.condition(condition, at: line), then: plan(then), otherwise: plan(otherwise))
    case .loop(let count, let name, let steps):
      let local = names.local(name?.value ?? "round")
      let outer = rounds[local]
      rounds[local] = count.value
      defer { rounds[local] = outer }
      return .loop(count: count.value, name: local, steps: plan(steps))
    case .whileLoop(let condition, let limit, let steps):
      return .whileLoop(
        self.condition(condition, at: line), limit: checked(limit?.value, "bound at line \(line)"),
        steps: plan(steps), line: line)
    case .delay(let nanoseconds):
      return .delay(register: names.polledForDelay, nanoseconds: nanoseconds.value)
    case .barrier:
      return .barrier(
        property: names.spec.resources.first { $0.window != nil }.map {
          names.regionProperty($0.name.value)
        })
    }
  }

  /// How the driver reaches a register; an index that is calculated is checked there.
  private func path(_ reference: RegisterReference, at line: Int) -> String {
    names.path(reference) { index, count in
      if case .name(let name) = index.value, let rounds = rounds[names.local(name.value)],
        rounds <= UInt64(count)
      {
        return names.local(name.value)
      }
      let calculation = calculation(index.value)
      let operand = calculation.isOperand ? calculation.text : "(\(calculation.text))"
      return "try \(operand.asQuantity).index(below: \(count), specLine: \(line))"
    }
  }

  private func read(_ reference: FieldReference, at line: Int) -> String {
    "\(path(reference.register, at: line)).\(names.plan(reference.register).read)."
      + names.field(reference).name
  }

  private mutating func wait(
    _ reference: FieldReference, _ comparison: Sequence.Comparison, _ value: Expression,
    _ bound: Sequence.Bound?, at line: Int
  ) -> StepPlan {
    let field = names.field(reference)
    let (condition, operand) = self.comparison(
      of: "$0.\(field.name)", field, comparison, value, at: line)
    let name = boundName(field)
    bounds.append(
      WaitBoundPlan(
        name: name, field: reference.name, bound: checked(bound, "bound at line \(line)"), line: line))
    return .wait(
      WaitPlan(
        register: path(reference.register, at: line), registerName: reference.register.name,
        field: reference.field.value, type: type(of: field.type, field, in: reference.register),
        condition: condition, operand: operand, bound: name, line: line,
        hasEffect: names.plan(reference.register).readEffect != nil))
  }

  /// A comparison of a field that was read; what is calculated is called `expected`.
  private func comparison(
    of read: String, _ field: FieldPlan, _ comparison: Sequence.Comparison, _ value: Expression, at line: Int
  ) -> (condition: String, operand: ValuePlan?) {
    if comparison == .equal || comparison == .notEqual {
      switch self.value(value, of: field, names: field.readNames, at: line) {
      case .constant("true"): return (comparison == .equal ? read : "!\(read)", nil)
      case .constant("false"): return (comparison == .equal ? "!\(read)" : read, nil)
      case .constant(let text): return ("\(read) \(comparison.rawValue) \(text)", nil)
      case .calculated: break
      }
    }
    if let number = constant(value) {
      return ("\(read).bits \(comparison.rawValue) \(NumberText.decimal(number))", nil)
    }
    return (
      "\(read).bits \(comparison.rawValue) expected",
      .calculated(calculation(value), accessor: "number", line: line)
    )
  }

  private func condition(_ condition: Sequence.Condition, at line: Int) -> ConditionPlan {
    switch condition.subject {
    case .field(let reference):
      let field = names.field(reference)
      let (text, operand) = comparison(
        of: read(reference, at: line), field, condition.comparison.value, condition.value.value, at: line)
      let isTrying = text.contains("try ")
      guard case .calculated(let calculation, _, _) = operand else {
        return ConditionPlan(
          text: (isTrying ? "try " : "") + text.replacing("try ", with: ""), names: [])
      }
      let read = text.replacing("try ", with: "").replacing(
        " expected", with: " \(number(calculation, at: line))")
      return ConditionPlan(text: "try \(read)", names: calculation.names)
    case .value(let value):
      let left = calculation(value.value)
      let right = calculation(condition.value.value)
      return ConditionPlan(
        text: "try \(number(left, at: line)) \(condition.comparison.value.rawValue) "
          + (constant(condition.value.value).map(NumberText.decimal) ?? number(right, at: line)),
        names: left.names.union(right.names))
    }
  }

  /// The number that a calculation comes to.
  private func number(_ calculation: CalculationPlan, at line: Int) -> String {
    let operand = calculation.isOperand ? calculation.text : "(\(calculation.text))"
    return "\(operand.asQuantity).number(specLine: \(line))"
  }

  /// `startPollsOfBUSY`, and from the second wait for the same field on `startPollsOfBUSY_2`.
  private func boundName(_ field: FieldPlan) -> String {
    let base = "\(sequence)PollsOf\(SwiftName.type(field.specName))"
    let taken = bounds.count { $0.name == base || $0.name.hasPrefix(base + "_") }
    return taken == 0 ? base : "\(base)_\(taken + 1)"
  }

  private func assignment(
    _ assignment: Sequence.FieldValue, in register: RegisterReference, at line: Int
  ) -> AssignmentPlan {
    let field = names.field(assignment.field.value, in: register)
    return AssignmentPlan(
      field: field.name, type: type(of: field.writtenType ?? field.type, field, in: register),
      isFunction: field.writtenType != nil,
      value: value(assignment.value.value, of: field, names: field.writtenNames, at: line))
  }

  /// A type of a field, as it is called from outside of its register.
  private func type(of name: String, _ field: FieldPlan, in register: RegisterReference) -> String {
    name.hasSuffix("Value") ? "\(names.contents(register)).\(name)" : name
  }

  /// What a whole register is written with.
  private func word(_ expression: Expression, at line: Int) -> ValuePlan {
    if let number = constant(expression) { return .constant(NumberText.word(number)) }
    return .calculated(calculation(expression), accessor: "value", line: line)
  }

  /// What a field is written with or compared to.
  private func value(
    _ expression: Expression, of field: FieldPlan, names: EnumerationPlan?, at line: Int
  ) -> ValuePlan {
    if case .name(let name) = expression,
      let named = names?.values.first(where: { $0.specName == name.value })
    {
      return .constant(".\(named.name)")
    }
    if let number = constant(expression) {
      if let named = names?.values.first(where: { $0.value == number && !$0.isDefault }) {
        return .constant(".\(named.name)")
      }
      if names != nil {
        let label = names?.isClosed == true ? "read: " : ""
        return .constant(".init(\(label)\(NumberText.decimal(number)))")
      }
      switch field.kind {
      case .flag: return .constant("\(number == 1)")
      case .twoWays where field.width == 1: return .constant("\(number == 1)")
      case .number(let type) where type.hasPrefix("Int"):
        let sign = field.width < 64 ? number >> UInt64(field.width - 1) & 1 : number >> 63
        let value = Int64(bitPattern: number)
        return .constant(
          sign == 1 && value >= 0 && field.width < 64
            ? "\(value - (1 << Int64(field.width)))" : NumberText.decimal(number))
      case .fixedPoint: return .constant(".init(\(NumberText.decimal(number)))")
      case .number, .ranged, .named, .twoWays: return .constant(NumberText.decimal(number))
      }
    }
    let accessor =
      if let names {
        names.isClosed ? "onlyNamedValue" : "namedValue"
      } else {
        switch field.kind {
        case .flag: "flag"
        case .twoWays where field.width == 1: "flag"
        case .number(let type) where type.hasPrefix("Int"): "signedValue"
        case .ranged: "rangedValue"
        case .fixedPoint: "fixedPoint"
        case .number, .named, .twoWays: "value"
        }
      }
    return .calculated(calculation(expression), accessor: accessor, line: line)
  }

  /// The number of an expression that is known now.
  private func constant(_ expression: Expression) -> UInt64? { expression.constantValue }

  private func calculation(_ expression: Expression) -> CalculationPlan {
    var used: Set<String> = []
    let text = expression.text { name in
      let local = names.local(name)
      used.insert(local)
      return rounds[local] == nil ? local : "Quantity(UInt64(\(local)))"
    }
    if case .binary = expression { return CalculationPlan(text: text, isOperand: false, names: used) }
    return CalculationPlan(text: text, isOperand: true, names: used)
  }
}

extension Expression {
  /// The calculation in Swift.
  ///
  /// - Parameter operand: How a name reads.
  /// - Returns: Operands and operators, with no more brackets than needed.
  func text(of operand: (String) -> String) -> String {
    switch self {
    case .literal(let number): return NumberText.decimal(number)
    case .name(let name): return operand(name.value)
    case .binary(let operation, let left, let right):
      func side(_ side: Expression, isRight: Bool) -> String {
        let text = side.text(of: operand)
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

extension String {
  /// An operand that is a literal must say that it is a quantity.
  var asQuantity: String {
    first?.isNumber == true || (first == "(" && !contains(where: \.isLetter)) ? "(\(self) as Quantity)" : self
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
}
