import Diagnostics
import DriverSpec

/// A delay lasts at least a nanosecond and at most a second, and there is a register to count it by.
enum DelaysAreBounded: Rule {
  static let code = DiagnosticCode.badDelay
  /// The longest delay: 1 second.
  static let maximumNanoseconds: UInt64 = 1_000_000_000

  static func check(_ subject: RuleSubject) {
    if subject.unread.isEmpty, subject.map.polledForDelay == nil,
      let (_, step) = subject.steps.first(where: { if case .delay = $0.step.value { true } else { false } })
    {
      report(
        subject,
        "a delay is counted in reads of a register, and the device has none that a read leaves as it is, outside banks",
        at: step.place, fix: "wait in a hook, or declare a register that can be read")
    }
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
