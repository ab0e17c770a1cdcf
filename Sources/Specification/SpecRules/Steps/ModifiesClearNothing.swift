import Diagnostics
import DriverSpec

/// A step that changes some fields of a register does not clear others by writing back what it read.
enum ModifiesClearNothing: Rule {
  static let code = DiagnosticCode.modifyClears

  static func check(_ subject: RuleSubject) {
    for (_, step) in subject.steps {
      guard case .modify(let name, let fields) = step.value,
        let register = subject.register(name.value).value
      else { continue }
      let clearing = register.fields.first { register.access(of: $0) == .write1ToClear }
      guard clearing != nil || register.access.value == .write1ToClear else { continue }
      let place = clearing?.access?.place ?? register.access.place
      let written = fields.map { "\($0.field.value) = …" }.joined(separator: ", ")
      let what = clearing.map { "field \($0.name.value.quoted) is" } ?? "its bits are"
      report(
        subject,
        """
        changing a field of \(name.value.quoted) writes back what was read, and \(what) write-1-to-clear: what is \
        pending would be lost
        """,
        at: name.place, notes: [.init("the access is said here", at: place)],
        fix: "write the whole register: `\(name.value) = {\(written)}`")
    }
  }
}
