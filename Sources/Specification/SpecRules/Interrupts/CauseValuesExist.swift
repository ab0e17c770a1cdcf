import Diagnostics
import DriverSpec

/// A field of the status register is compared with a value that it can have.
enum CauseValuesExist: Rule {
  static let code = DiagnosticCode.unknownCauseValue

  static func check(_ subject: RuleSubject) {
    for interrupt in subject.spec.interrupts {
      guard let status = interrupt.status?.name else { continue }
      for condition in interrupt.causes.flatMap(\.conditions) { check(condition, status, subject) }
      if let pending = interrupt.pendingWhen { check(pending.value, status, subject) }
    }
  }

  private static func check(_ condition: Interrupt.FieldCondition, _ status: String, _ subject: RuleSubject) {
    guard let value = condition.value,
      let field = subject.field(condition.field.value, of: status).value
    else { return }
    switch value.value {
    case .number(let number):
      guard number > field.bits.largestValue else { return }
      report(
        subject,
        "\(field.name.value.quoted) (\(field.bits.value.written)) is never \(number); the limit is \(field.bits.largestValue)",
        at: value.place, notes: [.init("\(field.name.value.quoted) is here", at: field.bits.place)],
        fix: "correct the value, or the field's bits")
    case .name(let name):
      let names = field.namesWhenRead.map(\.name.value)
      guard !names.contains(name) else { return }
      report(
        subject, "field \(field.name.value.quoted) has no value \(name.quoted)", at: value.place,
        notes: [.init("\(field.name.value.quoted) is here", at: field.name.place)],
        fix: Suggestion.fix(for: name, among: names))
    }
  }
}
