// Do not edit: generated from fields.driver.yaml (digest f002b25ddded228b) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// The component that drives a SENSOR.
@main
struct SENSORComponent {
  static func main() {
    #if os(none)
      InterruptComponent.run { component throws(DriverError) in
        SENSORDriver(try SENSORResources(from: component))
      }
    #else
      print("The driver of a SENSOR runs on a board. To start one: swift run dddk run")
    #endif
  }
}
