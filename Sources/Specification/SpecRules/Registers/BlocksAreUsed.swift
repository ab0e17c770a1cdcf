import Diagnostics
import DriverSpec

/// Something refers to each block of `blocks`.
enum BlocksAreUsed: Rule {
  static let code = DiagnosticCode.blockUnused

  static func check(_ subject: RuleSubject) {
    guard subject.unread.isEmpty else { return }
    let used = Set(subject.mappings.joined().compactMap { $0.sharedName?.value })
    for block in subject.spec.blocks where !used.contains(block.name.value) {
      warn(
        subject, "nothing refers to block \(block.name.value.quoted)", at: block.name.place,
        fix: "add `block: \(block.name.value)` where its registers stand, or delete it")
    }
  }
}
