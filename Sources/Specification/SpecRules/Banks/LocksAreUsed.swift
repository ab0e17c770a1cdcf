import Diagnostics
import DriverSpec

/// Some register is locked by each lock.
enum LocksAreUsed: Rule {
  static let code = DiagnosticCode.lockUnused

  static func check(_ subject: RuleSubject) {
    guard subject.unread.isEmpty else { return }
    let used = Set(subject.registers.compactMap { $0.lockedBy?.value })
    for lock in subject.spec.locks where !used.contains(lock.name.value) {
      warn(
        subject, "no register is locked by \(lock.name.value.quoted)", at: lock.name.place,
        fix: "add `locked-by: \(lock.name.value)` to the registers that it guards, or delete it")
    }
  }
}
