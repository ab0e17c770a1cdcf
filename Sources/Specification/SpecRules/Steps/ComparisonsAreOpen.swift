import Diagnostics
import DriverSpec

/// A comparison with a field can come out either way, and a single bit is asked for what it is.
enum ComparisonsAreOpen: Rule {
  static let code = DiagnosticCode.comparisonDecided

  static func check(_ subject: RuleSubject) {
    for (_, step) in subject.steps {
      switch step.value {
      case .await(let field, let comparison, let value, _): check(field, comparison, value, subject)
      case .branch(let condition, _, _), .whileLoop(let condition, _, _):
        guard let field = condition.field else { continue }
        check(field, condition.comparison, condition.value, subject)
      default: continue
      }
    }
  }

  private static func check(
    _ reference: FieldReference, _ comparison: Located<Sequence.Comparison>, _ value: Located<Expression>,
    _ subject: RuleSubject
  ) {
    guard comparison.value != .equal, comparison.value != .notEqual, let (_, field) = subject.field(reference)
    else { return }
    let limit = field.bits.largestValue
    let here = Diagnostic.Note("\(field.name.value.quoted) is here", at: field.bits.place)
    if limit == 1 {
      report(
        subject,
        "\(reference.written.quoted) is a single bit, and `\(comparison.value.rawValue)` compares numbers",
        at: comparison.place, notes: [here], fix: "write `== 0` or `== 1`")
      return
    }
    guard let constant = value.value.constantValue, constant <= limit else { return }
    let lowest = comparison.value.holds(0, constant)
    let highest = comparison.value.holds(limit, constant)
    // The comparison changes at most once between the lowest and the highest value.
    guard lowest == highest else { return }
    report(
      subject,
      "\(reference.written.quoted) is 0 to \(limit), so this is \(lowest ? "always" : "never") so",
      at: comparison.place, notes: [here], fix: "correct the comparison, or the value")
  }
}
