// Do not edit: generated from rings.driver.yaml (digest 729433225c569b0d) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// The component that drives a NIC.
@main
struct NICComponent {
  static func main() {
    #if os(none)
      InterruptComponent.run { component throws(DriverError) in
        NICDriver(try NICResources(from: component))
      }
    #else
      print("The driver of a NIC runs on a board. To start one: swift run dddk run")
    #endif
  }
}
