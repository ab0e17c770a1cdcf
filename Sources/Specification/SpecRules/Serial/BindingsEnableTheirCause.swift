import Diagnostics
import DriverSpec

/// The mask bits of a class binding let its own cause through.
enum BindingsEnableTheirCause: Rule {
  static let code = DiagnosticCode.bindingEnable

  static func check(_ subject: RuleSubject) {
    guard let serial = subject.spec.serial else { return }
    check(subject, "transmit", serial.transmit.cause, serial.transmit.enable)
    check(subject, "receive", serial.receive.cause, serial.receive.enable)
  }

  private static func check(
    _ subject: RuleSubject, _ use: String, _ cause: Located<String>, _ enable: [FieldReference]
  ) {
    let found = subject.spec.interrupts.lazy.compactMap { interrupt in
      interrupt.causes.first { $0.name.value == cause.value }.map { (interrupt, $0) }
    }.first
    guard let (interrupt, declared) = found, let mask = interrupt.mask,
      !subject.unread.names.contains(cause.value)
    else { return }
    // A cause with a field of its own, or one that is a number, has no bits that the mask could share.
    guard declared.enable == nil, declared.conditions.allSatisfy({ $0.value == nil }) else { return }
    var bits: UInt64 = 0
    for name in declared.fields {
      guard let field = subject.field(name.value, of: interrupt.status?.value ?? "").value else { return }
      bits |= field.bits.value.mask
    }
    for reference in enable {
      guard let (_, field) = subject.field(reference) else { continue }
      if reference.register.value != mask.value {
        report(
          subject,
          """
          \(reference.written.quoted) is no field of \(mask.value.quoted), which masks the interrupt of cause \
          \(cause.value.quoted)
          """,
          at: reference.register.place, notes: [.init("the mask is named here", at: mask.place)],
          fix: "name the fields of \(mask.value.quoted) that let the cause through")
      } else if field.bits.value.mask & ~bits != 0 {
        report(
          subject,
          """
          \(reference.written.quoted) is \(field.bits.value.written), and no field of cause \(cause.value.quoted) is \
          there
          """,
          at: reference.field.place, notes: [.init("the cause is here", at: declared.name.place)],
          fix: "name the fields that let the cause of `\(use)` through")
      }
    }
  }
}
