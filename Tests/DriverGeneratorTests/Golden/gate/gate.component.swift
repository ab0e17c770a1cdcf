// Do not edit: generated from gate.driver.yaml (digest b5e84915bef70412) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// The component that drives a GATE.
@main
struct GATEComponent {
  static func main() {
    #if os(none)
      InterruptComponent.run { component throws(DriverError) in
        GATEDriver(try GATEResources(from: component))
      }
    #else
      print("The driver of a GATE runs on a board. To start one: swift run dddk run")
    #endif
  }
}
