// Do not edit: generated from interrupts.driver.yaml (digest b14f888c98bbd6b0) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// The component that drives a LINES.
@main
struct LINESComponent {
  static func main() {
    #if os(none)
      InterruptComponent.run { component throws(DriverError) in
        LINESDriver(try LINESResources(from: component))
      }
    #else
      print("The driver of a LINES runs on a board. To start one: swift run dddk run")
    #endif
  }
}
