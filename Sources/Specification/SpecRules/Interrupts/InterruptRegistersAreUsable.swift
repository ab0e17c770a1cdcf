import Diagnostics
import DriverSpec

/// A status register can be read, a mask read and written, an acknowledge register written, or read where that is the way.
enum InterruptRegistersAreUsable: Rule {
  static let code = DiagnosticCode.interruptAccess

  static func check(_ subject: RuleSubject) {
    for interrupt in subject.spec.interrupts {
      for (role, name) in interrupt.registers where role != .acknowledge {
        guard let register = subject.register(name.name).value else { continue }
        let isUsable =
          role == .mask
          ? register.access.value.isReadable && register.access.value.isWritable
            && register.access.value.writeEffect == .stores && !register.access.value.isWriteOnce
          : register.isReadable
        if !isUsable {
          refuse(
            subject, name, register, "`\(role.rawValue)` of \(interrupt.resource.value.quoted)",
            role == .mask ? "can be read and written" : "can be read")
        }
      }
      let own = interrupt.causes.compactMap(\.acknowledge)
      for acknowledgement in own + (interrupt.acknowledge.map { [$0] } ?? []) {
        check(acknowledgement, interrupt, subject)
      }
    }
  }

  private static func check(
    _ acknowledgement: Interrupt.Acknowledgement, _ interrupt: Interrupt, _ subject: RuleSubject
  ) {
    let name = acknowledgement.register
    guard let register = subject.register(name.name).value else { return }
    let what = "`acknowledge` of \(interrupt.resource.value.quoted)"
    switch acknowledgement {
    case .pendingBits: if !register.isWritable { refuse(subject, name, register, what, "can be written") }
    case .write(_, let value):
      if !register.isWritable { refuse(subject, name, register, what, "can be written") }
      guard value.value > register.largestValue else { return }
      report(
        subject,
        "\(value.value.hexadecimal) does not fit \(name.name.quoted); the limit is \(register.largestValue.hexadecimal)",
        at: value.place, notes: [.init("\(name.name.quoted) is here", at: register.name.place)],
        fix: "correct the value")
    case .read: if !register.isReadable { refuse(subject, name, register, what, "can be read") }
    case .set(let reference):
      guard let (_, field) = subject.field(reference), !register.access(of: field).isWritable else { return }
      report(
        subject,
        "\(reference.written.quoted) is \(register.access(of: field).text), and the \(what) writes it",
        at: reference.field.place, notes: [.init("\(field.name.value.quoted) is here", at: field.name.place)],
        fix: "name another field, or correct the `access`")
    }
  }

  private static func refuse(
    _ subject: RuleSubject, _ name: RegisterReference, _ register: Register, _ role: String, _ needed: String
  ) {
    report(
      subject,
      "\(name.name.quoted) is \(register.access.value.text), and the \(role) takes a register that \(needed)",
      at: name.place, notes: [.init("\(name.name.quoted) is here", at: register.name.place)],
      fix: "name another register, or correct the `access` of \(name.name.quoted)")
  }
}
