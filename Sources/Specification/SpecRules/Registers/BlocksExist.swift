import Diagnostics
import DriverSpec

/// A block that refers to another names one of `blocks`.
enum BlocksExist: Rule {
  static let code = DiagnosticCode.unknownBlock

  static func check(_ subject: RuleSubject) {
    let names = subject.spec.blocks.map(\.name.value)
    let known = Set(names)
    for name in subject.mappings.joined().compactMap(\.sharedName) where !known.contains(name.value) {
      if subject.unread.sections.contains("blocks") || subject.unread.names.contains(name.value) { continue }
      report(
        subject, "no block is called \(name.value.quoted)", at: name.place,
        fix: Suggestion.fix(for: name.value, among: names) ?? "add it to `blocks`")
    }
  }
}

extension RegisterItem {
  /// The name of the shared block that it refers to.
  var sharedName: Located<String>? {
    if case .block(let block) = self, case .shared(let name) = block.content { name } else { nil }
  }
}
