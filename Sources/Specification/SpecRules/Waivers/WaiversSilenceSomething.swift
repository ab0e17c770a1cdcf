import Diagnostics
import DriverSpec

/// A waiver silences something: one that does not is left over, and would hide the next mistake.
///
/// It is asked last, after every rule has said what it has to say.
enum WaiversSilenceSomething: Rule {
  static let code = DiagnosticCode.waiverUnused

  static func check(_ subject: RuleSubject) {
    guard subject.unread.isEmpty else { return }
    for waiver in subject.waivers where !subject.isUsed(waiver) {
      guard DiagnosticCode(rawValue: waiver.code.value)?.isWaivable == true else { continue }
      warn(
        subject, "nothing here breaks \(waiver.code.value.quoted)", at: waiver.code.place,
        fix: "delete the waiver, or move it to what breaks the rule")
    }
  }
}
