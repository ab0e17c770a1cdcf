// Do not edit: generated from two-regions.driver.yaml (digest 626d66fb15fd4365) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// The component that drives a TWIN.
@main
struct TWINComponent {
  static func main() {
    #if os(none)
      InterruptComponent.run { component throws(DriverError) in
        TWINDriver(try TWINResources(from: component))
      }
    #else
      print("The driver of a TWIN runs on a board. To start one: swift run dddk run")
    #endif
  }
}
