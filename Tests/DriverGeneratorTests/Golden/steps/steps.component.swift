// Do not edit: generated from steps.driver.yaml (digest 8869cc2dc82cd99b) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// The component that drives a STEPS.
@main
struct STEPSComponent {
  static func main() {
    #if os(none)
      InterruptComponent.run { component throws(DriverError) in
        STEPSDriver(try STEPSResources(from: component))
      }
    #else
      print("The driver of a STEPS runs on a board. To start one: swift run dddk run")
    #endif
  }
}
