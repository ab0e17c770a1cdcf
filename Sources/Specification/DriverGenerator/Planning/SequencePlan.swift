import DriverSpec

/// A sequence as a function.
struct SequencePlan {
  /// Its name in Swift.
  var name: String
  var summary: String?
  var section: String?
  /// The line of its name; `nil` where the spec has no such sequence.
  var line: Int?
  /// Clocks and parameters that it calculates with, in the order of the spec.
  var inputs: [(local: String, property: String)] = []
  /// The bounds of its waits.
  var bounds: [WaitBoundPlan] = []
  var steps: [StepPlan] = []

  init(name: String) { self.name = name }

  static func all(of spec: DriverSpec, _ names: SpecNames) -> [SequencePlan] {
    spec.sequences.map { SequencePlan($0, names) }
  }

  init(_ sequence: Sequence, _ names: SpecNames) {
    name = SwiftName.member(sequence.name.value)
    summary = sequence.summary?.value
    section = sequence.section?.value
    line = sequence.name.place.line
    var planner = StepPlanner(sequence: name, names: names)
    steps = sequence.steps.map { planner.plan($0.value, at: $0.place.line) }
    for index in steps.indices {
      if case .bind(let name, let value, let line) = steps[index],
        !steps[(index + 1)...].contains(where: { $0.uses(name) })
      {
        steps[index] = .bind(name: "_", value: value, line: line)
      }
    }
    bounds = planner.bounds
    let given = names.spec.resources.map(\.name.value) + names.spec.parameters.map(\.name.value)
    inputs = given.map { (local: names.local($0), property: SwiftName.member($0)) }
      .filter { input in steps.contains { $0.uses(input.local) } }
  }
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
enum StepPlan {
  case write(register: String, value: ValuePlan)
  case writeFields(register: String, fromReset: Bool, fields: [AssignmentPlan])
  case modify(register: String, fields: [AssignmentPlan])
  case read(register: String)
  case wait(
    register: String, field: (name: String, swiftName: String), condition: String, operand: ValuePlan?,
    bound: String, line: Int)
  case bind(name: String, value: CalculationPlan, line: Int)
  case require(value: CalculationPlan, range: ClosedRange<UInt64>, line: Int)
  case hook(function: String)

  /// Whether a number of this name takes part.
  func uses(_ name: String) -> Bool {
    switch self {
    case .write(_, let value): value.uses(name)
    case .writeFields(_, _, let fields), .modify(_, let fields): fields.contains { $0.value.uses(name) }
    case .wait(_, _, _, let operand, _, _): operand?.uses(name) ?? false
    case .bind(_, let value, _), .require(let value, _, _): value.names.contains(name)
    case .read, .hook: false
    }
  }
}

/// `$0.FIELD = value`.
struct AssignmentPlan {
  /// The field's name in Swift.
  var field: String
  var value: ValuePlan
}

/// What is written.
enum ValuePlan {
  /// Swift text that needs no check: a literal, or a named value.
  case constant(String)
  /// Calculated at run time and checked against `Quantity`'s bounds; `accessor` takes it out.
  case calculated(CalculationPlan, accessor: String, line: Int)

  func uses(_ name: String) -> Bool {
    if case .calculated(let calculation, _, _) = self { calculation.names.contains(name) } else { false }
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
