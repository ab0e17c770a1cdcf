// Do not edit: generated from separate-status.driver.yaml (digest 617ad93014f4233c) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// The component that drives a U16.
@main
struct U16Component {
  static func main() {
    #if os(none)
      SerialComponent.run { component throws(DriverError) in
        U16Driver(try U16Resources(from: component))
      }
    #else
      print("The driver of a U16 runs on a board. To start one: swift run dddk run")
    #endif
  }
}
