import Diagnostics
import DriverSpec

/// An IRQ says whether the line asks by level or by edge: acknowledging one as the other loses interrupts.
enum InterruptsSayTheirTrigger: Rule {
  static let code = DiagnosticCode.irqWithoutTrigger

  static func check(_ subject: RuleSubject) {
    for line in subject.interruptLines {
      guard case .irq(_, nil, _) = line.kind else { continue }
      report(
        subject, "interrupt \(line.name.value.quoted) does not say how it is triggered", at: line.name.place,
        fix: "add `trigger: level` or `trigger: edge`, as the manual has it")
    }
  }
}
