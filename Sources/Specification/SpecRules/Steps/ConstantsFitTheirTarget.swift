import Diagnostics
import DriverSpec

/// A constant that is written to a register or field, or compared with one, is one that it can hold.
enum ConstantsFitTheirTarget: Rule {
  static let code = DiagnosticCode.literalTooWide

  static func check(_ subject: RuleSubject) {
    for (_, step) in subject.steps {
      guard let name = step.value.register, let register = subject.register(name.value).value else {
        continue
      }
      for (value, fieldName) in step.value.values {
        guard let constant = value.value.constantValue else { continue }
        if let fieldName {
          guard let field = subject.field(fieldName.value, of: name.value).value,
            constant > field.bits.value.largestValue
          else { continue }
          let isComparison = if case .await = step.value { true } else { false }
          report(
            subject,
            """
            \(constant) does not fit field \(fieldName.value.quoted) (\(field.bits.value.written)); the limit is \
            \(field.bits.value.largestValue)\(isComparison ? ", so the comparison never changes" : "")
            """,
            at: value.place, notes: [.init("\(fieldName.value.quoted) is here", at: field.bits.place)],
            fix: "correct the value, or the field's bits")
        } else if constant > register.largestValue {
          report(
            subject,
            """
            \(constant.hexadecimal) does not fit register \(name.value.quoted); the limit is \
            \(register.largestValue.hexadecimal)
            """,
            at: value.place, notes: [.init("\(name.value.quoted) is here", at: register.name.place)],
            fix: "correct the value, or the register's `width`")
        }
      }
    }
  }
}
