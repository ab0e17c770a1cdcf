// Do not edit: generated from arrays.driver.yaml (digest e2e4432e603fe628) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// The component that drives a DMA.
@main
struct DMAComponent {
  static func main() {
    #if os(none)
      InterruptComponent.run { component throws(DriverError) in
        DMADriver(try DMAResources(from: component))
      }
    #else
      print("The driver of a DMA runs on a board. To start one: swift run dddk run")
    #endif
  }
}
