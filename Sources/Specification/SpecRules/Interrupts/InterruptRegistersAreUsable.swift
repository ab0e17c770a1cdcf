import Diagnostics
import DriverSpec

/// A status register can be read, a mask read and written, an acknowledge register written.
enum InterruptRegistersAreUsable: Rule {
  static let code = DiagnosticCode.interruptAccess

  static func check(_ subject: RuleSubject) {
    for interrupt in subject.spec.interrupts {
      for (role, name) in interrupt.registers {
        guard let register = subject.register(name.value).value else { continue }
        let access = register.access.value
        let isUsable =
          switch role {
          case .status: access.isReadable
          case .mask: access == .readWrite
          case .acknowledge: access.isWritable
          }
        guard !isUsable else { continue }
        let needed =
          switch role {
          case .status: "can be read"
          case .mask: "can be read and written"
          case .acknowledge: "can be written"
          }
        report(
          subject,
          """
          \(name.value.quoted) is \(access.text), and the `\(role.rawValue)` of \
          \(interrupt.resource.value.quoted) takes a register that \(needed)
          """,
          at: name.place, notes: [.init("\(name.value.quoted) is here", at: register.name.place)],
          fix: "name another register, or correct the `access` of \(name.value.quoted)")
      }
    }
  }
}
