import Diagnostics
import DriverSpec

/// Where the status register has a cause's bit, the mask and acknowledge registers have one that can be written.
///
/// The driver masks and clears a cause by writing the bits that the status register shows for it. A cause with an `enable`
/// or an `acknowledge` of its own does not need them.
enum CausesHaveTheirBits: Rule {
  static let code = DiagnosticCode.causeBitMissing

  static func check(_ subject: RuleSubject) {
    for interrupt in subject.spec.interrupts {
      guard let status = interrupt.status?.name, subject.register(status).value != nil else { continue }
      for (role, name) in interrupt.bitRegisters {
        guard let register = subject.register(name.name).value, !register.fields.isEmpty,
          !subject.unread.names.contains(name.name)
        else { continue }
        let writable = register.fields.reduce(UInt64(0)) { bits, field in
          register.access(of: field).isWritable ? bits | field.bits.value.mask : bits
        }
        for cause in interrupt.causes {
          if role == .mask ? cause.enable != nil : cause.acknowledge != nil { continue }
          for reference in cause.fields {
            guard let field = subject.field(reference.value, of: status).value,
              field.bits.value.mask & ~writable != 0
            else { continue }
            report(
              subject,
              """
              \(field.name.value.quoted) is \(field.bits.value.written) of \(status.quoted), and the \
              `\(role.rawValue)` register \(name.name.quoted) has no writable field there
              """,
              at: reference.place, notes: [.init("\(name.name.quoted) is here", at: register.name.place)],
              fix: "add the field to \(name.name.quoted), or correct the bits", waivers: register.waivers)
          }
        }
      }
    }
  }
}

extension Interrupt {
  /// The registers whose bits must lie as those of the status register.
  fileprivate var bitRegisters: [(role: Role, name: RegisterReference)] {
    var found: [(role: Role, name: RegisterReference)] = mask.map { [(.mask, $0)] } ?? []
    if case .pendingBits(let register) = acknowledge { found.append((.acknowledge, register)) }
    return found
  }
}
