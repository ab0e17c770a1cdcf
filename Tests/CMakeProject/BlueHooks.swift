import DriverRuntime

// What blue-uart.driver.yaml leaves to Swift: the transceiver of the box hangs at RTS.

extension BlueUARTDriver {
  mutating func enableTransceiver() throws(DriverError) {
    registers.CR.modify { $0.RTS = true }
  }
}
