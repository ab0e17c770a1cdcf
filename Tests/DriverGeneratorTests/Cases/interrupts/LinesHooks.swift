import DriverRuntime

extension LINESDriver {
  // Each leaves a mark of its own in a trace.
  mutating func serveTick() { registers.DONE.write(1) }
  mutating func serveError() { registers.DONE.write(2) }
  mutating func serveData() { registers.DONE.write(3) }
  mutating func serveRisen() { registers.DONE.write(4) }
  mutating func serveFallen() { registers.DONE.write(5) }
}
