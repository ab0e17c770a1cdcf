import Diagnostics
import DriverSpec

/// `probe`, `start`, `stop`, `quiesce` and `self-test` have no parameters: whoever calls them has nothing to give.
enum WellKnownSequencesTakeNothing: Rule {
  static let code = DiagnosticCode.sequenceParameters
  static let names: Set<String> = ["probe", "start", "stop", "quiesce", "self-test"]

  static func check(_ subject: RuleSubject) {
    for sequence in subject.spec.sequences where names.contains(sequence.name.value) {
      guard let first = sequence.parameters.first else { continue }
      report(
        subject,
        "sequence \(sequence.name.value.quoted) is called by the runtime, which gives no \(first.name.value.quoted)",
        at: first.name.place, fix: "use the spec's `parameters`, which a system may set")
    }
  }
}
