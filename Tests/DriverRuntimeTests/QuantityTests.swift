import DriverRuntime
import Testing

/// Calculations neither trap nor wrap.
struct QuantityTests {
  private func value(_ quantity: Quantity) -> UInt64? {
    do throws(DriverError) { return try quantity.value(specLine: 7) as UInt64 } catch {
      #expect(error == .arithmetic(specLine: 7))
      return nil
    }
  }

  /// Each operator against the same in 128 bits, on numbers near the ends and at random.
  @Test func operatorsAgreeWithWiderArithmetic() {
    var generator = SeededGenerator(seed: 20)
    let edges: [UInt64] = [0, 1, 2, 63, 64, 65, 1 << 31, 1 << 32, 1 << 63, .max - 1, .max]
    let numbers =
      edges + (0..<40).map { _ in UInt64.random(in: 0 ... .max, using: &generator) >> generator.shift }
    for left in numbers {
      for right in numbers {
        let (a, b) = (Quantity(left), Quantity(right))
        let (x, y) = (UInt128(left), UInt128(right))
        #expect(value(a + b) == UInt64(exactly: x + y), "\(left) + \(right), seed \(generator.seed)")
        #expect(value(a - b) == (x < y ? nil : left - right), "\(left) - \(right)")
        #expect(value(a * b) == UInt64(exactly: x * y), "\(left) * \(right)")
        #expect(value(a / b) == (y == 0 ? nil : left / right), "\(left) / \(right)")
        #expect(value(a % b) == (y == 0 ? nil : left % right), "\(left) % \(right)")
        #expect(value(a & b) == left & right)
        #expect(value(a | b) == left | right)
        #expect(value(a >> b) == left >> right, "\(left) >> \(right)")
        let shifted = right < 64 ? UInt64(exactly: x << y) : (left == 0 ? 0 : nil)
        #expect(value(a << b) == shifted, "\(left) << \(right)")
      }
    }
  }

  @Test func whatWasOnceInvalidStaysSo() {
    let zero = Quantity(0)
    let invalid = Quantity(1) / zero
    #expect(value(invalid * zero) == nil)
    #expect(value(invalid & zero) == nil)
    #expect(value(zero >> invalid) == nil)
    #expect(value(zero + invalid) == nil)
  }

  @Test func aValueThatDoesNotFitIsAnErrorWithItsLimits() {
    func error(_ body: () throws(DriverError) -> Void) -> DriverError? {
      do throws(DriverError) { try body() } catch { return error }
      return nil
    }
    #expect(
      error { () throws(DriverError) in _ = try Quantity(64).value(specLine: 3) as UInt6 }
        == .outOfRange(value: 64, allowed: 0...63, specLine: 3))
    #expect(error { () throws(DriverError) in _ = try Quantity(63).value(specLine: 3) as UInt6 } == nil)
    #expect(error { () throws(DriverError) in _ = try Quantity(.max).value(specLine: 3) as UInt64 } == nil)
    #expect(
      error { () throws(DriverError) in _ = try Quantity(2).flag(specLine: 4) }
        == .outOfRange(value: 2, allowed: 0...1, specLine: 4))
    #expect(
      error { () throws(DriverError) in try Quantity(9).require(10...20, specLine: 5) }
        == .outOfRange(value: 9, allowed: 10...20, specLine: 5))
    #expect(
      error { () throws(DriverError) in try (Quantity(0) - 1).require(0 ... .max, specLine: 6) }
        == .arithmetic(specLine: 6))
  }

  @Test func namesAreTheSameWhereTheirBytesAre() {
    let name: DriverError.Name = "BUSY"
    #expect(name == "BUSY")
    #expect(name != "BUS" && name != "BUSZ" && name != "")
  }
}

/// Numbers that look random and are the same in each run (splitmix64).
struct SeededGenerator: RandomNumberGenerator {
  let seed: UInt64
  private var state: UInt64

  init(seed: UInt64) {
    self.seed = seed
    state = seed
  }

  /// Spreads numbers over all sizes.
  var shift: UInt64 { state >> 58 }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
