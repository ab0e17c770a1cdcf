/// The way to a register whose writes a bridge may keep back: a write is followed by a read of
/// another register, which waits for it.
public struct ReadBackBus<Base: RegisterBus, ReadBack: RegisterValue>: RegisterBus {
  let base: Base
  let readBack: Int

  /// Registers with posted writes.
  ///
  /// - Parameters:
  ///   - base: The bus.
  ///   - readBack: Where the register is that is read after a write.
  @inline(__always)
  public init(_ base: Base, readingBackAt readBack: Int) {
    self.base = base
    self.readBack = readBack
  }

  /// Reads.
  @inline(__always)
  public func load<Value: RegisterValue>(_ register: Value.Type, at offset: Int) -> Value.Word {
    base.load(register, at: offset)
  }

  /// Writes, and reads back.
  @inline(__always)
  public func store<Value: RegisterValue>(_ word: Value.Word, to register: Value.Type, at offset: Int) {
    base.store(word, to: register, at: offset)
    _ = base.load(ReadBack.self, at: readBack)
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
