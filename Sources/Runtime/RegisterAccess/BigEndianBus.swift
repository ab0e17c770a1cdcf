/// The way to registers that the device keeps with their most significant byte first.
public struct BigEndianBus<Base: RegisterBus>: RegisterBus {
  let base: Base

  /// Big-endian registers of a bus.
  @inline(__always)
  public init(_ base: Base) { self.base = base }

  /// Reads.
  @inline(__always)
  public func load<Value: RegisterValue>(_ register: Value.Type, at offset: Int) -> Value.Word {
    base.load(bigEndian: register, at: offset)
  }

  /// Writes.
  @inline(__always)
  public func store<Value: RegisterValue>(_ word: Value.Word, to register: Value.Type, at offset: Int) {
    base.store(word, toBigEndian: register, at: offset)
  }

  /// The bus's own.
  @inline(__always)
  public func delay<Value: RegisterValue>(
    nanoseconds: UInt64, polling register: Value.Type, at offset: Int
  ) {
    base.delay(nanoseconds: nanoseconds, polling: register, at: offset)
  }

  /// The bus's own.
  @inline(__always)
  public func barrier() { base.barrier() }

  #if !os(none)
    /// The bus's own.
    public func name<Value: RegisterValue>(of register: Value.Type, at offset: Int) -> String {
      base.name(of: register, at: offset)
    }
  #endif
}
