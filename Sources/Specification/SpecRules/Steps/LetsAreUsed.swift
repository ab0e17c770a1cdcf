import Diagnostics
import DriverSpec

/// A later step of the sequence uses what a `let` names.
enum LetsAreUsed: Rule {
  static let code = DiagnosticCode.letUnused

  static func check(_ subject: RuleSubject) {
    for sequence in subject.spec.sequences where !subject.unread.names.contains(sequence.name.value) {
      var used: Set<String> = []
      for step in sequence.steps.reversed() {
        if case .bind(let name, _) = step.value, !used.contains(name.value) {
          warn(
            subject, "nothing uses \(name.value.quoted)", at: name.place, fix: "delete the step")
        }
        for (value, _) in step.value.values { used.formUnion(value.value.names.map(\.value)) }
      }
    }
  }
}
