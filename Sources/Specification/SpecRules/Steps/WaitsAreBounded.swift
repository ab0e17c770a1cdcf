import Diagnostics
import DriverSpec

/// Every wait gives up, soon enough for somebody to notice and late enough to look once.
enum WaitsAreBounded: Rule {
  static let code = DiagnosticCode.unboundedWait
  /// The longest wait: 60 seconds.
  static let maximumNanoseconds: UInt64 = 60_000_000_000

  static func check(_ subject: RuleSubject) {
    for (_, step) in subject.steps {
      guard case .await(let field, _, _, let bound) = step.value else { continue }
      guard let bound else {
        report(
          subject,
          "this waits for `\(field.name)` without end", at: step.place,
          fix: "add `within 10 ms`, or `within 1000 polls`: the manual's longest time and some more")
        continue
      }
      let (amount, limit, unit) =
        switch bound.value {
        case .polls(let count): (count, maximumNanoseconds / Sequence.Bound.nanosecondsPerPoll, "polls")
        case .time(let nanoseconds): (nanoseconds, maximumNanoseconds, "nanoseconds")
        }
      if amount == 0 {
        report(
          subject, "a wait within nothing never looks", at: bound.place, fix: "write `within 1 polls` or more"
        )
      } else if amount > limit {
        report(subject, "a wait of \(amount) \(unit) is too long; the limit is \(limit)", at: bound.place)
      }
    }
  }
}
