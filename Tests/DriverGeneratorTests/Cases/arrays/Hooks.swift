import DriverRuntime

extension DMADriver {
  mutating func serveFinished() {}
}
