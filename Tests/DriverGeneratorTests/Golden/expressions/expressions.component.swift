// Do not edit: generated from expressions.driver.yaml (digest 5e975ab6ce82f6c7) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// The component that drives a CALC.
@main
struct CALCComponent {
  static func main() {
    #if os(none)
      InterruptComponent.run { component throws(DriverError) in
        CALCDriver(try CALCResources(from: component))
      }
    #else
      print("The driver of a CALC runs on a board. To start one: swift run dddk run")
    #endif
  }
}
