import Diagnostics
import DriverSpec

/// `alternate` names another register or block of the same mapping.
enum AlternatesExist: Rule {
  static let code = DiagnosticCode.unknownAlternate

  static func check(_ subject: RuleSubject) {
    for items in subject.mappings where items.contains(where: { $0.alternateOf != nil }) {
      let names = items.map(\.name.value)
      let known = Set(names)
      for item in items {
        guard let other = item.alternateOf else { continue }
        if subject.unread.names.contains(other.value) { continue }
        if other.value == item.name.value {
          report(
            subject, "\(item.kind) \(other.value.quoted) cannot be its own alternate", at: other.place,
            fix: "name the one whose place it shares, or delete `alternate`")
        } else if !known.contains(other.value) {
          report(
            subject, "\(other.value.quoted) is no register or block beside \(item.name.value.quoted)",
            at: other.place, fix: Suggestion.fix(for: other.value, among: names))
        }
      }
    }
  }
}
