// Do not edit: generated from widths.driver.yaml (digest eb8cc37d37f73a12) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// The component that drives a WIDTHS.
@main
struct WIDTHSComponent {
  static func main() {
    #if os(none)
      InterruptComponent.run { component throws(DriverError) in
        WIDTHSDriver(try WIDTHSResources(from: component))
      }
    #else
      print("The driver of a WIDTHS runs on a board. To start one: swift run dddk run")
    #endif
  }
}
