import Diagnostics
import DriverSpec

/// Every name of a value can be read: no name before it stands for all that it stands for.
enum ValuesCanBeTold: Rule {
  static let code = DiagnosticCode.valueUnreachable
  /// The most patterns of one field that are compared with its other values.
  static let maximumPatterns = 256

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
    var patterns: [(name: EnumeratedValue, value: UInt64, dontCare: UInt64)] = []
    var otherwise: EnumeratedValue?
    for value in values {
      guard case .bits(let bits, let dontCare) = value.pattern.value else {
        if let otherwise {
          tell(subject, value, otherwise, field, "both are `default`", register)
        }
        otherwise = otherwise ?? value
        continue
      }
      if let earlier = patterns.first(where: { earlier in
        earlier.value == bits & ~earlier.dontCare && dontCare & ~earlier.dontCare == 0
          && (earlier.value, earlier.dontCare) != (bits, dontCare)
      }) {
        tell(subject, value, earlier.name, field, "the first that fits is taken", register)
      }
      if dontCare != 0, patterns.count < maximumPatterns { patterns.append((value, bits, dontCare)) }
    }
  }

  private static func tell(
    _ subject: RuleSubject, _ value: EnumeratedValue, _ earlier: EnumeratedValue, _ field: Field,
    _ why: String, _ register: Register
  ) {
    report(
      subject,
      """
      value \(value.name.value.quoted) of field \(field.name.value.quoted) is never read: \
      \(earlier.name.value.quoted) stands for it too, and \(why)
      """,
      at: value.pattern.place,
      notes: [.init("\(earlier.name.value.quoted) is here", at: earlier.pattern.place)],
      fix: "put the value that says more before the pattern that says less",
      waivers: field.waivers + register.waivers)
  }
}
