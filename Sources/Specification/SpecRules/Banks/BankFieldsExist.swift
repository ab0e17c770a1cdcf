import Diagnostics
import DriverSpec

/// `when` names a field that is declared, and a value that it can have.
enum BankFieldsExist: Rule {
  static let code = DiagnosticCode.unknownBank

  static func check(_ subject: RuleSubject) {
    for item in subject.mappings.joined() {
      guard let bank = item.bank else { continue }
      let name = bank.field.register.name
      switch subject.register(name) {
      case .unread: continue
      case .missing:
        report(
          subject, "no register is called \(name.quoted)", at: bank.field.register.place,
          fix: Suggestion.fix(for: name, among: subject.registerNames))
      case .found(let register):
        switch subject.field(bank.field.field.value, of: name) {
        case .unread: continue
        case .missing:
          report(
            subject, "register \(name.quoted) has no field \(bank.field.field.value.quoted)",
            at: bank.field.field.place, notes: [.init("\(name.quoted) is here", at: register.name.place)],
            fix: Suggestion.fix(for: bank.field.field.value, among: register.fields.map(\.name.value)))
        case .found(let field): check(bank, field, subject)
        }
      }
    }
  }

  private static func check(_ bank: Bank, _ field: Field, _ subject: RuleSubject) {
    switch bank.value.value {
    case .name(let name):
      let names = field.namesWhenWritten.map(\.name.value)
      guard subject.number(of: bank) == nil else { return }
      report(
        subject, "field \(bank.field.written.quoted) has no value \(name.quoted)", at: bank.value.place,
        notes: [.init("\(field.name.value.quoted) is here", at: field.name.place)],
        fix: Suggestion.fix(for: name, among: names))
    case .number(let number):
      guard number > field.bits.largestValue else { return }
      report(
        subject,
        "\(bank.field.written.quoted) (\(field.bits.value.written)) is never \(number); the limit is \(field.bits.largestValue)",
        at: bank.value.place, notes: [.init("\(field.name.value.quoted) is here", at: field.bits.place)],
        fix: "correct the value")
    }
  }
}
