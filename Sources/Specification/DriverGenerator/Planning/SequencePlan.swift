import DriverSpec

/// A sequence as a function.
struct SequencePlan {
  /// Its name in Swift.
  var name: String
  var summary: String?
  var section: String?
  /// The line of its name; `nil` where the spec has no such sequence.
  var line: Int?
  var parameters: [SequenceParameterPlan] = []
  /// Clocks and parameters of the driver that it calculates with, in the order of the spec.
  var inputs: [(local: String, property: String)] = []
  /// The bounds of its waits.
  var bounds: [WaitBoundPlan] = []
  var steps: [StepPlan] = []
  /// Whether it serves an interrupt's cause: then no step of it can fail.
  var servesCause = false

  init(name: String) { self.name = name }

  static func all(of spec: DriverSpec, _ names: SpecNames) -> [SequencePlan] {
    spec.sequences.map { SequencePlan($0, names) }
  }

  init(_ sequence: Sequence, _ names: SpecNames) {
    name = SwiftName.member(sequence.name.value)
    summary = sequence.summary?.value
    section = sequence.section?.value
    line = sequence.name.place.line
    servesCause = names.servesCause(sequence.name.value)
    parameters = sequence.parameters.map {
      SequenceParameterPlan(
        label: SwiftName.member($0.name.value), local: names.local($0.name.value), range: $0.range?.value,
        line: $0.name.place.line)
    }
    var planner = StepPlanner(sequence: name, names: names)
    steps = StepPlan.withoutUnusedNames(planner.plan(sequence.steps))
    bounds = planner.bounds
    let given = names.spec.resources.map(\.name.value) + names.spec.parameters.map(\.name.value)
    inputs = given.map { (local: names.local($0), property: SwiftName.member($0)) }
      .filter { input in
        steps.contains { $0.uses(input.local) } && !parameters.contains { $0.local == input.local }
      }
  }
}

/// A number that whoever calls a sequence gives.
struct SequenceParameterPlan {
  /// Its name in a call.
  var label: String
  /// Its name in the function.
  var local: String
  var range: ClosedRange<UInt64>?
  var line: Int
}

/// How often a wait polls before it gives up.
struct WaitBoundPlan: Equatable {
  /// The constant's name.
  var name: String
  /// What is waited for: `FR.BUSY`.
  var field: String
  var bound: Sequence.Bound
  var line: Int

  /// The bound in polls.
  var polls: UInt64 {
    switch bound {
    case .polls(let polls): max(1, polls)
    case .time(let nanoseconds):
      max(
        1,
        nanoseconds / Sequence.Bound.nanosecondsPerPoll
          + (nanoseconds % Sequence.Bound.nanosecondsPerPoll == 0 ? 0 : 1))
    }
  }
}

