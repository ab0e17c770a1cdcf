import Diagnostics
import DriverSpec

/// Arithmetic on constants alone has a result: none is below zero, above 64 bits, or divided by zero.
enum ConstantsCanBeCalculated: Rule {
  static let code = DiagnosticCode.constantOverflow

  static func check(_ subject: RuleSubject) {
    for (_, step) in subject.steps {
      for (value, _) in step.value.values { check(subject, value) }
    }
  }

  private static func check(_ subject: RuleSubject, _ expression: Located<Expression>) {
    guard case .binary(let name, let left, let right) = expression.value else { return }
    check(subject, left)
    check(subject, right)
    guard let second = right.value.constantValue else { return }
    // Whatever stands before it: nothing can be divided by zero, and 64 bits are never shifted by 64.
    if second == 0, name == .divide || name == .remainder {
      report(subject, "this divides by zero", at: right.place, fix: "correct the divisor")
      return
    }
    if second >= 64, name == .shiftLeft || name == .shiftRight {
      report(
        subject, "a shift by \(second) leaves nothing of 64 bits; the limit is 63", at: right.place,
        fix: "correct the shift")
      return
    }
    guard let first = left.value.constantValue else { return }
    do {
      _ = try name.result(first, second)
    } catch {
      let why =
        switch error {
        case .aboveMaximum, .lostBits: "does not fit into 64 bits"
        case .belowZero: "is below zero, and numbers have no sign"
        case .divisionByZero: "divides by zero"
        }
      report(
        subject, "`\(first) \(name.rawValue) \(second)` \(why)", at: expression.place,
        fix: "correct the numbers")
    }
  }
}
