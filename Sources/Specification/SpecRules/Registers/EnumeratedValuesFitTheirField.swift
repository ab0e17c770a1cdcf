import Diagnostics
import DriverSpec

/// A named value is one that its field can hold.
enum EnumeratedValuesFitTheirField: Rule {
  static let code = DiagnosticCode.valueTooWide

  static func check(_ subject: RuleSubject) {
    for register in subject.spec.registers {
      for field in register.fields {
        for value in field.values where value.value.value > field.bits.value.largestValue {
          report(
            subject,
            """
            value \(value.name.value.quoted) is \(value.value.value); field \(field.name.value.quoted) \
            (\(field.bits.value.written)) holds at most \(field.bits.value.largestValue)
            """,
            at: value.value.place, notes: [.init("the bits are said here", at: field.bits.place)],
            fix: "correct the value, or the field's bits")
        }
      }
    }
  }
}
