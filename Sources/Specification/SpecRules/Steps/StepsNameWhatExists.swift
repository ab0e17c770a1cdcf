import Diagnostics
import DriverSpec

/// A step reads and writes registers and fields that are declared.
enum StepsNameWhatExists: Rule {
  static let code = DiagnosticCode.unknownTarget

  static func check(_ subject: RuleSubject) {
    for (_, step) in subject.steps {
      guard let name = step.value.register else { continue }
      if subject.register(name.value).isMissing {
        report(
          subject, "no register is called \(name.value.quoted)", at: name.place,
          fix: Suggestion.fix(for: name.value, among: subject.registerNames))
      }
      guard let register = subject.register(name.value).value else { continue }
      for field in step.value.fields where subject.field(field.value, of: name.value).isMissing {
        report(
          subject, "register \(name.value.quoted) has no field \(field.value.quoted)", at: field.place,
          notes: [.init("\(name.value.quoted) is here", at: register.name.place)],
          fix: Suggestion.fix(for: field.value, among: register.fields.map(\.name.value)))
      }
    }
  }
}
