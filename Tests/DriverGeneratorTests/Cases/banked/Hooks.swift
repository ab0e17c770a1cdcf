import DriverRuntime

extension UART16Driver {
  mutating func serveReceived() {}
  mutating func serveEmpty() {}
}
