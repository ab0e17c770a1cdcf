import Diagnostics
import DriverSpec

/// Names of read values belong to a field that is read, those of written values to one that is written; `values` stands
/// for both and alone.
enum ValuesHaveTheirDirection: Rule {
  static let code = DiagnosticCode.valuesDirection

  static func check(_ subject: RuleSubject) {
    for register in subject.registers {
      for field in register.fields {
        let access = register.access(of: field)
        let lists = [
          ("read-values", field.readValues, access.isReadable, "read"),
          ("write-values", field.writeValues, access.isWritable, "written"),
        ]
        for (key, values, isPossible, what) in lists {
          guard let first = values.first else { continue }
          if !isPossible {
            report(
              subject, "field \(field.name.value.quoted) has `\(key)`, and is never \(what)",
              at: first.name.place,
              notes: [.init("the access is said here", at: (field.access ?? register.access).place)],
              fix: "delete `\(key)`, or correct the `access`")
          } else if let both = field.values.first {
            report(
              subject, "field \(field.name.value.quoted) has `values` and `\(key)`", at: first.name.place,
              notes: [.init("`values` are here", at: both.name.place)],
              fix: "move `values` to `read-values` and `write-values`")
          }
        }
      }
    }
  }
}
