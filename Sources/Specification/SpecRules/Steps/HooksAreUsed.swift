import Diagnostics
import DriverSpec

/// A step calls each hook that the spec declares.
enum HooksAreUsed: Rule {
  static let code = DiagnosticCode.hookUnused

  static func check(_ subject: RuleSubject) {
    guard subject.unread.isEmpty else { return }
    var used: Set<String> = []
    for (_, step) in subject.steps {
      if case .hook(let name) = step.value { used.insert(name.value) }
    }
    for hook in subject.spec.hooks where !used.contains(hook.name.value) {
      warn(
        subject, "no step calls hook \(hook.name.value.quoted)", at: hook.name.place,
        fix: "add the step `hook \(hook.name.value)`, or delete the hook")
    }
  }
}
