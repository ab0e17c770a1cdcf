import Diagnostics
import DriverSpec

/// `locked-by` names a lock, and stands at a register that is written.
enum LocksAreDeclared: Rule {
  static let code = DiagnosticCode.unknownLock

  static func check(_ subject: RuleSubject) {
    let names = subject.spec.locks.map(\.name.value)
    let known = Set(names)
    for register in subject.registers {
      guard let lock = register.lockedBy else { continue }
      if !known.contains(lock.value) {
        if subject.unread.sections.contains("locks") || subject.unread.names.contains(lock.value) { continue }
        report(
          subject, "no lock is called \(lock.value.quoted)", at: lock.place,
          fix: Suggestion.fix(for: lock.value, among: names)
            ?? "add `locks: {\(lock.value): {register: …, unlock: […]}}` at the left margin")
      } else if !register.isWritable {
        report(
          subject,
          "register \(register.name.value.quoted) is \(register.access.text), and a lock is opened for writes",
          at: lock.place, notes: [.init("the access is said here", at: register.access.place)],
          fix: "delete `locked-by`, or correct the `access`")
      }
    }
  }
}
