import Diagnostics
import DriverSpec

/// A named value is one that its field can hold.
enum EnumeratedValuesFitTheirField: Rule {
  static let code = DiagnosticCode.valueTooWide

  static func check(_ subject: RuleSubject) {
    for register in subject.registers {
      for field in register.fields {
        for value in field.values + field.readValues + field.writeValues
        where value.highest > field.bits.value.largestValue {
          report(
            subject,
            """
            value \(value.name.value.quoted) is \(value.highest); field \(field.name.value.quoted) \
            (\(field.bits.value.written)) holds at most \(field.bits.value.largestValue)
            """,
            at: value.pattern.place, notes: [.init("the bits are said here", at: field.bits.place)],
            fix: "correct the value, or the field's bits")
        }
      }
    }
  }
}

extension EnumeratedValue {
  /// The highest number that it stands for; 0 for `default`.
  fileprivate var highest: UInt64 {
    if case .bits(let value, let dontCare) = pattern.value { value | dontCare } else { 0 }
  }
}
