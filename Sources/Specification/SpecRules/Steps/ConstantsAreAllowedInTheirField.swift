import Diagnostics
import DriverSpec

/// A constant that is written to a field lies in its range, and is one of its names where nothing else may be written.
enum ConstantsAreAllowedInTheirField: Rule {
  static let code = DiagnosticCode.valueNotAllowed

  static func check(_ subject: RuleSubject) {
    for (_, step) in subject.steps {
      guard let register = step.value.register else { continue }
      for written in step.value.writtenFields {
        guard let field = subject.field(written.field.value, of: register.name).value,
          let constant = constant(written.value.value, field)
        else { continue }
        let here = Diagnostic.Note("\(field.name.value.quoted) is here", at: field.name.place)
        if let range = field.range, !range.value.contains(constant) {
          report(
            subject,
            "\(constant) may not be written to \(field.name.value.quoted), which takes \(range.value.lowerBound)...\(range.value.upperBound)",
            at: written.value.place, notes: [.init("the range is said here", at: range.place)],
            fix: "correct the value, or the range")
        } else if field.onlyNamedValues?.value == true,
          !field.namesWhenWritten.contains(where: { $0.value == constant })
        {
          let names = field.namesWhenWritten.map(\.name.value)
          report(
            subject, "\(constant) is no named value of \(field.name.value.quoted), which takes nothing else",
            at: written.value.place, notes: [here],
            fix: names.isEmpty || names.count > 12
              ? "write a named value" : "write one of \(names.map(\.quoted).joined(separator: ", "))")
        }
      }
    }
  }

  private static func constant(_ value: Expression, _ field: Field) -> UInt64? {
    if case .name(let name) = value {
      return field.namesWhenWritten.first { $0.name.value == name.value }?.value
    }
    return value.constantValue
  }
}
