import Diagnostics
import DriverSpec

/// Where the status register has a cause's bit, the mask and acknowledge registers have one that can be written.
///
/// The driver masks and clears a cause by writing the bits that the status register shows for it.
enum CausesHaveTheirBits: Rule {
  static let code = DiagnosticCode.causeBitMissing

  static func check(_ subject: RuleSubject) {
    for interrupt in subject.spec.interrupts {
      guard let status = interrupt.status.flatMap({ subject.register($0.value).value }) else { continue }
      for (role, name) in interrupt.registers where role != .status {
        guard let register = subject.register(name.value).value, !register.fields.isEmpty,
          !subject.unread.names.contains(name.value)
        else { continue }
        let writable = register.fields.reduce(UInt64(0)) { bits, field in
          register.access(of: field).isWritable ? bits | field.bits.value.mask : bits
        }
        for cause in interrupt.causes {
          for reference in cause.fields {
            guard let field = subject.field(reference.value, of: status.name.value).value,
              field.bits.value.mask & ~writable != 0
            else { continue }
            report(
              subject,
              """
              \(field.name.value.quoted) is \(field.bits.value.written) of \(status.name.value.quoted), and the \
              `\(role.rawValue)` register \(name.value.quoted) has no writable field there
              """,
              at: reference.place, notes: [.init("\(name.value.quoted) is here", at: register.name.place)],
              fix: "add the field to \(name.value.quoted), or correct the bits")
          }
        }
      }
    }
  }
}
