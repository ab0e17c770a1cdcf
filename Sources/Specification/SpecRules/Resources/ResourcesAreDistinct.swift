import Diagnostics
import DriverSpec

/// No two resources are the same entry of the device's node.
enum ResourcesAreDistinct: Rule {
  static let code = DiagnosticCode.resourceNamedTwice

  static func check(_ subject: RuleSubject) {
    var first: [String: Resource] = [:]
    for resource in subject.spec.resources {
      let (kind, index) = resource.entry
      guard let earlier = first["\(kind) \(index.value)"] else {
        first["\(kind) \(index.value)"] = resource
        continue
      }
      report(
        subject,
        "\(resource.name.value.quoted) and \(earlier.name.value.quoted) are both `\(kind)` \(index.value)",
        at: index.place,
        notes: [.init("\(earlier.name.value.quoted) is here", at: earlier.entry.index.place)],
        fix: "keep one of them, or correct one index")
    }
  }
}

extension Resource {
  /// The kind's key, and which entry of the node it is.
  fileprivate var entry: (kind: String, index: Located<Int>) {
    switch kind {
    case .mmio(let index, _): ("mmio", index)
    case .irq(let index, _): ("irq", index)
    case .clock(let index): ("clock", index)
    }
  }
}
