import Diagnostics
import DriverSpec

/// A `read` step is there for what the read does.
enum ReadsHaveTheirEffect: Rule {
  static let code = DiagnosticCode.readWithoutEffect

  static func check(_ subject: RuleSubject) {
    for (sequence, step) in subject.steps {
      guard case .read(let name) = step.value, let register = subject.register(name.value).value,
        register.isReadable, register.anyReadEffect == nil,
        !subject.unread.names.contains(name.value)
      else { continue }
      warn(
        subject, "reading \(name.value.quoted) changes nothing, as its register says",
        at: name.place,
        notes: [.init("\(name.value.quoted) is here", at: register.name.place)],
        fix: "add `on-read:` with what the read does, or delete the step",
        waivers: register.waivers + sequence.waivers)
    }
  }
}
