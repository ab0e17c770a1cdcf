import Diagnostics
import DriverSpec

/// A parameter's default is one of the values that it allows.
enum DefaultsLieInTheirRange: Rule {
  static let code = DiagnosticCode.defaultOutsideRange

  static func check(_ subject: RuleSubject) {
    for parameter in subject.spec.parameters {
      guard let range = parameter.range, !range.value.contains(parameter.defaultValue.value) else { continue }
      report(
        subject,
        """
        the default \(parameter.defaultValue.value) of \(parameter.name.value.quoted) is outside \
        \(range.value.lowerBound)...\(range.value.upperBound)
        """,
        at: parameter.defaultValue.place, notes: [.init("the range is said here", at: range.place)],
        fix: "correct the default, or the range")
    }
  }
}
