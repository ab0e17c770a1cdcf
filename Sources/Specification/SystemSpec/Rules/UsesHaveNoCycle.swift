import Diagnostics

/// Nobody serves, directly or through others, a component that it waits for.
func usesHaveNoCycle(_ system: JudgedSystem) {
  var reported: Set<String> = []
  for component in system.spec.components where !reported.contains(component.name.value) {
    guard let (cycle, use) = cycle(from: component, in: system) else { continue }
    reported.formUnion(cycle)
    system.refuse(
      .useCycle,
      cycle.count == 1
        ? "component \(cycle[0].quoted) uses itself"
        : "components use each other in a circle: "
          + (cycle + [cycle[0]]).map(\.quoted).joined(separator: " uses "),
      at: use.component.place, fix: "let one of them go without")
  }
}

/// The components on a way from a component back to itself, and its first step.
private func cycle(
  from start: SystemComponent, in system: JudgedSystem
) -> (names: [String], use: SystemComponent.Use)? {
  for use in start.uses {
    // Breadth first: the shortest way back.
    var ways = [[start.name.value, use.component.value]]
    var seen: Set<String> = []
    while !ways.isEmpty {
      let way = ways.removeFirst()
      guard let last = way.last else { continue }
      if last == start.name.value { return (Array(way.dropLast()), use) }
      guard seen.insert(last).inserted, let component = system.spec.component(named: last) else { continue }
      ways += component.uses.map { way + [$0.component.value] }
    }
  }
  return nil
}
