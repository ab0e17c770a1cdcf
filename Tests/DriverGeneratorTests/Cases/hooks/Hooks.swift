import DriverRuntime

extension GATEDriver {
  mutating func settle() throws(DriverError) {
    try registers.STATUS.wait(for: "MOVED", polls: 100, specLine: 0) { !$0.MOVED }
  }

  mutating func serveMoved() {}

  mutating func serveBlocked() { registers.CTRL.write(0) }
}
