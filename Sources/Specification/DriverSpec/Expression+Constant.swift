public import Diagnostics

/// Why an operation on numbers has no result of 64 bits without a sign.
public enum ArithmeticFailure: Error, Sendable {
  case aboveMaximum
  case belowZero
  case divisionByZero
  /// Bits would be lost: shifted by 64 or more, or out at the top.
  case lostBits
}

extension Expression.Operator {
  /// The result for two numbers.
  ///
  /// - Parameters:
  ///   - left: the left operand.
  ///   - right: the right operand.
  /// - Returns: the result.
  /// - Throws: why there is none.
  public func result(_ left: UInt64, _ right: UInt64) throws(ArithmeticFailure) -> UInt64 {
    switch self {
    case .add: try checked(left.addingReportingOverflow(right), or: .aboveMaximum)
    case .subtract: try checked(left.subtractingReportingOverflow(right), or: .belowZero)
    case .multiply: try checked(left.multipliedReportingOverflow(by: right), or: .aboveMaximum)
    case .divide: try checked(left.dividedReportingOverflow(by: right), or: .divisionByZero)
    case .remainder: try checked(left.remainderReportingOverflow(dividingBy: right), or: .divisionByZero)
    case .shiftLeft: try checked((left << right, (left << right) >> right != left), or: .lostBits)
    case .shiftRight: left >> right
    case .and: left & right
    case .or: left | right
    }
  }

  private func checked(
    _ result: (partialValue: UInt64, overflow: Bool), or failure: ArithmeticFailure
  ) throws(ArithmeticFailure) -> UInt64 {
    guard !result.overflow else { throw failure }
    return result.partialValue
  }
}

extension Expression {
  /// The value where no name has a part in it; `nil` where one has, or where there is no result.
  public var constantValue: UInt64? {
    switch self {
    case .literal(let number): return number
    case .name: return nil
    case .binary(let name, let left, let right):
      guard let left = left.value.constantValue, let right = right.value.constantValue else { return nil }
      return try? name.result(left, right)
    }
  }

  /// The names that the value is made of, from left to right.
  public var names: [Located<String>] {
    switch self {
    case .literal: []
    case .name(let name): [name]
    case .binary(_, let left, let right): left.value.names + right.value.names
    }
  }
}
