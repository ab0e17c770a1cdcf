import Diagnostics
import DriverSpec

/// A name in an expression is a clock, a parameter, an earlier `let`, the name of a round, or a named value of the field
/// that takes it.
enum ValuesAreKnown: Rule {
  static let code = DiagnosticCode.unknownValue

  static func check(_ subject: RuleSubject) {
    let global = StepScope(subject.spec)
    for sequence in subject.spec.sequences {
      global.walk(sequence) { step, scope in
        for index in step.value.references.flatMap(\.indices) {
          check(subject, sequence, index, scope, named: [])
        }
        for (value, fieldName) in step.value.values {
          var named: [String] = []
          if let register = step.value.register, let fieldName {
            switch subject.field(fieldName.value, of: register.name) {
            case .found(let field):
              named = (step.value.isWrite ? field.namesWhenWritten : field.namesWhenRead).map(\.name.value)
            // It may be a named value of the field that is not there.
            case .unread, .missing: continue
            }
          }
          check(subject, sequence, value, scope, named: named)
        }
      }
    }
  }

  private static func check(
    _ subject: RuleSubject, _ sequence: Sequence, _ value: Located<Expression>, _ scope: StepScope,
    named: [String]
  ) {
    if case .name(let name) = value.value, named.contains(name.value) { return }
    for name in value.value.names where !scope.knows(name.value) {
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
        fix: fix(name, sequence, scope, named))
    }
  }

  private static func fix(
    _ name: Located<String>, _ sequence: Sequence, _ scope: StepScope, _ named: [String]
  ) -> String? {
    let isBoundElsewhere = sequence.allSteps.contains { $0.value.boundName?.value == name.value }
    if isBoundElsewhere { return "move its `let` before this step" }
    let known = named + scope.ranges.keys.sorted()
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
