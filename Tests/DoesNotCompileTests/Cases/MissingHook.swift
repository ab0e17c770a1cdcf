import DriverRuntime

@testable import GateDriver

struct Author: ~Copyable {
  mutating func settle() throws(DriverError) {}
  mutating func serveMoved() {}
  mutating func serveBlocked() {}
}

struct Forgetful: ~Copyable {
  mutating func settle() throws(DriverError) {}
  mutating func serveMoved() {}
}

extension Author: GATEHooks {}
extension Forgetful: GATEHooks {}  // error: type 'Forgetful' does not conform to protocol 'GATEHooks'
