// Do not edit: generated from pl011.driver.yaml (digest 9b748f3f67b4aad5) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// The component that drives a PL011.
@main
struct PL011Component {
  static func main() {
    #if os(none)
      SerialComponent.run { component throws(DriverError) in
        PL011Driver(try PL011Resources(from: component))
      }
    #else
      print("The driver of a PL011 runs on a board. To start one: swift run dddk run")
    #endif
  }
}
