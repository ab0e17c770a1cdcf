import Diagnostics
import DriverSpec

/// A step that changes some fields of a register can read the others first.
enum ModifiedRegistersAreReadable: Rule {
  static let code = DiagnosticCode.modifyUnreadable

  static func check(_ subject: RuleSubject) {
    for (_, step) in subject.steps {
      guard case .modify(let name, let fields) = step.value,
        let register = subject.register(name.value).value, !register.isReadable
      else { continue }
      let written = fields.map { "\($0.field.value) = …" }.joined(separator: ", ")
      report(
        subject, "register \(name.value.quoted) is write-only, and changing a field reads the others",
        at: name.place,
        notes: [.init("the access is said here", at: register.access.place)],
        fix: "write the whole register: `\(name.value) = {\(written)}`")
    }
  }
}
