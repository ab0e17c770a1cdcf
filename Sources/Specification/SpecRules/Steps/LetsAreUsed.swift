import Diagnostics
import DriverSpec

/// A later step of the sequence uses what a `let` names, and some step what a parameter of the sequence does.
enum LetsAreUsed: Rule {
  static let code = DiagnosticCode.letUnused

  static func check(_ subject: RuleSubject) {
    for sequence in subject.spec.sequences where !subject.unread.names.contains(sequence.name.value) {
      var used: Set<String> = []
      for step in sequence.allSteps.reversed() {
        if let name = step.value.boundName, !used.contains(name.value) {
          warn(
            subject, "nothing uses \(name.value.quoted)", at: name.place, fix: "delete the step",
            waivers: sequence.waivers)
        }
        used.formUnion(step.value.usedNames)
      }
      for parameter in sequence.parameters where !used.contains(parameter.name.value) {
        warn(
          subject, "nothing uses \(parameter.name.value.quoted)", at: parameter.name.place,
          fix: "delete the parameter", waivers: sequence.waivers)
      }
    }
  }
}

extension Sequence.Step {
  /// The names in all its expressions.
  var usedNames: [String] {
    (values.map(\.value) + references.flatMap(\.indices)).flatMap { $0.value.names.map(\.value) }
  }
}
