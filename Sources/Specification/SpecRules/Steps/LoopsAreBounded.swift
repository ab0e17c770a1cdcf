import Diagnostics
import DriverSpec

/// A `repeat` or `while` says how often at most: 1 to 65,536 times, and loops in loops no more than 2²⁴ in all.
enum LoopsAreBounded: Rule {
  static let code = DiagnosticCode.loopBound
  /// The most rounds of one loop.
  static let maximumCount: UInt64 = 65_536
  /// The most rounds of loops in loops.
  static let maximumProduct: UInt64 = 1 << 24

  static func check(_ subject: RuleSubject) {
    for sequence in subject.spec.sequences { check(sequence.steps, 1, subject) }
  }

  private static func check(_ steps: [Located<Sequence.Step>], _ around: UInt64, _ subject: RuleSubject) {
    for step in steps {
      let bound: Located<UInt64>
      switch step.value {
      case .loop(let count, _, _): bound = count
      case .whileLoop(_, let limit, let inner):
        guard let limit else {
          report(
            subject, "this may repeat without end", at: step.place,
            fix: "add `at most 16 times` before the colon: as often as can be meant, and some more")
          check(inner, around, subject)
          continue
        }
        bound = limit
      case .branch:
        check(step.value.inner, around, subject)
        continue
      default: continue
      }
      let product = around.multiplyingSaturating(max(1, bound.value))
      if !(1...maximumCount).contains(bound.value) {
        report(
          subject, "a loop of \(bound.value) rounds is refused; the limit is \(maximumCount)",
          at: bound.place,
          fix: "write 1 to \(maximumCount)")
      } else if product > maximumProduct {
        report(
          subject, "this is done up to \(product) times; the limit of loops in loops is \(maximumProduct)",
          at: bound.place, fix: "loop less often")
      }
      check(step.value.inner, min(product, maximumProduct), subject)
    }
  }
}
