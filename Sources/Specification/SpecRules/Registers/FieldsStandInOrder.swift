import Diagnostics
import DriverSpec

/// Fields that stand in the order of their bits, the highest or the lowest first, all do: one that does not has a wrong
/// digit.
enum FieldsStandInOrder: Rule {
  static let code = DiagnosticCode.fieldsUnordered

  static func check(_ subject: RuleSubject) {
    for register in subject.registers {
      // Those that are only read and only written may share bits, and then stand behind each other.
      let fields = register.fields
      let lows = fields.map(\.bits.value.low)
      let pieces = fields.indices.filter { fields[$0].bits.value.isContiguous }
      guard pieces.count >= 4 else { continue }
      let ups = zip(pieces, pieces.dropFirst()).count { lows[$0.0] < lows[$0.1] }
      let isDescending = ups * 2 < pieces.count - 1
      let descents = FewExceptions.descents(pieces) { isDescending ? -lows[$0] : lows[$0] }
      for (earlier, field) in descents.map({ (fields[$0.before], fields[$0.at]) }) {
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
