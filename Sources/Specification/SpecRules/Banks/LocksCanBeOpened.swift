import Diagnostics
import DriverSpec

/// A lock's register can be written, is not locked itself, and holds the values that open and close it.
enum LocksCanBeOpened: Rule {
  static let code = DiagnosticCode.badLock

  static func check(_ subject: RuleSubject) {
    for lock in subject.spec.locks {
      let name = lock.register.name
      switch subject.register(name) {
      case .unread: continue
      case .missing:
        report(
          subject, "the lock \(lock.name.value.quoted) names \(name.quoted), which is no register",
          at: lock.register.place, fix: Suggestion.fix(for: name, among: subject.registerNames))
      case .found(let register): check(lock, register, subject)
      }
    }
  }

  private static func check(_ lock: Lock, _ register: Register, _ subject: RuleSubject) {
    let here = Diagnostic.Note("\(register.name.value.quoted) is here", at: register.name.place)
    if !register.access.value.isWritable {
      report(
        subject,
        "\(register.name.value.quoted) is \(register.access.text), and a lock is opened by writing it",
        at: lock.register.place, notes: [here], fix: "name another register, or correct its `access`")
    }
    if let own = register.lockedBy {
      report(
        subject,
        "\(register.name.value.quoted) is locked by \(own.value.quoted), so \(lock.name.value.quoted) cannot be opened",
        at: lock.register.place, notes: [.init("locked here", at: own.place)], fix: "delete its `locked-by`")
    }
    if subject.placed(lock.register.name).map({ !$0.banks.isEmpty }) == true {
      report(
        subject, "\(register.name.value.quoted) is not there in every bank, and a lock must be",
        at: lock.register.place, notes: [here], fix: "name another register")
    }
    if lock.unlock.isEmpty {
      report(
        subject, "nothing opens the lock \(lock.name.value.quoted)", at: lock.name.place,
        fix: "add `unlock: [0x1ACCE551]`, with the values of the manual")
    }
    for value in lock.unlock + (lock.lock.map { [$0] } ?? []) where value.value > register.largestValue {
      report(
        subject,
        "\(value.value.hexadecimal) does not fit \(register.name.value.quoted); the limit is \(register.largestValue.hexadecimal)",
        at: value.place, notes: [here], fix: "correct the value")
    }
  }
}
