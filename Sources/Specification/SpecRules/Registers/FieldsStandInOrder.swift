import Diagnostics
import DriverSpec

/// Fields that stand in the order of their bits, the highest or the lowest first, all do: one that does not has a wrong
/// digit.
enum FieldsStandInOrder: Rule {
  static let code = DiagnosticCode.fieldsUnordered

  static func check(_ subject: RuleSubject) {
    for register in subject.registers {
      // Those that are only read and only written may share bits, and then stand behind each other.
      let fields = register.fields.filter { $0.bits.isContiguous }
      guard fields.count >= 4 else { continue }
      let ups = zip(fields, fields.dropFirst()).count { $0.0.bits.low < $0.1.bits.low }
      let isDescending = ups * 2 < fields.count - 1
      let key: (Field) -> Int = { isDescending ? -$0.bits.low : $0.bits.low }
      for (earlier, field) in FewExceptions.descents(fields, by: key) {
        warn(
          subject,
          """
          field \(field.name.value.quoted) (\(field.bits.value.written)) stands behind \(earlier.name.value.quoted) \
          (\(earlier.bits.value.written)); the others stand in order
          """,
          at: field.bits.place,
          notes: [.init("\(earlier.name.value.quoted) is here", at: earlier.bits.place)],
          fix: "correct the bits that are wrong, or move the field", waivers: field.waivers + register.waivers
        )
      }
    }
  }
}
