import Diagnostics
import DriverSpec

/// No value of a field has two names.
enum EnumeratedValuesAreDistinct: Rule {
  static let code = DiagnosticCode.valueNamedTwice

  static func check(_ subject: RuleSubject) {
    for register in subject.registers {
      for field in register.fields {
        for values in [field.values, field.readValues, field.writeValues] {
          check(values, field, register, subject)
        }
      }
    }
  }

  private static func check(
    _ values: [EnumeratedValue], _ field: Field, _ register: Register, _ subject: RuleSubject
  ) {
    guard values.count > 1 else { return }
    var first: [EnumeratedValue.Pattern: Int] = [:]
    first.reserveCapacity(values.count)
    for (index, value) in values.enumerated() where value.pattern.value != .otherwise {
      guard let earlier = first[value.pattern.value].map({ values[$0] }) else {
        first[value.pattern.value] = index
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
