import Diagnostics
import DriverSpec

/// A binary point stands inside its field, and a sign has a bit beside it.
enum FractionsFitTheirField: Rule {
  static let code = DiagnosticCode.badFraction

  static func check(_ subject: RuleSubject) {
    for register in subject.registers {
      for field in register.fields {
        let width = field.bits.width
        if let fraction = field.fractionBits, !(1...max(1, width)).contains(fraction.value) {
          report(
            subject,
            "field \(field.name.value.quoted) has \(width) bits, and \(fraction.value) of them cannot be a fraction",
            at: fraction.place, notes: [.init("the bits are said here", at: field.bits.place)],
            fix: "write 1 to \(max(1, width)), or delete `fraction`")
        }
        if let signed = field.isSigned, signed.value, width < 2 {
          report(
            subject,
            "field \(field.name.value.quoted) has \(width) bit, and a signed number takes two or more",
            at: signed.place, notes: [.init("the bits are said here", at: field.bits.place)],
            fix: "delete `signed`, or correct the bits")
        }
      }
    }
  }
}
