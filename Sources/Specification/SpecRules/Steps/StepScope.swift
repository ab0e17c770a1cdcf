import Diagnostics
import DriverSpec

/// The names that a step can use, and between which numbers each lies.
///
/// Clocks and parameters are known everywhere, a sequence's parameters in all its steps, a `let` after it in the same
/// list of steps and below, the name of a `repeat` in its body.
struct StepScope {
  /// Between which numbers each name lies.
  private(set) var ranges: [String: ClosedRange<UInt64>]

  /// The names of the whole spec.
  init(_ spec: DriverSpec) {
    ranges = [:]
    for resource in spec.resources {
      if case .clock = resource.kind { ranges[resource.name.value] = 0...UInt64.max }
    }
    for parameter in spec.parameters {
      ranges[parameter.name.value] = parameter.range?.value ?? 0...UInt64.max
    }
  }

  /// Whether a name is known.
  func knows(_ name: String) -> Bool { ranges[name] != nil }

  /// Calls `body` for every step of a sequence, with what it can use.
  func walk(_ sequence: Sequence, _ body: (Located<Sequence.Step>, StepScope) -> Void) {
    var scope = self
    for parameter in sequence.parameters {
      scope.ranges[parameter.name.value] = parameter.range?.value ?? 0...UInt64.max
    }
    scope.walk(sequence.steps, body)
  }

  private func walk(
    _ steps: [Located<Sequence.Step>], _ body: (Located<Sequence.Step>, StepScope) -> Void
  ) {
    var scope = self
    for step in steps {
      body(step, scope)
      switch step.value {
      case .bind(let name, let value): scope.ranges[name.value] = scope.range(of: value.value)
      case .bindRead(let name, _): scope.ranges[name.value] = 0...UInt64.max
      case .require(let value, let range):
        guard case .name(let name) = value.value, let known = scope.ranges[name.value] else { continue }
        scope.ranges[name.value] = known.overlaps(range.value) ? known.clamped(to: range.value) : range.value
      case .branch(_, let then, let otherwise):
        scope.walk(then, body)
        scope.walk(otherwise, body)
      case .loop(let count, let name, let steps):
        var inner = scope
        if let name { inner.ranges[name.value] = 0...(max(1, count.value) - 1) }
        inner.walk(steps, body)
      case .whileLoop(_, _, let steps): scope.walk(steps, body)
      default: continue
      }
    }
  }

  /// Between which numbers an expression lies; everything where that cannot be told.
  func range(of expression: Expression) -> ClosedRange<UInt64> {
    switch expression {
    case .literal(let number): return number...number
    case .name(let name): return ranges[name.value] ?? 0...UInt64.max
    case .binary(let name, let left, let right):
      let (one, other) = (range(of: left.value), range(of: right.value))
      let all = 0...UInt64.max
      switch name {
      case .add:
        let (high, overflow) = one.upperBound.addingReportingOverflow(other.upperBound)
        return overflow ? all : (one.lowerBound + other.lowerBound)...high
      case .subtract:
        // What would be below zero fails at run time.
        guard one.upperBound >= other.lowerBound else { return all }
        let low = one.lowerBound > other.upperBound ? one.lowerBound - other.upperBound : 0
        return low...(one.upperBound - other.lowerBound)
      case .multiply:
        let (high, overflow) = one.upperBound.multipliedReportingOverflow(by: other.upperBound)
        return overflow ? all : (one.lowerBound * other.lowerBound)...high
      case .divide:
        let divisor = max(1, other.lowerBound)
        return (one.lowerBound / max(1, other.upperBound))...(one.upperBound / divisor)
      case .remainder: return other.upperBound == 0 ? all : 0...min(one.upperBound, other.upperBound - 1)
      case .and: return 0...min(one.upperBound, other.upperBound)
      case .or:
        let high = one.upperBound | other.upperBound
        return 0...(high == 0 ? 0 : UInt64.max >> UInt64(high.leadingZeroBitCount))
      case .shiftRight: return 0...one.upperBound
      case .shiftLeft: return all
      }
    }
  }
}
