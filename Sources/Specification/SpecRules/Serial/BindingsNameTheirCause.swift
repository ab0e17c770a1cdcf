import Diagnostics
import DriverSpec

/// A class binding names causes of the driver's interrupts, each for one purpose.
enum BindingsNameTheirCause: Rule {
  static let code = DiagnosticCode.unknownCause

  static func check(_ subject: RuleSubject) {
    guard let serial = subject.spec.serial, !subject.unread.sections.contains("interrupts") else { return }
    let causes = subject.spec.interrupts.flatMap { $0.causes.map(\.name.value) }
    for cause in [serial.transmit.cause, serial.receive.cause]
    where !causes.contains(cause.value) && !subject.unread.names.contains(cause.value) {
      report(
        subject, "no interrupt has a cause \(cause.value.quoted)", at: cause.place,
        fix: Suggestion.fix(for: cause.value, among: causes) ?? "add the cause to `interrupts`")
    }
    if serial.transmit.cause.value == serial.receive.cause.value {
      report(
        subject, "\(serial.receive.cause.value.quoted) is the cause of both `transmit` and `receive`",
        at: serial.receive.cause.place,
        notes: [.init("named first here", at: serial.transmit.cause.place)],
        fix: "split the cause in `interrupts`")
    }
  }
}
