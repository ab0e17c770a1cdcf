import Diagnostics

/// A component sets parameters that its driver's spec has, to values that the spec allows.
func parametersAreTheDrivers(_ system: JudgedSystem) {
  for component in system.spec.components {
    guard let driver = system.driver(of: component) else { continue }
    let known = driver.spec.parameters
    for set in component.parameters {
      guard let parameter = known.first(where: { $0.name.value == set.name.value }) else {
        system.refuse(
          .unknownParameter,
          "\(driver.spec.name.value.quoted) has no parameter \(set.name.value.quoted)", at: set.name.place,
          fix: known.isEmpty
            ? "delete it: the spec has no `parameters`"
            : Suggestion.fix(for: set.name.value, among: known.map(\.name.value)))
        continue
      }
      guard let range = parameter.range?.value, !range.contains(set.value.value) else { continue }
      let unit = parameter.unit.map { " \($0.value)" } ?? ""
      let nearest = set.value.value < range.lowerBound ? range.lowerBound : range.upperBound
      system.refuse(
        .parameterOutOfRange,
        "\(set.name.value.quoted) = \(set.value.value)\(unit) is outside "
          + "\(range.lowerBound)...\(range.upperBound), which the spec of \(driver.spec.name.value.quoted) allows",
        at: set.value.place, fix: "use \(nearest), or leave it out for \(parameter.defaultValue.value)")
    }
  }
}
