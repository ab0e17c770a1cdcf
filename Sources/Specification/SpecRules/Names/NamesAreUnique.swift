import Diagnostics
import DriverSpec

/// No two things of one scope have one name, nor names that Swift takes for one.
///
/// YAML has refused the same key twice already; here are names of different sections that share a scope, and names that
/// only their Swift form makes equal.
enum NamesAreUnique: Rule {
  static let code = DiagnosticCode.duplicateName

  static func check(_ subject: RuleSubject) {
    struct Key: Hashable {
      var scope: DeclaredName.Scope
      var type: String
    }
    var first: [Key: DeclaredName] = [:]
    first.reserveCapacity(subject.names.count)
    for named in subject.names {
      // Types begin with a capital, so names that differ only there are one.
      let key = Key(scope: named.scope, type: SwiftName.type(named.name.value))
      guard let earlier = first.updateValue(named, forKey: key) else { continue }
      first[key] = earlier
      let isSame = earlier.name.value == named.name.value
      report(
        subject,
        isSame
          ? "\(named.kind) \(named.name.value.quoted) has the name of a \(earlier.kind)"
          : """
          \(named.kind) \(named.name.value.quoted) and \(earlier.kind) \(earlier.name.value.quoted) are both \
          \(SwiftName.type(named.name.value).quoted) in Swift
          """,
        at: named.name.place, notes: [.init("\(earlier.name.value.quoted) is here", at: earlier.name.place)],
        fix: "rename one of them")
    }
  }
}
