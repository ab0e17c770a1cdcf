import Diagnostics
import DriverSpec

/// Every register and block stands in a resource for registers: the one that it names, or the only one.
enum RegistersNameTheirRegion: Rule {
  static let code = DiagnosticCode.unknownRegion

  static func check(_ subject: RuleSubject) {
    let regions = subject.regions.map(\.name.value)
    var isSilent = !subject.unread.isEmpty
    for item in subject.spec.registers {
      if let region = item.region {
        switch subject.resource(region.value) {
        case .unread: continue
        case .found(let resource):
          if resource.window != nil { continue }
          report(
            subject, "\(region.value.quoted) is no `mmio` resource, and registers stand in one",
            at: region.place,
            notes: [.init("\(region.value.quoted) is here", at: resource.name.place)],
            fix: Suggestion.fix(for: region.value, among: regions))
        case .missing:
          report(
            subject,
            "\(item.kind) \(item.name.value.quoted) stands in region \(region.value.quoted), which is no resource",
            at: region.place, fix: Suggestion.fix(for: region.value, among: regions))
        }
      } else if regions.count != 1, !isSilent {
        // Once is enough: the mistake is in the resources, not in each register.
        isSilent = true
        report(
          subject,
          regions.isEmpty
            ? "\(item.kind) \(item.name.value.quoted) has no region to stand in: no resource is `mmio`"
            : "\(item.kind) \(item.name.value.quoted) does not say which of \(regions.count) regions it stands in",
          at: item.name.place,
          fix: regions.isEmpty
            ? "add `registers: {mmio: 0, size: 0x1000}` to `resources`"
            : "add `region: \(regions[0])` to it and its neighbours")
      }
    }
  }
}
