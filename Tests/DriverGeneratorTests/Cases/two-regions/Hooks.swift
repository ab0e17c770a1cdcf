import DriverRuntime

extension TWINDriver {
  mutating func serveDone() { _ = dataWindow.FIRST.read() }

  mutating func serveTemperature() { control.MODE.modify { $0.ON = false } }
}
