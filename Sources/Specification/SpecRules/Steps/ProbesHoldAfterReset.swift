import Diagnostics
import DriverSpec

/// What `probe` waits for in a register that is only read is what its stated reset value says, and nothing looser.
enum ProbesHoldAfterReset: Rule {
  static let code = DiagnosticCode.probeContradictsReset

  static func check(_ subject: RuleSubject) {
    guard let probe = subject.spec.sequences.first(where: { $0.name.value == "probe" }) else { return }
    for step in probe.steps {
      guard case .await(let reference, let comparison, let value, _) = step.value,
        let (register, field) = subject.field(reference), !register.isWritable,
        let reset = register.reset, let constant = value.value.constantValue,
        (register.resetMask?.value ?? .max) & field.bits.mask == field.bits.mask
      else { continue }
      let actual = field.bits.value.number(in: reset.value)
      if comparison.value.holds(actual, constant) {
        // One value is expected: whatever else passes is another device.
        guard comparison.value != .equal, comparison.value != .notEqual || field.bits.width > 1 else {
          continue
        }
        report(
          subject, "`probe` would take \(reference.written.quoted) for other values than \(actual) too",
          at: comparison.place, notes: [.init("the reset value is said here", at: reset.place)],
          fix: "write `== \(actual)`")
        continue
      }
      report(
        subject,
        "`probe` waits for \(reference.written.quoted) \(comparison.value.rawValue) \(constant), and after reset it is \(actual)",
        at: value.place, notes: [.init("the reset value is said here", at: reset.place)],
        fix: "correct the value, or the `reset`")
    }
  }
}

extension Sequence.Comparison {
  /// Whether it holds for two numbers.
  func holds(_ left: UInt64, _ right: UInt64) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }
}
