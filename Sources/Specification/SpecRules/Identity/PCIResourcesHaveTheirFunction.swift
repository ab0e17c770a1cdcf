import Diagnostics
import DriverSpec

/// A resource that only a PCI function has belongs to a device that can be one, and is one that a function can have.
enum PCIResourcesHaveTheirFunction: Rule {
  static let code = DiagnosticCode.pciResource
  /// A function has six base address registers.
  static let maximumBar = 5
  /// MSI-X has at most 2,048 vectors.
  static let maximumMessage = 2_047

  static func check(_ subject: RuleSubject) {
    let identity = subject.spec.identity
    let canBePCI =
      !identity.pci.isEmpty || !identity.virtio.isEmpty || subject.unread.sections.contains("device")
    for resource in subject.spec.resources {
      let what: (key: String, place: SourcePlace, index: Located<Int>?, limit: Int)
      switch resource.kind {
      case .registers(let window):
        if let bar = window.bar {
          what = ("bar", bar.place, bar, maximumBar)
        } else if let place = window.configurationSpace {
          what = ("configuration space", place, nil, 0)
        } else {
          continue
        }
      case .msi(let index): what = ("msi", index.place, index, maximumMessage)
      case .irq, .clock, .dma: continue
      }
      if let index = what.index, !(0...what.limit).contains(index.value) {
        report(
          subject, "no PCI function has `\(what.key)` \(index.value); the last is \(what.limit)",
          at: index.place,
          fix: "correct the index")
      }
      if !canBePCI {
        report(
          subject,
          "\(resource.name.value.quoted) is `\(what.key)`, and the spec does not say that the device is a PCI function",
          at: what.place, fix: "add `pci: {vendor: …, device: …}` to `device`")
      }
    }
  }
}
