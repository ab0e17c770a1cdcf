import Diagnostics
import DriverSpec

/// A driver needs no more regions, interrupts or clocks than a component can be granted.
enum ResourcesFitAComponent: Rule {
  static let code = DiagnosticCode.tooManyResources
  /// The most of each kind: what a component's start-up page has room for.
  static let maximumCount = 8

  static func check(_ subject: RuleSubject) {
    var counts = (regions: 0, interrupts: 0, clocks: 0)
    for resource in subject.spec.resources {
      let (count, kind): (Int, String)
      switch resource.kind {
      case .registers:
        counts.regions += 1
        (count, kind) = (counts.regions, "mmio")
      case .irq, .msi:
        counts.interrupts += 1
        (count, kind) = (counts.interrupts, "irq")
      case .clock:
        counts.clocks += 1
        (count, kind) = (counts.clocks, "clock")
      case .dma: continue
      }
      guard count == maximumCount + 1 else { continue }
      report(
        subject,
        "\(resource.name.value.quoted) is `\(kind)` resource number \(count); the limit is \(maximumCount)",
        at: resource.name.place, fix: "leave out what the driver does not use")
    }
  }
}
