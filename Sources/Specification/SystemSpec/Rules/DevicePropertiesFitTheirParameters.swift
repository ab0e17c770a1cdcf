import Diagnostics

/// A property of the device's node that sets a parameter is a number which the driver's spec allows.
func devicePropertiesFitTheirParameters(_ system: JudgedSystem) {
  for (component, driver, device) in system.assigned {
    for parameter in driver.spec.parameters {
      let name = parameter.name.value
      guard let property = parameter.property?.value, let found = device.properties[property],
        !component.parameters.contains(where: { $0.name.value == name })
      else { continue }
      let what =
        "`\(property)` of \(device.path.quoted), which sets \(name.quoted) of \(driver.spec.name.value.quoted),"
      let fix = "set it here: `parameters: {\(name): \(parameter.defaultValue.value)}`"
      switch found {
      case .bytes(let count):
        system.refuse(
          .deviceProperty, "\(what) has \(count) \(count == 1 ? "byte" : "bytes"); a number has 4 or 8",
          at: system.devicePlace(of: component), fix: fix)
      case .number(let value):
        guard let range = parameter.range?.value, !range.contains(value) else { continue }
        system.refuse(
          .deviceProperty, "\(what) is \(value), outside \(range.lowerBound)...\(range.upperBound)",
          at: system.devicePlace(of: component), fix: fix)
      }
    }
  }
}
