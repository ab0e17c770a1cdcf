import Diagnostics
import DriverSpec

extension Sequence.Step {
  /// The register that the step reads or writes.
  var register: Located<String>? {
    switch self {
    case .write(let register, _), .writeFields(let register, _, _), .modify(let register, _),
      .read(let register):
      register
    case .await(let field, _, _, _): field.register
    case .bind, .require, .hook: nil
    }
  }

  /// The fields that the step names, in source order.
  var fields: [Located<String>] {
    switch self {
    case .writeFields(_, _, let fields), .modify(_, let fields): fields.map(\.field)
    case .await(let field, _, _, _): [field.field]
    case .write, .read, .bind, .require, .hook: []
    }
  }

  /// The expressions of the step, in source order, each with the field that takes it or is compared with it.
  var values: [(value: Located<Expression>, field: Located<String>?)] {
    switch self {
    case .write(_, let value), .bind(_, let value), .require(let value, _): [(value, nil)]
    case .writeFields(_, _, let fields), .modify(_, let fields): fields.map { ($0.value, $0.field) }
    case .await(let field, _, let value, _): [(value, field.field)]
    case .read, .hook: []
    }
  }
}
