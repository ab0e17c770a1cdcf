import DeviceTree
import Diagnostics
import DriverSpec

/// No two components hold registers in one page: a page is the least that a component can be given.
func regionsShareNoPage(_ system: JudgedSystem) {
  var taken: [(component: SystemComponent, pages: ClosedRange<UInt64>)] = []
  for (component, driver, device) in system.assigned where !device.givesPorts(to: driver.spec) {
    for window in driver.spec.resources.compactMap(\.window) {
      let size = window.size
      guard let index = window.mmio, index.value < device.regions.count,
        case .success(let region) = device.regions[index.value],
        size.value > 0, size.value <= region.size
      else { continue }
      let pages =
        region.address / CheckedSystem.pageBytes...(region.address + (size.value - 1))
        / CheckedSystem.pageBytes
      // A device that two components take is another rule's matter.
      if let other = taken.first(where: {
        $0.pages.overlaps(pages) && $0.component.name != component.name
          && system.assignments[$0.component.name.value]?.path != device.path
      }) {
        system.refuse(
          .sharedPage,
          "the registers of \(device.path.quoted) at 0x\(String(region.address, radix: 16)) share a page with those "
            + "of component \(other.component.name.value.quoted)",
          at: system.devicePlace(of: component),
          notes: [.init("its device is named here", at: system.devicePlace(of: other.component))],
          fix: "use a device in a page of its own: memory is granted in pages")
      }
      taken.append((component, pages))
    }
  }
}
