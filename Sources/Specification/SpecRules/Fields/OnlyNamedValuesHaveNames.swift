import Diagnostics
import DriverSpec

/// A field that takes nothing but named values has some that can be written.
enum OnlyNamedValuesHaveNames: Rule {
  static let code = DiagnosticCode.onlyValuesUnnamed

  static func check(_ subject: RuleSubject) {
    for register in subject.registers {
      for field in register.fields {
        guard let only = field.onlyNamedValues, only.value else { continue }
        let isWritable = register.access(of: field).isWritable
        guard !isWritable || field.namesWhenWritten.allSatisfy({ $0.value == nil }) else { continue }
        report(
          subject,
          isWritable
            ? "field \(field.name.value.quoted) takes only named values, and no value has a name"
            : "field \(field.name.value.quoted) is \(register.access(of: field).text), and `only-values` says what may be written",
          at: only.place, notes: [.init("\(field.name.value.quoted) is here", at: field.name.place)],
          fix: isWritable ? "add `values`, or delete `only-values`" : "delete `only-values`")
      }
    }
  }
}
