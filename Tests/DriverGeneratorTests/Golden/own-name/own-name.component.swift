// Do not edit: generated from own-name.driver.yaml (digest 7a2d286ecefd5ea1) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// The component that drives a TIMER.
@main
struct TIMERComponent {
  static func main() {
    #if os(none)
      InterruptComponent.run { component throws(DriverError) in
        TIMERDriver(try TIMERResources(from: component))
      }
    #else
      print("The driver of a TIMER runs on a board. To start one: swift run dddk run")
    #endif
  }
}
