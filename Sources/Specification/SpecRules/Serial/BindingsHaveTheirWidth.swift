import Diagnostics
import DriverSpec

/// The data fields of a serial binding hold a character of 8 bits, its flags are single bits.
enum BindingsHaveTheirWidth: Rule {
  static let code = DiagnosticCode.bindingWidth

  static func check(_ subject: RuleSubject) {
    guard let serial = subject.spec.serial else { return }
    for (role, reference) in serial.references {
      guard let (_, field) = subject.field(reference) else { continue }
      let width = field.bits.value.width
      guard role.isFlag ? width != 1 : width < 8 else { continue }
      report(
        subject,
        role.isFlag
          ? "\(reference.written.quoted) has \(width) bits, and \(role.rawValue) takes one that is a single bit"
          : "\(reference.written.quoted) has \(width) bits, and \(role.rawValue) takes at least 8",
        at: reference.field.place,
        notes: [.init("\(field.name.value.quoted) is here", at: field.bits.place)],
        fix: "name another field, or correct the bits")
    }
  }
}
