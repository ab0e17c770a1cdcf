import Diagnostics
import DriverSpec

/// A named value is one that its field can hold.
enum EnumeratedValuesFitTheirField: Rule {
  static let code = DiagnosticCode.valueTooWide

  static func check(_ subject: RuleSubject) {
    for register in subject.registers {
      for field in register.fields {
        for value in field.values where value.number > field.bits.value.largestValue {
          report(
            subject,
            """
            value \(value.name.value.quoted) is \(value.number); field \(field.name.value.quoted) \
            (\(field.bits.value.written)) holds at most \(field.bits.value.largestValue)
            """,
            at: value.pattern.place, notes: [.init("the bits are said here", at: field.bits.place)],
            fix: "correct the value, or the field's bits")
        }
      }
    }
  }
}
