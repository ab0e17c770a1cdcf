import Diagnostics
import DriverSpec

/// No sequence calls itself, directly or through others, and calls are no deeper than a stack allows.
enum CallsDoNotRecurse: Rule {
  static let code = DiagnosticCode.callCycle
  /// The deepest chain of calls.
  static let maximumDepth = 16

  static func check(_ subject: RuleSubject) {
    var calls: [String: [Located<String>]] = [:]
    for (sequence, step) in subject.steps {
      if case .call(let name, _) = step.value { calls[sequence.name.value, default: []].append(name) }
    }
    var depths: [String: Int] = [:]
    for sequence in subject.spec.sequences {
      _ = depth(of: sequence.name.value, calls, &depths, [], subject)
    }
  }

  private static func depth(
    of name: String, _ calls: [String: [Located<String>]], _ depths: inout [String: Int],
    _ around: [String], _ subject: RuleSubject
  ) -> Int {
    if let known = depths[name] { return known }
    var deepest = 0
    for call in calls[name] ?? [] {
      if call.value == name || around.contains(call.value) {
        report(
          subject,
          call.value == name
            ? "sequence \(name.quoted) calls itself"
            : "sequence \(call.value.quoted) calls itself through \(name.quoted)",
          at: call.place, fix: "write what repeats as `repeat` or `while`")
      } else if around.count >= maximumDepth {
        report(
          subject, "sequences call each other more than \(maximumDepth) deep, the limit", at: call.place,
          fix: "write the steps where they are done")
      } else {
        deepest = max(deepest, 1 + depth(of: call.value, calls, &depths, around + [name], subject))
      }
    }
    depths[name] = deepest
    return deepest
  }
}
