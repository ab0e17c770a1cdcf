import Diagnostics
import DriverSpec

/// A field of the status register belongs to one cause.
enum CausesDoNotShareFields: Rule {
  static let code = DiagnosticCode.causeFieldShared

  static func check(_ subject: RuleSubject) {
    for interrupt in subject.spec.interrupts {
      var first: [String: (cause: Located<String>, field: Located<String>)] = [:]
      for cause in interrupt.causes {
        for field in cause.fields {
          guard let earlier = first[field.value] else {
            first[field.value] = (cause.name, field)
            continue
          }
          report(
            subject,
            earlier.cause == cause.name
              ? "cause \(cause.name.value.quoted) names \(field.value.quoted) twice"
              : """
              \(field.value.quoted) belongs to cause \(earlier.cause.value.quoted) and to cause \
              \(cause.name.value.quoted)
              """,
            at: field.place, notes: [.init("named first here", at: earlier.field.place)],
            fix: "name it in one cause")
        }
      }
    }
  }
}
