import Diagnostics
import DriverSpec

/// No bit of a register belongs to two fields, unless one is only read and the other only written.
enum FieldsDoNotOverlap: Rule {
  static let code = DiagnosticCode.fieldsOverlap

  static func check(_ subject: RuleSubject) {
    for register in subject.registers {
      var readers: [Field?] = Array(repeating: nil, count: 64)
      var writers = readers
      for field in register.fields {
        let access = register.access(of: field)
        var earlier: Field?
        for bit in 0..<64 where field.bits.value.mask >> UInt64(bit) & 1 == 1 {
          if access.isReadable {
            earlier = earlier ?? readers[bit]
            readers[bit] = readers[bit] ?? field
          }
          if access.isWritable {
            earlier = earlier ?? writers[bit]
            writers[bit] = writers[bit] ?? field
          }
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
