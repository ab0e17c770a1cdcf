/// One register of one device, on a bus.
///
/// Each call is one access, or for `modify` two; with a `DeviceBus` nothing else remains after compilation.
/// What a register cannot do, or cannot do safely, is not there.
public struct Register<Value: RegisterValue, Bus: RegisterBus>: RegisterElement {
  let bus: Bus
  let offset: Int
  /// Bits that a change of other bits writes as they were read.
  let preserved: Value.Word
  /// Bits that are written as 1 unless a body names them.
  let ones: Value.Word
  /// The contents after reset.
  let reset: Value.Word

  /// The register `Value` on a bus, `offset` bytes from the start of its region.
  @inline(__always)
  public init(on bus: Bus, at offset: Int) {
    self.init(on: bus, at: offset, reset: 0, preserving: .max, ones: 0)
  }

  /// A register that contains `reset` after reset.
  @inline(__always)
  public init(on bus: Bus, at offset: Int, reset: Value.Word) {
    self.init(on: bus, at: offset, reset: reset, preserving: .max, ones: 0)
  }

  /// A register with bits of which a written value does something, or that the manual wants to be written so.
  ///
  /// - Parameters:
  ///   - bus: The way to it.
  ///   - offset: Bytes from the start of its region.
  ///   - reset: What it contains after reset; 0 where the manual says nothing.
  ///   - preserved: Bits that a change of others writes as they were read.
  ///   - ones: Bits of the others that are written as 1, unless they are named; the rest are written as 0.
  @inline(__always)
  public init(
    on bus: Bus, at offset: Int, reset: Value.Word = 0, preserving preserved: Value.Word, ones: Value.Word = 0
  ) {
    self.bus = bus
    self.offset = offset
    self.preserved = preserved
    self.ones = ones
    self.reset = reset
  }

  /// The same register of another element of an array.
  @inline(__always)
  public func moved(by bytes: Int) -> Self {
    Self(on: bus, at: offset &+ bytes, reset: reset, preserving: preserved, ones: ones)
  }

  @inline(__always)
  func load() -> Value { Value(word: bus.load(Value.self, at: offset)) }

  @inline(__always)
  func store(_ word: Value.Word) { bus.store(word, to: Value.self, at: offset) }

  @inline(__always)
  func loop(atMost polls: UInt64, until condition: (Value) -> Bool) -> Value? {
    var remaining = polls
    while true {
      let value = load()
      if condition(value) { return nil }
      guard remaining > 1 else { return value }
      remaining &-= 1
    }
  }
}

extension Register where Value: ReadableRegister {
  /// Reads the register.
  @inline(__always)
  public func read() -> Value { load() }

  /// Polls until a condition holds.
  ///
  /// - Parameters:
  ///   - polls: How often to read at most, at least 1.
  ///   - condition: What to wait for.
  /// - Returns: `nil` once the condition holds; what the last poll read where none of them met it.
  @inline(__always)
  public func poll(atMost polls: UInt64, until condition: (Value) -> Bool) -> Value? {
    loop(atMost: polls, until: condition)
  }

  /// Lets time pass, at least `nanoseconds`, by reading this register.
  ///
  /// A component has no timer; each read takes 10 ns or more. A fake device lets no time pass.
  @inline(__always)
  public func delay(nanoseconds: UInt64) {
    bus.delay(nanoseconds: nanoseconds, polling: Value.self, at: offset)
  }
}

extension Register where Value: EffectfulRegister {
  /// Reads the register, and changes the device by it as its documentation says.
  @inline(__always)
  public func readWithEffect() -> Value { load() }

  /// Polls until a condition holds; each poll changes the device.
  ///
  /// - Parameters:
  ///   - polls: How often to read at most, at least 1.
  ///   - condition: What to wait for.
  /// - Returns: `nil` once the condition holds; what the last poll read where none of them met it.
  @inline(__always)
  public func pollWithEffect(atMost polls: UInt64, until condition: (Value) -> Bool) -> Value? {
    loop(atMost: polls, until: condition)
  }
}

extension Register where Value: WritableRegister {
  /// Writes the whole register.
  @inline(__always)
  public func write(_ word: Value.Word) { store(word) }

  /// Writes the fields that `body` sets, and 0 to all others.
  ///
  /// Bits where a written 0 does something, or that the manual wants as 1, are 1.
  @inline(__always)
  public func writeFromZero(_ body: (inout Value) -> Void) {
    var value = Value(word: ones)
    body(&value)
    store(value.word)
  }
}

extension Register where Value: WritableRegister & ResettableRegister {
  /// Writes the fields that `body` sets, and their values after reset to all others.
  ///
  /// Bits where a written value does something are written as the value that does nothing.
  @inline(__always)
  public func writeFromReset(_ body: (inout Value) -> Void) {
    var value = Value(word: (reset & preserved) | ones)
    body(&value)
    store(value.word)
  }
}

extension Register where Value: ModifiableRegister {
  /// Reads the register, lets `body` change fields, and writes it back.
  ///
  /// Bits where a written value does something are written as the value that does nothing, unless `body` sets
  /// them: nothing is cleared, set or toggled by the way.
  @inline(__always)
  public func modify(_ body: (inout Value) -> Void) {
    var value = Value(word: (load().word & preserved) | ones)
    body(&value)
    store(value.word)
  }
}
