import Diagnostics
import DriverSpec

/// The parts of a scattered field have no bit in common.
enum FieldPartsDoNotOverlap: Rule {
  static let code = DiagnosticCode.fieldPartsOverlap

  static func check(_ subject: RuleSubject) {
    for register in subject.registers {
      for field in register.fields where field.bits.ranges.count > 1 {
        var taken: UInt64 = 0
        for range in field.bits.ranges {
          if range.mask & taken != 0 {
            report(
              subject, "field \(field.name.value.quoted) has \(range.written) in another of its parts too",
              at: field.bits.place, fix: "give each bit to one part, the most significant part first")
            break
          }
          taken |= range.mask
        }
      }
    }
  }
}
