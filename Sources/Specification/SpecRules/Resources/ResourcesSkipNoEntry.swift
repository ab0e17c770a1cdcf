import Diagnostics
import DriverSpec

/// A driver takes the entries of its device's node from the first on: one that leaves an entry out has a wrong index.
///
/// Base address registers are left alone, since one of 64 bits takes two numbers.
enum ResourcesSkipNoEntry: Rule {
  static let code = DiagnosticCode.resourceIndexSkipped

  static func check(_ subject: RuleSubject) {
    // A resource that could not be read may be the one that is missed here.
    guard subject.unread.names.isEmpty, !subject.unread.sections.contains("resources") else { return }
    let named = Set(subject.spec.resources.flatMap { $0.entries.map(\.entry) })
    for resource in subject.spec.resources {
      for (entry, place) in resource.entries where entry.kind != "bar" && entry.index > 0 {
        let before = ResourceEntry(kind: entry.kind, index: entry.index - 1)
        if named.contains(before) { continue }
        warn(
          subject, "\(resource.name.value.quoted) is \(entry), and no resource is \(before)", at: place,
          fix: """
            correct the index, which counts from 0, or add \
            `waive: {\(code.rawValue): what the entries are that the driver does not need}` to the file
            """)
      }
    }
  }
}
