import Diagnostics
import DriverSpec

/// A cause, and `pending-when`, name fields of their interrupt's status register that can be read.
enum CausesNameStatusFields: Rule {
  static let code = DiagnosticCode.unknownCauseField

  static func check(_ subject: RuleSubject) {
    for interrupt in subject.spec.interrupts {
      guard let reference = interrupt.status, let status = subject.register(reference.name).value else {
        continue
      }
      for cause in interrupt.causes {
        for name in cause.fields {
          check(name, "cause \(cause.name.value.quoted)", reference.name, status, subject)
        }
      }
      if let pending = interrupt.pendingWhen {
        check(pending.field, "`pending-when`", reference.name, status, subject)
      }
    }
  }

  private static func check(
    _ name: Located<String>, _ what: String, _ path: String, _ status: Register, _ subject: RuleSubject
  ) {
    switch subject.field(name.value, of: path) {
    case .unread: return
    case .missing:
      report(
        subject, "\(what) names \(name.value.quoted), which is no field of \(path.quoted)",
        at: name.place, notes: [.init("\(path.quoted) is here", at: status.name.place)],
        fix: Suggestion.fix(for: name.value, among: status.fields.map(\.name.value)))
    case .found(let field):
      guard !status.access(of: field).isReadable else { return }
      report(
        subject, "\(what) names \(name.value.quoted), which cannot be read", at: name.place,
        notes: [.init("\(name.value.quoted) is here", at: field.name.place)],
        fix: "name the field that says that the cause is pending")
    }
  }
}
