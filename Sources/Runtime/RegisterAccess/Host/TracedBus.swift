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
      trace.append(TracedAccess(.read, register, word, at: offset))
      return word
    }

    /// Records and writes.
    public func store<Value: RegisterValue>(
      _ word: Value.Word, to register: Value.Type, at offset: Int
    ) {
      trace.append(TracedAccess(.write, register, word, at: offset))
      base.store(word, to: register, at: offset)
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
    /// The manual's name.
    public let register: String
    /// Bytes from the start of the region.
    public let offset: Int
    /// In bits.
    public let width: Int
    /// What was read or written.
    public let value: UInt64

    /// An access as a bus sees it.
    public init<Value: RegisterValue>(
      _ kind: Kind, _ register: Value.Type, _ word: Value.Word, at offset: Int
    ) {
      self.kind = kind
      self.register = "\(Value.name)"
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
