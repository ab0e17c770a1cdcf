import Diagnostics
import DriverSpec

/// A device of a class says how it is started and stopped.
enum ClassesHaveTheirSequences: Rule {
  static let code = DiagnosticCode.classWithoutSequence

  static func check(_ subject: RuleSubject) {
    guard let deviceClass = subject.spec.deviceClass, !subject.unread.sections.contains("sequences") else {
      return
    }
    let declared = Set(subject.spec.sequences.map(\.name.value))
    for name in ["start", "stop"] where !declared.contains(name) && !subject.unread.names.contains(name) {
      report(
        subject, "class \(deviceClass.value.rawValue.quoted) needs a sequence \(name.quoted)",
        at: deviceClass.place,
        fix: "add \(name.quoted) to `sequences`")
    }
  }
}
