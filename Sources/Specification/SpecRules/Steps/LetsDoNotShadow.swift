import Diagnostics
import DriverSpec

/// A `let` takes a name that nothing else in its sequence has, and one that Swift allows.
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
      for step in sequence.steps {
        guard case .bind(let name, _) = step.value else { continue }
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
          known[swiftName] = ("`let` in this sequence", name)
        }
      }
    }
  }
}
