import Diagnostics
import DriverSpec

/// A step that begins from a register's reset value can know it.
enum ResetWritesKnowTheReset: Rule {
  static let code = DiagnosticCode.unknownReset

  static func check(_ subject: RuleSubject) {
    for (_, step) in subject.steps {
      guard case .writeFields(let name, .reset, _) = step.value,
        let register = subject.register(name.value).value, register.reset == nil,
        !subject.unread.names.contains(name.value)
      else { continue }
      report(
        subject, "register \(name.value.quoted) has no reset value to begin from", at: name.place,
        notes: [.init("\(name.value.quoted) is here", at: register.name.place)],
        fix: "add `reset:` to the register, or begin from zero: `\(name.value) = {…}`")
    }
  }
}
