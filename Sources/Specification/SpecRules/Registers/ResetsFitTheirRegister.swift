import Diagnostics
import DriverSpec

/// A reset value is one that its register can hold.
enum ResetsFitTheirRegister: Rule {
  static let code = DiagnosticCode.resetTooWide

  static func check(_ subject: RuleSubject) {
    for register in subject.registers {
      guard let reset = register.reset, reset.value > register.largestValue else { continue }
      report(
        subject,
        """
        the reset value \(reset.value.hexadecimal) does not fit the \(register.width.value) bits of register \
        \(register.name.value.quoted); the limit is \(register.largestValue.hexadecimal)
        """,
        at: reset.place, fix: "correct the value, or the register's `width`")
    }
  }
}

extension Register {
  /// The largest value that it holds.
  var largestValue: UInt64 { BitRange(high: max(0, min(width.value, 64) - 1), low: 0).largestValue }
}
