import DriverRuntime

// What edu.driver.yaml leaves to Swift. Both results are waited for by whoever asked: a factorial stands in its register,
// a transfer in memory.

extension EDUDriver {
  mutating func serveFactorial() {}
  mutating func serveTransfer() {}
  mutating func serveFactorialByMessage() {}
  mutating func serveTransferByMessage() {}
}
