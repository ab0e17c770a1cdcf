// Do not edit: generated from banked.driver.yaml (digest a8198b9b49c4084a) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// The component that drives a UART16.
@main
struct UART16Component {
  static func main() {
    #if os(none)
      if GrantedPorts.exist {
        InterruptComponent.run { component throws(DriverError) in
          UART16Driver(try UART16Resources<GrantedBus>(from: component))
        }
      }
      InterruptComponent.run { component throws(DriverError) in
        UART16Driver(try UART16Resources<SpacedBus>(from: component))
      }
    #else
      print("The driver of a UART16 runs on a board. To start one: swift run dddk run")
    #endif
  }
}
