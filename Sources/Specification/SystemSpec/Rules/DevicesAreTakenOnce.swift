import Diagnostics

/// Each device is served by one component alone.
func devicesAreTakenOnce(_ system: JudgedSystem) {
  var owners: [String: SystemComponent] = [:]
  for (component, _, device) in system.assigned {
    guard let owner = owners[device.path] else {
      owners[device.path] = component
      continue
    }
    system.refuse(
      .deviceTaken,
      "\(device.path.quoted) is served by component \(owner.name.value.quoted) already",
      at: system.devicePlace(of: component),
      notes: [.init("taken here", at: system.devicePlace(of: owner))],
      fix: "give component \(component.name.value.quoted) another device, or delete it")
  }
}
