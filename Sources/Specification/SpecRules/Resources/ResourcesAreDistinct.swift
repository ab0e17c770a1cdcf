import Diagnostics
import DriverSpec

/// No two resources are the same entry of the device's node.
enum ResourcesAreDistinct: Rule {
  static let code = DiagnosticCode.resourceNamedTwice

  static func check(_ subject: RuleSubject) {
    var first: [String: Resource] = [:]
    for resource in subject.spec.resources {
      guard let (kind, index) = resource.entry else { continue }
      guard let earlier = first["\(kind) \(index.value)"] else {
        first["\(kind) \(index.value)"] = resource
        continue
      }
      report(
        subject,
        "\(resource.name.value.quoted) and \(earlier.name.value.quoted) are both `\(kind)` \(index.value)",
        at: index.place,
        notes: [.init("\(earlier.name.value.quoted) is here", at: (earlier.entry?.index ?? index).place)],
        fix: "keep one of them, or correct one index")
    }
  }
}

extension Resource {
  /// The kind's key, and which entry of the node it is.
  fileprivate var entry: (kind: String, index: Located<Int>)? {
    switch kind {
    case .registers(let window):
      window.mmio.map { ("mmio", $0) } ?? window.port.map { ("port", $0) } ?? window.bar.map { ("bar", $0) }
    case .irq(let index, _, _): ("irq", index)
    case .msi(let index): ("msi", index)
    case .clock(let index): ("clock", index)
    case .dma: nil
    }
  }
}
