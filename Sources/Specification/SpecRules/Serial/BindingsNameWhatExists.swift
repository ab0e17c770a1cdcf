import Diagnostics
import DriverSpec

/// A class binding names fields that are declared.
enum BindingsNameWhatExists: Rule {
  static let code = DiagnosticCode.unknownBindingField

  static func check(_ subject: RuleSubject) {
    guard let serial = subject.spec.serial else { return }
    for (_, reference) in serial.references {
      let name = reference.register
      if subject.register(name.value).isMissing {
        report(
          subject, "no register is called \(name.value.quoted)", at: name.place,
          fix: Suggestion.fix(for: name.value, among: subject.registerNames))
      } else if let register = subject.register(name.value).value,
        subject.field(reference.field.value, of: name.value).isMissing
      {
        report(
          subject, "register \(name.value.quoted) has no field \(reference.field.value.quoted)",
          at: reference.field.place,
          notes: [.init("\(name.value.quoted) is here", at: register.name.place)],
          fix: Suggestion.fix(for: reference.field.value, among: register.fields.map(\.name.value)))
      }
    }
  }
}
