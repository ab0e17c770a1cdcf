import DriverRuntime

extension LINESDriver {
  mutating func serveTick() {}
  mutating func serveError() {}
  mutating func serveData() {}
  mutating func serveRisen() {}
  mutating func serveFallen() {}
}
