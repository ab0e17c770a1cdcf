import Diagnostics
import DriverSpec

/// No value of a field has two names.
enum EnumeratedValuesAreDistinct: Rule {
  static let code = DiagnosticCode.valueNamedTwice

  static func check(_ subject: RuleSubject) {
    for register in subject.registers {
      for field in register.fields {
        var first: [UInt64: EnumeratedValue] = [:]
        for value in field.values {
          guard let earlier = first[value.number] else {
            first[value.number] = value
            continue
          }
          report(
            subject,
            """
            \(value.number) of field \(field.name.value.quoted) is named \(earlier.name.value.quoted) and \
            \(value.name.value.quoted)
            """,
            at: value.pattern.place,
            notes: [.init("\(earlier.name.value.quoted) is here", at: earlier.pattern.place)],
            fix: "keep one name, or correct one value")
        }
      }
    }
  }
}
