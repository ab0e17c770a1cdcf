import Diagnostics
import DriverSpec

/// A delay lasts at least a nanosecond and at most a second.
enum DelaysAreBounded: Rule {
  static let code = DiagnosticCode.badDelay
  /// The longest delay: 1 second.
  static let maximumNanoseconds: UInt64 = 1_000_000_000

  static func check(_ subject: RuleSubject) {
    for (_, step) in subject.steps {
      guard case .delay(let time) = step.value, !(1...maximumNanoseconds).contains(time.value) else {
        continue
      }
      report(
        subject,
        time.value == 0
          ? "a delay of nothing delays nothing"
          : "a delay of \(time.value) nanoseconds is too long; the limit is \(maximumNanoseconds)",
        at: time.place,
        fix: time.value == 0 ? "delete the step" : "wait for the device instead: `await … within 1 s`")
    }
  }
}
