import Diagnostics

/// A component uses exactly the ports that its program has.
func portsAreConnected(_ system: JudgedSystem) {
  for component in system.spec.components {
    let ports: [SystemProgram.Port]
    switch component.role {
    case .driver: ports = []
    case .program:
      guard let program = system.program(of: component) else { continue }
      ports = program.ports
    }
    for use in component.uses where !ports.contains(where: { $0.name == use.port.value }) {
      system.refuse(
        .unknownPort, "component \(component.name.value.quoted) has no port \(use.port.value.quoted)",
        at: use.port.place,
        fix: ports.isEmpty ? "delete it" : Suggestion.fix(for: use.port.value, among: ports.map(\.name)))
    }
    for port in ports where !component.uses.contains(where: { $0.port.value == port.name }) {
      let servers = system.spec.components.filter { system.serves($0) == port.deviceClass }
      system.refuse(
        .portNotConnected,
        "port \(port.name.quoted) of component \(component.name.value.quoted) is not connected; it takes a "
          + "\(port.deviceClass.rawValue) device",
        at: component.name.place, fix: "add `uses: {\(port.name): \(servers.first?.name.value ?? "…")}`")
    }
  }
}
