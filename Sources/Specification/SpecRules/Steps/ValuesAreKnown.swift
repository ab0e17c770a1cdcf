import Diagnostics
import DriverSpec

/// A name in an expression is a clock, a parameter, an earlier `let`, or a named value of the field that takes it.
enum ValuesAreKnown: Rule {
  static let code = DiagnosticCode.unknownValue

  static func check(_ subject: RuleSubject) {
    let numbers = subject.numberNames
    for sequence in subject.spec.sequences {
      var lets: [String] = []
      for step in sequence.steps {
        for (value, fieldName) in step.value.values {
          var named: [String] = []
          if let register = step.value.register, let fieldName {
            switch subject.field(fieldName.value, of: register.value) {
            case .found(let field): named = field.values.map(\.name.value)
            // It may be a named value of the field that is not there.
            case .unread, .missing: continue
            }
          }
          check(subject, sequence, value, numbers: numbers, lets: lets, named: named)
        }
        if case .bind(let name, _) = step.value { lets.append(name.value) }
      }
    }
  }

  private static func check(
    _ subject: RuleSubject, _ sequence: Sequence, _ value: Located<Expression>, numbers: Set<String>,
    lets: [String], named: [String]
  ) {
    if case .name(let name) = value.value, named.contains(name.value) { return }
    for name in value.value.names where !numbers.contains(name.value) && !lets.contains(name.value) {
      if subject.unread.names.contains(name.value) || subject.unread.sections.contains("resources")
        || subject.unread.sections.contains("parameters")
      {
        continue
      }
      if named.contains(name.value) {
        report(
          subject, "\(name.value.quoted) is a named value, and no part of a calculation", at: name.place,
          fix: "write the value alone, or its number")
        continue
      }
      report(
        subject, "no value is called \(name.value.quoted) here", at: name.place,
        fix: fix(name, sequence, numbers, lets, named))
    }
  }

  private static func fix(
    _ name: Located<String>, _ sequence: Sequence, _ numbers: Set<String>, _ lets: [String], _ named: [String]
  ) -> String? {
    let isBoundLater = sequence.steps.contains { step in
      if case .bind(let bound, _) = step.value { bound.value == name.value } else { false }
    }
    if isBoundLater { return "move its `let` before this step" }
    let known = named + lets + numbers.sorted()
    let parts = name.value.split(separator: "-")
    if parts.count > 1,
      parts.allSatisfy({ known.contains(String($0)) || $0.utf8.allSatisfy { (48..<58).contains($0) } })
    {
      return "to subtract, put blanks around the `-`: `\(parts.joined(separator: " - "))`"
    }
    return Suggestion.fix(for: name.value, among: known)
  }
}

extension RuleSubject {
  /// The names that stand for a number in every sequence: clocks and parameters.
  var numberNames: Set<String> {
    var names = Set(spec.parameters.map(\.name.value))
    for resource in spec.resources {
      if case .clock = resource.kind { names.insert(resource.name.value) }
    }
    return names
  }
}
