import Diagnostics
import DriverSpec

/// A reference says which element of each array it means, and means one that is there.
enum IndicesNameOneElement: Rule {
  static let code = DiagnosticCode.badIndex

  static func check(_ subject: RuleSubject) {
    let global = StepScope(subject.spec)
    for sequence in subject.spec.sequences {
      global.walk(sequence) { step, scope in
        for reference in step.value.references { check(reference, scope, subject) }
      }
    }
    for reference in subject.spec.references { check(reference, nil, subject) }
  }

  private static func check(_ reference: RegisterReference, _ scope: StepScope?, _ subject: RuleSubject) {
    guard let placed = subject.placed(reference.name) else { return }
    for (element, part) in zip(placed.path, reference.path) {
      guard let repetition = element.repetition else {
        if let index = part.index {
          report(
            subject, "\(element.name.quoted) is no array", at: index.place, fix: "leave out the index")
        }
        continue
      }
      let count = repetition.elementCount
      guard let index = part.index else {
        report(
          subject, "\(element.name.quoted) is an array of \(count), and this does not say which element",
          at: part.name.place, notes: [.init("the array is here", at: repetition.count.place)],
          fix: "write `\(element.name)[0]`")
        continue
      }
      guard scope != nil || index.value.constantValue != nil else {
        report(
          subject, "which element of \(element.name.quoted) is meant must be a number here", at: index.place,
          fix: "write a number")
        continue
      }
      let range =
        scope?.range(of: index.value) ?? (index.value.constantValue ?? 0)...(index.value.constantValue ?? 0)
      guard count > 0, range.upperBound >= count else { continue }
      let isConstant = range.lowerBound == range.upperBound
      report(
        subject,
        isConstant
          ? "\(element.name.quoted) has no element \(range.lowerBound); the last is \(count - 1)"
          : "this may be beyond the last element of \(element.name.quoted), which is \(count - 1)",
        at: index.place, notes: [.init("the array is here", at: repetition.count.place)],
        fix: isConstant ? "correct the index" : "`require` that it is in 0...\(count - 1) first")
    }
  }
}

extension DriverSpec {
  /// The registers that are named outside of sequences.
  var references: [RegisterReference] {
    var found: [RegisterReference] = locks.map(\.register) + rings.compactMap(\.base)
    for interrupt in interrupts {
      found += interrupt.registers.map(\.name)
      found += interrupt.causes.compactMap { $0.enable?.register }
      found += interrupt.causes.compactMap { $0.acknowledge?.register }
    }
    if let serial { found += serial.references.map(\.field.register) }
    return found
  }
}
