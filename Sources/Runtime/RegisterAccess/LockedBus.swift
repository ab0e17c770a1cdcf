/// What keeps registers from being written by mistake.
public protocol RegisterLock {
  /// Writes what lets writes through.
  ///
  /// - Parameters:
  ///   - bus: The bus.
  ///   - offset: Where the lock's register is.
  static func unlock(on bus: borrowing some RegisterBus, at offset: Int)

  /// Writes what keeps writes out again; nothing, where the manual says that nothing does.
  ///
  /// - Parameters:
  ///   - bus: The bus.
  ///   - offset: Where the lock's register is.
  static func lock(on bus: borrowing some RegisterBus, at offset: Int)
}

/// The way to a register behind a lock: a write unlocks before and locks after; a read does neither.
public struct LockedBus<Base: RegisterBus, Lock: RegisterLock>: RegisterBus {
  let base: Base
  let key: Int

  /// The registers behind a lock.
  ///
  /// - Parameters:
  ///   - base: The bus.
  ///   - key: Where the lock's register is.
  @inline(__always)
  public init(_ base: Base, lockedAt key: Int) {
    self.base = base
    self.key = key
  }

  /// Reads.
  @inline(__always)
  public func load<Value: RegisterValue>(_ register: Value.Type, at offset: Int) -> Value.Word {
    base.load(register, at: offset)
  }

  /// Unlocks, writes, and locks.
  @inline(__always)
  public func store<Value: RegisterValue>(_ word: Value.Word, to register: Value.Type, at offset: Int) {
    Lock.unlock(on: base, at: key)
    base.store(word, to: register, at: offset)
    Lock.lock(on: base, at: key)
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
