import Diagnostics
import DriverSpec

extension Sequence.Step {
  /// The register that the step reads or writes.
  var register: RegisterReference? {
    switch self {
    case .write(let register, _), .writeFields(let register, _, _), .modify(let register, _),
      .read(let register):
      register
    case .await(let field, _, _, _): field.register
    case .bindRead(_, .register(let register)): register
    case .bindRead(_, .field(let field)): field.register
    case .branch(let condition, _, _), .whileLoop(let condition, _, _): condition.field?.register
    case .bind, .require, .hook, .call, .loop, .delay, .barrier: nil
    }
  }

  /// The registers that the step names, as a list.
  var references: [RegisterReference] { register.map { [$0] } ?? [] }

  /// The fields that the step names, in source order.
  var fields: [Located<String>] {
    switch self {
    case .writeFields(_, _, let fields), .modify(_, let fields): fields.map(\.field)
    case .await(let field, _, _, _): [field.field]
    case .bindRead(_, .field(let field)): [field.field]
    case .branch(let condition, _, _), .whileLoop(let condition, _, _):
      condition.field.map { [$0.field] } ?? []
    case .write, .read, .bind, .bindRead, .require, .hook, .call, .loop, .delay, .barrier: []
    }
  }

  /// The fields that the step writes, with what they become.
  var writtenFields: [Sequence.FieldValue] {
    switch self {
    case .writeFields(_, _, let fields), .modify(_, let fields): fields
    default: []
    }
  }

  /// Whether it writes its register.
  var isWrite: Bool {
    switch self {
    case .write, .writeFields, .modify: true
    default: false
    }
  }

  /// The name that the step gives to a value.
  var boundName: Located<String>? {
    switch self {
    case .bind(let name, _), .bindRead(let name, _): name
    default: nil
    }
  }

  /// The expressions of the step, in source order, each with the field that takes it or is compared with it.
  ///
  /// Indices of registers are not among them.
  var values: [(value: Located<Expression>, field: Located<String>?)] {
    switch self {
    case .write(_, let value), .bind(_, let value), .require(let value, _): [(value, nil)]
    case .writeFields(_, _, let fields), .modify(_, let fields): fields.map { ($0.value, $0.field) }
    case .await(let field, _, let value, _): [(value, field.field)]
    case .call(_, let arguments): arguments.map { ($0.value, nil) }
    case .branch(let condition, _, _), .whileLoop(let condition, _, _): condition.values
    case .read, .bindRead, .hook, .loop, .delay, .barrier: []
    }
  }
}

extension Sequence.Condition {
  /// The field that is read, where one is.
  var field: FieldReference? { if case .field(let field) = subject { field } else { nil } }

  /// The expressions on both sides, each with the field that it is compared with.
  var values: [(value: Located<Expression>, field: Located<String>?)] {
    switch subject {
    case .field(let field): [(value, field.field)]
    case .value(let left): [(left, nil), (value, nil)]
    }
  }
}
