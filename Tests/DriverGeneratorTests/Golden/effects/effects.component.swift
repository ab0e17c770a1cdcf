// Do not edit: generated from effects.driver.yaml (digest 8c5c48975665db24) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// The component that drives a EFFECTS.
@main
struct EFFECTSComponent {
  static func main() {
    #if os(none)
      InterruptComponent.run { component throws(DriverError) in
        EFFECTSDriver(try EFFECTSResources(from: component))
      }
    #else
      print("The driver of a EFFECTS runs on a board. To start one: swift run dddk run")
    #endif
  }
}
