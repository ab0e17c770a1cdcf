import Diagnostics
import DriverSpec

/// A register has 8, 16, 32 or 64 bits: what a processor reads in one access.
enum RegisterWidthsAreSupported: Rule {
  static let code = DiagnosticCode.unsupportedWidth

  static func check(_ subject: RuleSubject) {
    for register in subject.registers where ![8, 16, 32, 64].contains(register.width.value) {
      report(
        subject, "a register cannot have \(register.width.value) bits", at: register.width.place,
        fix: "write 8, 16, 32 or 64: the width of the access")
    }
  }
}
