import Diagnostics
import DriverSpec

/// What is said of reserved bits is said of bits of the register that no field has, once each.
enum ReservedBitsAreFree: Rule {
  static let code = DiagnosticCode.badReserved

  static func check(_ subject: RuleSubject) {
    for register in subject.registers where !register.reserved.isEmpty {
      var taken: UInt64 = 0
      var whole: ReservedBits?
      for reserved in register.reserved {
        if reserved.rule.value == .preserve, !register.isReadable {
          report(
            subject,
            "register \(register.name.value.quoted) is \(register.access.text), so no bit of it can be written as read",
            at: reserved.rule.place, notes: [.init("the access is said here", at: register.access.place)],
            fix: "write 0 or 1, as the manual has it")
        }
        guard let bits = reserved.bits else {
          if let whole {
            report(
              subject, "`reserved` is said twice for all bits", at: reserved.rule.place,
              notes: [.init("said first here", at: whole.rule.place)], fix: "keep one of them")
          }
          whole = whole ?? reserved
          continue
        }
        if bits.value.high >= register.width.value {
          report(
            subject,
            "register \(register.name.value.quoted) has \(register.width.value) bits, and no \(bits.value.written)",
            at: bits.place, notes: [.init("the width is said here", at: register.width.place)],
            fix: "correct the bits")
        } else if bits.value.mask & taken != 0 {
          report(
            subject, "`reserved` says \(bits.value.written) of \(register.name.value.quoted) twice",
            at: bits.place,
            fix: "say each bit once")
        } else if let field = register.fields.first(where: { $0.bits.mask & bits.value.mask != 0 }) {
          report(
            subject,
            "`reserved` says \(bits.value.written), and field \(field.name.value.quoted) has bits there",
            at: bits.place, notes: [.init("\(field.name.value.quoted) is here", at: field.bits.place)],
            fix: "give each bit to the field or to `reserved`")
        }
        taken |= bits.value.mask
      }
    }
  }
}

extension Register {
  /// Bits outside the fields and how they are written.
  ///
  /// - Parameter rule: how.
  /// - Returns: the bits that must be written so, set in a register's value.
  func reservedBits(_ rule: ReservedBits.Rule) -> UInt64 {
    let free = largestValue & ~fields.reduce(UInt64(0)) { $0 | $1.bits.mask }
    let said = reserved.reduce(UInt64(0)) { $0 | ($1.bits?.value.mask ?? 0) }
    return reserved.reduce(UInt64(0)) { bits, reserved in
      reserved.rule.value == rule ? bits | (reserved.bits?.value.mask ?? free & ~said) : bits
    } & free
  }
}
