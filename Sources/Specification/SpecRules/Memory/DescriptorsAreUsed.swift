import Diagnostics
import DriverSpec

/// Some ring has entries of each descriptor.
enum DescriptorsAreUsed: Rule {
  static let code = DiagnosticCode.descriptorUnused

  static func check(_ subject: RuleSubject) {
    guard subject.unread.isEmpty else { return }
    let used = Set(subject.spec.rings.map(\.descriptor.value))
    for descriptor in subject.spec.descriptors where !used.contains(descriptor.name.value) {
      warn(
        subject, "no ring has entries of \(descriptor.name.value.quoted)", at: descriptor.name.place,
        fix: "add a ring, or delete the descriptor")
    }
  }
}
