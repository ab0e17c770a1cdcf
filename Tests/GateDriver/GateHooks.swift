import DriverRuntime

// What gate.driver.yaml leaves to Swift: a loop over two readings, and what to do when the gate is blocked.

extension GATEDriver {
  /// How often to look before the gate counts as swinging for ever.
  private static var settlePolls: UInt64 { 100 }

  mutating func settle() throws(DriverError) {
    var last = registers.POSITION.read()
    for _ in 0..<Self.settlePolls {
      let now = registers.POSITION.read()
      if now == last { return }
      last = now
    }
    throw .timeout(
      register: "POSITION", field: "PERCENT", lastValue: UInt64(last.word), polls: Self.settlePolls,
      specLine: 0)
  }

  mutating func serveMoved() {}

  mutating func serveBlocked() {
    registers.CTRL.modify {
      $0.OPEN = false
      $0.BRAKE = true
    }
  }
}
