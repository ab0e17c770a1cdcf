import Diagnostics
import DriverSpec

/// Somebody serves each IRQ and each message that the driver asks for: an interrupt without causes is never acknowledged.
enum LinesAreServed: Rule {
  static let code = DiagnosticCode.interruptNotServed

  static func check(_ subject: RuleSubject) {
    guard !subject.unread.sections.contains("interrupts") else { return }
    let served = Set(subject.spec.interrupts.map(\.resource.value))
    for line in subject.spec.resources.filter(\.isInterrupt)
    where !served.contains(line.name.value) && !subject.unread.names.contains(line.name.value) {
      report(
        subject, "nobody serves interrupt \(line.name.value.quoted)", at: line.name.place,
        fix: "add it to `interrupts` with its status register and causes, or delete the resource")
    }
  }
}
