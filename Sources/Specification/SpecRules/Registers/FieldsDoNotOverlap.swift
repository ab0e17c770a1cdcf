import Diagnostics
import DriverSpec

/// No bit of a register belongs to two fields, unless one is only read and the other only written.
enum FieldsDoNotOverlap: Rule {
  static let code = DiagnosticCode.fieldsOverlap

  static func check(_ subject: RuleSubject) {
    for register in subject.registers {
      // The bits that a field before has, to be read and to be written.
      var (read, written): (UInt64, UInt64) = (0, 0)
      for (index, field) in register.fields.enumerated() {
        let access = register.access(of: field)
        let mask = field.bits.value.mask
        let shared = (access.isReadable ? read & mask : 0) | (access.isWritable ? written & mask : 0)
        if access.isReadable { read |= mask }
        if access.isWritable { written |= mask }
        guard shared != 0 else { continue }
        let bit = shared & ~(shared - 1)
        let earlier = register.fields[..<index].first { other in
          let theirs = register.access(of: other)
          return other.bits.value.mask & bit != 0
            && (access.isReadable && theirs.isReadable || access.isWritable && theirs.isWritable)
        }
        guard let earlier else { continue }
        report(
          subject,
          """
          field \(field.name.value.quoted) (\(field.bits.value.written)) overlaps \(earlier.name.value.quoted) \
          (\(earlier.bits.value.written)) in register \(register.name.value.quoted)
          """,
          at: field.bits.place,
          notes: [.init("\(earlier.name.value.quoted) is here", at: earlier.bits.place)],
          fix: "give each bit to one field", waivers: field.waivers + earlier.waivers + register.waivers)
      }
    }
  }
}
