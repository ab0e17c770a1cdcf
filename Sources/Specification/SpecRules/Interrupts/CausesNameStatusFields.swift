import Diagnostics
import DriverSpec

/// A cause names fields of its interrupt's status register that can be read.
enum CausesNameStatusFields: Rule {
  static let code = DiagnosticCode.unknownCauseField

  static func check(_ subject: RuleSubject) {
    for interrupt in subject.spec.interrupts {
      guard let status = interrupt.status.flatMap({ subject.register($0.value).value }) else { continue }
      for cause in interrupt.causes {
        for name in cause.fields {
          switch subject.field(name.value, of: status.name.value) {
          case .unread: continue
          case .missing:
            report(
              subject,
              """
              cause \(cause.name.value.quoted) names \(name.value.quoted), which is no field of \
              \(status.name.value.quoted)
              """,
              at: name.place, notes: [.init("\(status.name.value.quoted) is here", at: status.name.place)],
              fix: Suggestion.fix(for: name.value, among: status.fields.map(\.name.value)))
          case .found(let field):
            guard !status.access(of: field).isReadable else { continue }
            report(
              subject,
              "cause \(cause.name.value.quoted) names \(name.value.quoted), which cannot be read",
              at: name.place,
              notes: [.init("\(name.value.quoted) is here", at: field.name.place)],
              fix: "name the field that says that the cause is pending")
          }
        }
      }
    }
  }
}
