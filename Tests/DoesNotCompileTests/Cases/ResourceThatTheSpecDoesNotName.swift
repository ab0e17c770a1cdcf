import DriverRuntime

@testable import pl011

func use(_ resources: borrowing PL011Resources<DeviceBus>) {
  _ = resources.uartclk
  _ = resources.apbclk  // error: value of type 'PL011Resources<DeviceBus>' has no member 'apbclk'
}
