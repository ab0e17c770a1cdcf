import Diagnostics
import DriverSpec

/// A value in a unit can be calculated from the bits and back: no factor is 0, and every name is a clock or a parameter.
enum QuantitiesCanBeCalculated: Rule {
  static let code = DiagnosticCode.badQuantity

  static func check(_ subject: RuleSubject) {
    let names = subject.numberNames
    for register in subject.registers {
      for field in register.fields {
        switch field.quantity?.conversion {
        case .linear(let scale, _):
          guard scale.value.numerator == 0 || scale.value.denominator <= 0 else { continue }
          report(
            subject,
            scale.value.numerator == 0
              ? "with a scale of 0 every value of field \(field.name.value.quoted) is the same"
              : "the scale of field \(field.name.value.quoted) divides by \(scale.value.denominator)",
            at: scale.place, fix: "write a whole number or a ratio: `scale: 125/2`")
        case .divides(let dividend):
          if dividend.value.constantValue == 0 {
            report(
              subject, "0 divided by field \(field.name.value.quoted) is always 0", at: dividend.place,
              fix: "write what is divided by the field's value: `divides: uartclk / 16`")
          }
          for name in dividend.value.names where !names.contains(name.value) {
            if subject.unread.names.contains(name.value) || subject.unread.sections.contains("resources")
              || subject.unread.sections.contains("parameters")
            {
              continue
            }
            report(
              subject, "\(name.value.quoted) is no clock and no parameter", at: name.place,
              fix: Suggestion.fix(for: name.value, among: names.sorted()))
          }
        case nil: continue
        }
      }
    }
  }
}
