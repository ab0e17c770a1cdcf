import Diagnostics
import DriverSpec

/// An interrupt without a status register has one cause, which is always pending; one with a status says for each cause
/// when it is.
enum InterruptsWithoutStatusHaveOneCause: Rule {
  static let code = DiagnosticCode.causeWithoutStatus

  static func check(_ subject: RuleSubject) {
    for interrupt in subject.spec.interrupts where !subject.unread.names.contains(interrupt.resource.value) {
      let name = interrupt.resource.value.quoted
      guard let status = interrupt.status else {
        if let condition = interrupt.causes.flatMap(\.conditions).first {
          report(
            subject, "\(condition.field.value.quoted) is asked for, and \(name) has no status register",
            at: condition.field.place,
            fix: "add `status:` with the register that has the field, or write `always`")
        } else if interrupt.causes.count > 1 {
          report(
            subject,
            "\(name) has \(interrupt.causes.count) causes, and no status register says which is pending",
            at: interrupt.causes[1].name.place, fix: "add `status:`, or keep one cause")
        }
        if let pending = interrupt.pendingWhen {
          report(
            subject, "\(name) says what holds while something is pending, and has no status register",
            at: pending.place, fix: "add `status:`, or delete `pending-when`")
        }
        continue
      }
      if interrupt.causes.isEmpty {
        report(
          subject, "\(name) has no cause, so nothing is ever served", at: interrupt.resource.place,
          fix: "add `causes:` with fields of \(status.name.quoted)")
      }
      guard interrupt.causes.count > 1 else { continue }
      for cause in interrupt.causes
      where cause.conditions.isEmpty && !subject.unread.names.contains(cause.name.value) {
        report(
          subject, "cause \(cause.name.value.quoted) is always pending, and so never another alone",
          at: cause.name.place, fix: "name the fields of \(status.name.quoted) that say that it is pending")
      }
    }
  }
}
