public import RegisterAccess

extension Register where Value: ReadableRegister {
  /// Polls until a field is as it should be.
  ///
  /// - Parameters:
  ///   - field: The field that is waited for, for the error.
  ///   - register: The register's path, for the error.
  ///   - polls: How often to read at most.
  ///   - specLine: The step's line, for the error.
  ///   - condition: What to wait for.
  /// - Throws: ``DriverError/timeout(register:field:lastValue:polls:specLine:)``.
  @inline(__always)
  public func wait(
    for field: DriverError.Name, of register: DriverError.Name, polls: UInt64, specLine: Int,
    until condition: (Value) -> Bool
  ) throws(DriverError) {
    guard let last = poll(atMost: polls, until: condition) else { return }
    throw .timeout(
      register: register, field: field, lastValue: UInt64(last.word), polls: polls, specLine: specLine)
  }
}

extension Register where Value: EffectfulRegister {
  /// Polls until a field is as it should be; each poll changes the device.
  ///
  /// - Parameters:
  ///   - field: The field that is waited for, for the error.
  ///   - register: The register's path, for the error.
  ///   - polls: How often to read at most.
  ///   - specLine: The step's line, for the error.
  ///   - condition: What to wait for.
  /// - Throws: ``DriverError/timeout(register:field:lastValue:polls:specLine:)``.
  @inline(__always)
  public func waitWithEffect(
    for field: DriverError.Name, of register: DriverError.Name, polls: UInt64, specLine: Int,
    until condition: (Value) -> Bool
  ) throws(DriverError) {
    guard let last = pollWithEffect(atMost: polls, until: condition) else { return }
    throw .timeout(
      register: register, field: field, lastValue: UInt64(last.word), polls: polls, specLine: specLine)
  }
}
