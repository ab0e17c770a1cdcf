import Diagnostics
import DriverSpec

/// A driver looks again where one look cannot tell all causes: after an edge, and where the status register holds the
/// number of one cause at a time.
///
/// In the second case it also knows when none is pending. No other edge comes while a cause is still pending.
enum EncodedCausesAreAskedAgain: Rule {
  static let code = DiagnosticCode.causesNotRepeated
  /// The most looks.
  static let maximumRepeat = 65_536

  static func check(_ subject: RuleSubject) {
    for interrupt in subject.spec.interrupts {
      if let limit = interrupt.repeatLimit, !(1...maximumRepeat).contains(limit.value) {
        report(
          subject, "looking \(limit.value) times is refused; the limit is \(maximumRepeat)", at: limit.place,
          fix: "write 1 to \(maximumRepeat)")
      }
      guard interrupt.status != nil, !subject.unread.names.contains(interrupt.resource.value) else {
        continue
      }
      let name = interrupt.resource.value.quoted
      if let shared = encoded(interrupt) {
        if interrupt.pendingWhen == nil {
          report(
            subject,
            "\(shared.value.quoted) holds the number of one cause, and nothing says when none is pending",
            at: shared.place, fix: "add `pending-when: FIELD == 0` to \(name)")
        }
        if interrupt.repeatLimit == nil {
          report(
            subject,
            "\(shared.value.quoted) holds the number of one cause, so \(name) must look again for others",
            at: shared.place, fix: "add `repeat: 16` to \(name)")
        }
      } else if let resource = subject.resource(interrupt.resource.value).value,
        case .irq(_, let trigger?, _) = resource.kind, trigger.value == .edge, interrupt.repeatLimit == nil
      {
        report(
          subject, "\(name) is triggered by edges, and a cause that comes while others are served has none",
          at: interrupt.resource.place, notes: [.init("the trigger is said here", at: trigger.place)],
          fix: "add `repeat: 16` to \(name)")
      }
    }
  }

  /// A field whose values stand for different causes.
  private static func encoded(_ interrupt: Interrupt) -> Located<String>? {
    var owners: [String: String] = [:]
    for cause in interrupt.causes {
      for condition in cause.conditions where condition.value != nil && condition.comparison == .equal {
        let owner = owners[condition.field.value] ?? cause.name.value
        if owner != cause.name.value { return condition.field }
        owners[condition.field.value] = owner
      }
    }
    return nil
  }
}