/// One step as a statement.
indirect enum StepPlan {
  case write(register: String, value: ValuePlan)
  case writeFields(register: String, fromReset: Bool, fields: [AssignmentPlan])
  case modify(register: String, fields: [AssignmentPlan])
  case read(String)
  case wait(WaitPlan)
  case bind(name: String, value: CalculationPlan, line: Int)
  case bindRead(name: String, source: String)
  case require(value: CalculationPlan, range: ClosedRange<UInt64>, line: Int)
  case hook(function: String)
  case call(function: String, canFail: Bool, arguments: [(label: String, value: CalculationPlan)], line: Int)
  case branch(ConditionPlan, then: [StepPlan], otherwise: [StepPlan])
  case loop(count: UInt64, name: String, steps: [StepPlan])
  case whileLoop(ConditionPlan, limit: UInt64, steps: [StepPlan], line: Int)
  case delay(register: String, nanoseconds: UInt64)
  case barrier(property: String?)

  /// Every number that takes part.
  var names: Set<String> {
    func all(_ steps: [StepPlan]) -> Set<String> { steps.reduce(into: []) { $0.formUnion($1.names) } }
    return switch self {
    case .write(_, let value): value.names
    case .writeFields(_, _, let fields), .modify(_, let fields):
      fields.reduce(into: []) { $0.formUnion($1.value.names) }
    case .wait(let wait): wait.operand?.names ?? []
    case .bind(_, let value, _), .require(let value, _, _): value.names
    case .read, .hook, .bindRead, .delay, .barrier: []
    case .call(_, _, let arguments, _): arguments.reduce(into: []) { $0.formUnion($1.value.names) }
    case .branch(let condition, let then, let otherwise):
      condition.names.union(all(then)).union(all(otherwise))
    case .loop(_, _, let steps): all(steps)
    case .whileLoop(let condition, _, let steps, _): condition.names.union(all(steps))
    }
  }

  /// The text in which an index may stand.
  private var paths: [String] {
    switch self {
    case .write(let register, _), .writeFields(let register, _, _), .modify(let register, _): [register]
    case .read(let source), .bindRead(_, let source): [source]
    case .wait(let wait): [wait.register]
    case .branch(let condition, let then, let otherwise):
      [condition.text] + then.flatMap(\.paths) + otherwise.flatMap(\.paths)
    case .loop(_, _, let steps): steps.flatMap(\.paths)
    case .whileLoop(let condition, _, let steps, _): [condition.text] + steps.flatMap(\.paths)
    case .bind, .require, .hook, .call, .delay, .barrier: []
    }
  }

  /// Whether a number of this name takes part.
  func uses(_ name: String) -> Bool {
    names.contains(name) || paths.contains { Self.words($0).contains(name) }
  }

  /// The identifiers of a text.
  private static func words(_ text: String) -> [String] {
    text.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
  }

  /// What no later step uses is calculated all the same, and has no name.
  static func withoutUnusedNames(_ steps: [StepPlan]) -> [StepPlan] {
    var steps = steps
    for index in steps.indices {
      let later = steps[(index + 1)...]
      func isUsed(_ name: String) -> Bool { later.contains { $0.uses(name) } }
      switch steps[index] {
      case .bind(let name, let value, let line) where !isUsed(name):
        steps[index] = .bind(name: "_", value: value, line: line)
      case .bindRead(let name, let source) where !isUsed(name):
        steps[index] = .bindRead(name: "_", source: source)
      case .branch(let condition, let then, let otherwise):
        steps[index] = .branch(
          condition, then: withoutUnusedNames(then), otherwise: withoutUnusedNames(otherwise))
      case .loop(let count, let name, let inner):
        let isUsed = inner.contains { $0.uses(name) }
        steps[index] = .loop(count: count, name: isUsed ? name : "_", steps: withoutUnusedNames(inner))
      case .whileLoop(let condition, let limit, let inner, let line):
        steps[index] = .whileLoop(condition, limit: limit, steps: withoutUnusedNames(inner), line: line)
      default: break
      }
    }
    return steps
  }
}

/// A wait for a field.
struct WaitPlan {
  var register: String
  var registerName: String
  var field: String
  var type: String
  /// With `$0` for what was read.
  var condition: String
  /// What the condition calls `expected`.
  var operand: ValuePlan?
  var bound: String
  var line: Int
  /// Whether each poll changes the device.
  var hasEffect: Bool
}

/// `$0.FIELD = value`.
struct AssignmentPlan {
  /// The field's name in Swift.
  var field: String
  /// The type of what is written, from the outside.
  var type: String
  /// Whether a function sets it.
  var isFunction: Bool
  var value: ValuePlan
}

/// What is written.
enum ValuePlan {
  /// Swift text that needs no check: a literal, or a named value.
  case constant(String)
  /// Calculated at run time and checked against `Quantity`'s bounds; `accessor` takes it out.
  case calculated(CalculationPlan, accessor: String, line: Int)

  var names: Set<String> {
    if case .calculated(let calculation, _, _) = self { calculation.names } else { [] }
  }
}

/// A calculation with `Quantity`.
struct CalculationPlan {
  /// Swift text.
  var text: String
  /// Whether the text is one operand.
  var isOperand: Bool
  /// The numbers that take part.
  var names: Set<String>
}

/// What an `if` or `while` asks.
struct ConditionPlan {
  /// Swift text; it may throw.
  var text: String
  var names: Set<String>
}
