import Diagnostics
import DriverSpec

/// An entry of `interrupts` has the name of an IRQ or MSI resource.
enum InterruptsServeALine: Rule {
  static let code = DiagnosticCode.unknownInterrupt

  static func check(_ subject: RuleSubject) {
    let lines = subject.spec.resources.filter(\.isInterrupt).map(\.name.value)
    for interrupt in subject.spec.interrupts {
      let name = interrupt.resource
      switch subject.resource(name.value) {
      case .unread: continue
      case .found(let resource):
        if resource.isInterrupt { continue }
        report(
          subject, "\(name.value.quoted) is no `irq` resource", at: name.place,
          notes: [.init("\(name.value.quoted) is here", at: resource.name.place)],
          fix: Suggestion.fix(for: name.value, among: lines))
      case .missing:
        report(
          subject, "no `irq` resource is called \(name.value.quoted)", at: name.place,
          fix: Suggestion.fix(for: name.value, among: lines)
            ?? "add `\(name.value): {irq: 0, trigger: level}` to `resources`")
      }
    }
  }
}
