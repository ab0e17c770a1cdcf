/// One register of one device, on a bus.
///
/// Each call is one access, or for `modify` two; with a `DeviceBus` nothing else remains after compilation.
public struct Register<Value: RegisterValue, Bus: RegisterBus> {
  let bus: Bus

  /// The register `Value` on a bus.
  @inline(__always)
  public init(on bus: Bus) { self.bus = bus }
}

extension Register where Value: ReadableRegister {
  /// Reads the register.
  @inline(__always)
  public func read() -> Value { Value(word: bus.load(Value.self, at: Value.offset)) }

  /// Polls until a condition holds.
  ///
  /// - Parameters:
  ///   - polls: How often to read at most, at least 1.
  ///   - condition: What to wait for.
  /// - Returns: `nil` once the condition holds; what the last poll read where none of them met it.
  @inline(__always)
  public func poll(atMost polls: UInt64, until condition: (Value) -> Bool) -> Value? {
    var remaining = polls
    while true {
      let value = read()
      if condition(value) { return nil }
      guard remaining > 1 else { return value }
      remaining &-= 1
    }
  }
}

extension Register where Value: WritableRegister {
  /// Writes the whole register.
  @inline(__always)
  public func write(_ word: Value.Word) { bus.store(word, to: Value.self, at: Value.offset) }

  /// Writes the fields that `body` sets, and 0 to all others.
  @inline(__always)
  public func write(_ body: (inout Value) -> Void) {
    var value = Value(word: 0)
    body(&value)
    write(value.word)
  }
}

extension Register where Value: WritableRegister & ResettableRegister {
  /// Writes the fields that `body` sets, and their values after reset to all others.
  @inline(__always)
  public func writeFromReset(_ body: (inout Value) -> Void) {
    var value = Value.resetValue
    body(&value)
    write(value.word)
  }
}

extension Register where Value: ReadableRegister & WritableRegister {
  /// Reads the register, lets `body` change fields, and writes it back.
  ///
  /// Bits that a written 1 clears are written as 0 unless `body` sets them: nothing is cleared by the way.
  @inline(__always)
  public func modify(_ body: (inout Value) -> Void) {
    var value = read()
    value.word &= ~Value.clearedByOnes
    body(&value)
    write(value.word)
  }
}
