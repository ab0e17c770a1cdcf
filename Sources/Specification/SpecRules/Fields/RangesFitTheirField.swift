import Diagnostics
import DriverSpec

/// The values that may be written are ones that the field holds, and the field is written.
enum RangesFitTheirField: Rule {
  static let code = DiagnosticCode.badFieldRange

  static func check(_ subject: RuleSubject) {
    for register in subject.registers {
      for field in register.fields {
        guard let range = field.range else { continue }
        let limit = field.bits.largestValue
        if range.value.upperBound > limit {
          report(
            subject,
            "field \(field.name.value.quoted) (\(field.bits.value.written)) never reaches \(range.value.upperBound); the limit is \(limit)",
            at: range.place, notes: [.init("the bits are said here", at: field.bits.place)],
            fix: "correct the range, or the field's bits")
        } else if !register.access(of: field).isWritable {
          report(
            subject,
            "field \(field.name.value.quoted) is \(register.access(of: field).text), and a range says what may be written",
            at: range.place,
            notes: [.init("the access is said here", at: (field.access ?? register.access).place)],
            fix: "delete `range`, or correct the `access`")
        } else if let value = field.namesWhenWritten.first(where: { value in
          value.value.map { !range.value.contains($0) } ?? false
        }) {
          report(
            subject,
            "value \(value.name.value.quoted) of field \(field.name.value.quoted) lies outside \(range.value.lowerBound)...\(range.value.upperBound)",
            at: value.pattern.place, notes: [.init("the range is said here", at: range.place)],
            fix: "correct the value, or the range")
        }
      }
    }
  }
}
