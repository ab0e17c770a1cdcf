public import RegisterAccess

extension Register where Value: ReadableRegister {
  /// Polls until a field is as it should be.
  ///
  /// - Parameters:
  ///   - field: The field that is waited for, for the error.
  ///   - polls: How often to read at most.
  ///   - specLine: The step's line, for the error.
  ///   - condition: What to wait for.
  /// - Throws: ``DriverError/timeout(register:field:lastValue:polls:specLine:)``.
  @inline(__always)
  public func wait(
    for field: DriverError.Name, polls: UInt64, specLine: Int, until condition: (Value) -> Bool
  ) throws(DriverError) {
    guard let last = poll(atMost: polls, until: condition) else { return }
    throw .timeout(
      register: DriverError.Name(stringLiteral: Value.name), field: field, lastValue: UInt64(last.word),
      polls: polls, specLine: specLine)
  }
}
