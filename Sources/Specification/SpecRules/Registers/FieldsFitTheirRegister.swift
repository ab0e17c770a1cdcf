import Diagnostics
import DriverSpec

/// Every bit of a field lies in its register.
enum FieldsFitTheirRegister: Rule {
  static let code = DiagnosticCode.fieldOutsideRegister

  static func check(_ subject: RuleSubject) {
    for register in subject.registers {
      for field in register.fields where field.bits.value.high >= register.width.value {
        report(
          subject,
          """
          field \(field.name.value.quoted) reaches bit \(field.bits.value.high); register \
          \(register.name.value.quoted) has \(register.width.value) bits, the highest is \(register.width.value &- 1)
          """,
          at: field.bits.place, notes: [.init("the width is said here", at: register.width.place)],
          fix: "correct the bits, or the register's `width`")
      }
    }
  }
}
