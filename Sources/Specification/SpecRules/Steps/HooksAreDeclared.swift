import Diagnostics
import DriverSpec

/// A `hook` step names a hook of the spec.
enum HooksAreDeclared: Rule {
  static let code = DiagnosticCode.unknownHook

  static func check(_ subject: RuleSubject) {
    let names = subject.spec.hooks.map(\.name.value)
    let declared = Set(names)
    for (_, step) in subject.steps {
      guard case .hook(let name) = step.value, !declared.contains(name.value),
        !subject.unread.names.contains(name.value), !subject.unread.sections.contains("hooks")
      else { continue }
      report(
        subject, "no hook is called \(name.value.quoted)", at: name.place,
        fix: Suggestion.fix(for: name.value, among: names)
          ?? "add `hooks: {\(name.value): what it does}` at the left margin")
    }
  }
}
