#if !os(none)
  /// Any bus, with a record of every access that goes through it: for tests, on the host.
  public struct TracedBus<Base: RegisterBus>: RegisterBus {
    let base: Base
    /// What was accessed so far.
    public let trace: AccessTrace

    /// Records the accesses to a bus.
    public init(_ base: Base, into trace: AccessTrace = AccessTrace()) {
      self.base = base
      self.trace = trace
    }

    /// Reads and records.
    public func load<Value: RegisterValue>(_ register: Value.Type, at offset: Int) -> Value.Word {
      let word = base.load(register, at: offset)
      trace.append(
        TracedAccess(.read, register, named: base.name(of: register, at: offset), word, at: offset))
      return word
    }

    /// Records and writes.
    public func store<Value: RegisterValue>(
      _ word: Value.Word, to register: Value.Type, at offset: Int
    ) {
      trace.append(
        TracedAccess(.write, register, named: base.name(of: register, at: offset), word, at: offset))
      base.store(word, to: register, at: offset)
    }

    /// Reads and records.
    public func load<Value: RegisterValue>(bigEndian register: Value.Type, at offset: Int) -> Value.Word {
      let word = base.load(bigEndian: register, at: offset)
      trace.append(
        TracedAccess(.read, register, named: base.name(of: register, at: offset), word, at: offset))
      return word
    }

    /// Records and writes.
    public func store<Value: RegisterValue>(
      _ word: Value.Word, toBigEndian register: Value.Type, at offset: Int
    ) {
      trace.append(
        TracedAccess(.write, register, named: base.name(of: register, at: offset), word, at: offset))
      base.store(word, toBigEndian: register, at: offset)
    }

    /// Lets time pass on the bus; what is polled meanwhile is not recorded.
    public func delay<Value: RegisterValue>(
      nanoseconds: UInt64, polling register: Value.Type, at offset: Int
    ) {
      base.delay(nanoseconds: nanoseconds, polling: register, at: offset)
    }

    /// The bus's own.
    public func barrier() { base.barrier() }

    /// The bus's own.
    public func name<Value: RegisterValue>(of register: Value.Type, at offset: Int) -> String {
      base.name(of: register, at: offset)
    }
  }

  /// The accesses to a device, in order.
  public final class AccessTrace {
    /// Oldest first.
    public private(set) var accesses: [TracedAccess] = []

    /// An empty record.
    public init() {}

    /// Adds the next access.
    public func append(_ access: TracedAccess) { accesses.append(access) }

    /// Forgets what was recorded.
    public func removeAll() { accesses.removeAll() }

    /// The writes alone.
    public var writes: [TracedAccess] { accesses.filter { $0.kind == .write } }
  }

  /// One access to a register.
  public struct TracedAccess: Equatable, Sendable, CustomStringConvertible {
    /// Which way the word went.
    public enum Kind: Sendable { case read, write }

    /// Read or write.
    public let kind: Kind
    /// The manual's name; for an element of an array its path, where the bus knows it.
    public let register: String
    /// Bytes from the start of the region.
    public let offset: Int
    /// In bits.
    public let width: Int
    /// What was read or written.
    public let value: UInt64

    /// An access as a bus sees it.
    public init<Value: RegisterValue>(
      _ kind: Kind, _ register: Value.Type, named name: String? = nil, _ word: Value.Word, at offset: Int
    ) {
      self.kind = kind
      self.register = name ?? "\(Value.self)"
      self.offset = offset
      self.width = Value.Word.bitWidth
      self.value = UInt64(word)
    }

    /// `IBRD = 0xd` for a write, `FR -> 0x90` for a read.
    public var description: String {
      "\(register) \(kind == .write ? "=" : "->") 0x\(String(value, radix: 16))"
    }
  }
#endif
