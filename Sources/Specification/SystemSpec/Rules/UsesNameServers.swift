import Diagnostics
import DriverSpec

/// Every use names a component of the system that offers what the port takes.
func usesNameServers(_ system: JudgedSystem) {
  let names = system.spec.components.map(\.name.value)
  for component in system.spec.components {
    for use in component.uses where !system.unread.contains(use.component.value) {
      let others = names.filter { $0 != component.name.value }
      guard let server = system.spec.component(named: use.component.value) else {
        system.refuse(
          .unknownComponent, "the system has no component \(use.component.value.quoted)",
          at: use.component.place,
          fix: Suggestion.fix(for: use.component.value, among: others))
        continue
      }
      let port = system.program(of: component)?.ports.first { $0.name == use.port.value }
      guard let port, system.isKnown(server), server.name.value != component.name.value else { continue }
      let offered = system.serves(server)
      guard offered != port.deviceClass else { continue }
      system.refuse(
        .notAServer,
        "port \(use.port.value.quoted) takes a \(port.deviceClass.rawValue) device, and component "
          + "\(server.name.value.quoted) offers \(offered.map { "a \($0.rawValue) device" } ?? "nothing")",
        at: use.component.place,
        notes: [.init("component \(server.name.value.quoted) is here", at: server.name.place)],
        fix: system.spec.components.first { system.serves($0) == port.deviceClass }.map {
          "use \($0.name.value.quoted)"
        })
    }
  }
}

extension JudgedSystem {
  /// What a component offers to others.
  func serves(_ component: SystemComponent) -> DeviceClass? {
    driver(of: component)?.spec.deviceClass?.value ?? program(of: component)?.serves
  }

  /// Whether a component's driver or program is known.
  func isKnown(_ component: SystemComponent) -> Bool {
    driver(of: component) != nil || program(of: component) != nil
  }
}
