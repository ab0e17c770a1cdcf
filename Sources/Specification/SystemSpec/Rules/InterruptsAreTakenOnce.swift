import Diagnostics
import DriverSpec

/// Each interrupt line goes to one component alone: the kernel hands a line out once.
func interruptsAreTakenOnce(_ system: JudgedSystem) {
  var owners: [(component: SystemComponent, line: BoardDevice.Line)] = []
  for (component, driver, device) in system.assigned {
    for case .irq(let index, _, _) in driver.spec.resources.map(\.kind) {
      guard index.value < device.interrupts.count, case .success(let line) = device.interrupts[index.value]
      else { continue }
      if let owner = owners.first(where: {
        $0.line.controller == line.controller && $0.line.line.number == line.line.number
          && system.assignments[$0.component.name.value]?.path != device.path
      }) {
        system.refuse(
          .interruptTaken,
          "interrupt \(line.line.number) of \(device.path.quoted) goes to component "
            + "\(owner.component.name.value.quoted) already",
          at: system.devicePlace(of: component),
          notes: [.init("its device is named here", at: system.devicePlace(of: owner.component))],
          fix: "use devices that do not share a line")
      }
      owners.append((component, line))
    }
  }
}
