import Diagnostics
import DriverSpec

/// A field of the status register, or one value of it, belongs to one cause.
enum CausesDoNotShareFields: Rule {
  static let code = DiagnosticCode.causeFieldShared

  static func check(_ subject: RuleSubject) {
    for interrupt in subject.spec.interrupts {
      var first: [String: (cause: Located<String>, field: Located<String>)] = [:]
      for cause in interrupt.causes {
        for condition in cause.conditions {
          let field = condition.field
          let key = condition.written
          // A field that is asked as a whole and by its values is shared too.
          let earlier = first[key] ?? (condition.value == nil ? nil : first[field.value])
          guard let earlier else {
            first[key] = (cause.name, field)
            continue
          }
          report(
            subject,
            earlier.cause == cause.name
              ? "cause \(cause.name.value.quoted) names \(key.quoted) twice"
              : """
              \(key.quoted) belongs to cause \(earlier.cause.value.quoted) and to cause \
              \(cause.name.value.quoted)
              """,
            at: field.place, notes: [.init("named first here", at: earlier.field.place)],
            fix: "name it in one cause")
        }
      }
    }
  }
}

extension Interrupt.FieldCondition {
  /// As the spec has it: `RXMIS`, `ID == 4`, `ID != none`.
  var written: String {
    switch value?.value {
    case .number(let number): "\(field.value) \(comparison.rawValue) \(number)"
    case .name(let name): "\(field.value) \(comparison.rawValue) \(name)"
    case nil: field.value
    }
  }
}
