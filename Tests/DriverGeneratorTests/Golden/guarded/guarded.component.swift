// Do not edit: generated from guarded.driver.yaml (digest ca14ccbb904cff48) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// The component that drives a GUARD.
@main
struct GUARDComponent {
  static func main() {
    #if os(none)
      InterruptComponent.run { component throws(DriverError) in
        GUARDDriver(try GUARDResources(from: component))
      }
    #else
      print("The driver of a GUARD runs on a board. To start one: swift run dddk run")
    #endif
  }
}
