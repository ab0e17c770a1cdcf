import Diagnostics
import DriverSpec

/// A `let`, a sequence's parameter or the name of a round takes a name that nothing else in its sequence has, and one that
/// Swift allows.
enum LetsDoNotShadow: Rule {
  static let code = DiagnosticCode.letShadows

  static func check(_ subject: RuleSubject) {
    var outer: [String: (what: String, name: Located<String>)] = [:]
    for parameter in subject.spec.parameters {
      outer[SwiftName.member(parameter.name.value)] = ("parameter", parameter.name)
    }
    for resource in subject.spec.resources {
      outer[SwiftName.member(resource.name.value)] = ("resource", resource.name)
    }
    for sequence in subject.spec.sequences {
      var known = outer
      for parameter in sequence.parameters {
        check(parameter.name, "parameter of this sequence", &known, subject)
      }
      for step in sequence.allSteps {
        if let name = step.value.boundName { check(name, "`let` in this sequence", &known, subject) }
        if case .loop(_, let name?, _) = step.value {
          check(name, "`repeat` in this sequence", &known, subject)
        }
      }
    }
  }

  private static func check(
    _ name: Located<String>, _ what: String,
    _ known: inout [String: (what: String, name: Located<String>)], _ subject: RuleSubject
  ) {
    let swiftName = SwiftName.member(name.value)
    if SwiftName.reservedWords.contains(swiftName) {
      report(
        subject, "\(name.value.quoted) is a word of Swift", at: name.place,
        fix: "call it \("\(name.value)-value".quoted)")
    } else if let earlier = known[swiftName] {
      report(
        subject, "\(name.value.quoted) is the name of a \(earlier.what) already", at: name.place,
        notes: [.init("\(earlier.name.value.quoted) is here", at: earlier.name.place)],
        fix: "call one of them something else")
    } else {
      known[swiftName] = (what, name)
    }
  }
}
