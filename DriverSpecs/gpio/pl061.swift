import DriverRuntime

// What pl061.driver.yaml leaves to Swift: what to do when a line's interrupt has come. Each is told once; who waits for the
// next one lets it through again, so that a line whose level stays does not interrupt for ever.

extension PL061Driver {
  mutating func serveLine0() { registers.GPIOIE.modify { $0.LINE0 = false } }
  mutating func serveLine1() { registers.GPIOIE.modify { $0.LINE1 = false } }
  mutating func serveLine2() { registers.GPIOIE.modify { $0.LINE2 = false } }
  mutating func serveLine3() { registers.GPIOIE.modify { $0.LINE3 = false } }
  mutating func serveLine4() { registers.GPIOIE.modify { $0.LINE4 = false } }
  mutating func serveLine5() { registers.GPIOIE.modify { $0.LINE5 = false } }
  mutating func serveLine6() { registers.GPIOIE.modify { $0.LINE6 = false } }
  mutating func serveLine7() { registers.GPIOIE.modify { $0.LINE7 = false } }
}
