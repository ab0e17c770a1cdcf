#if !os(none)
  /// Registers without a device behind them: what is written is read back, as each register's access allows.
  ///
  /// A fake of a device class gives it behaviour with `onRead` and `onWrite`.
  public final class FakeDevice: RegisterBus {
    /// A register of the device that is faked.
    public struct Register: Sendable {
      /// The manual's name.
      public let name: String
      /// Bytes from the start of the region.
      public let offset: Int
      /// Bits that keep what is written.
      public let writable: UInt64
      /// Bits that a written 1 clears.
      public let clearedByOnes: UInt64
      /// The value after reset; 0 where the manual says none.
      public let reset: UInt64

      /// A register as its spec says it.
      public init(
        _ name: String, at offset: Int, writable: UInt64 = 0, clearedByOnes: UInt64 = 0, reset: UInt64 = 0
      ) {
        self.name = name
        self.offset = offset
        self.writable = writable
        self.clearedByOnes = clearedByOnes
        self.reset = reset
      }
    }

    /// The registers, in the order of their offsets.
    public let registers: [Register]
    /// Given the stored word of a register that is read, what the read gives instead.
    public var onRead: [String: (UInt64) -> UInt64] = [:]
    /// Told of a word that is written, after it is stored.
    public var onWrite: [String: (UInt64) -> Void] = [:]
    private var words: [String: UInt64] = [:]
    private let registersByName: [String: Register]

    /// A device in its state after reset.
    public init(_ registers: [Register]) {
      self.registers = registers
      registersByName = Dictionary(registers.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
      reset()
    }

    /// Brings every register to its value after reset.
    public func reset() {
      for register in registers { words[register.name] = register.reset }
    }

    /// A register's stored word, for a test to look at or to set, whatever the driver may do with it.
    public subscript(name: String) -> UInt64 {
      get { words[name] ?? 0 }
      set { words[name] = newValue }
    }

    /// What a driver reads.
    public func load<Value: RegisterValue>(_ register: Value.Type, at offset: Int) -> Value.Word {
      let name = "\(Value.name)"
      precondition(registersByName[name]?.offset == offset, "\(name) is not at offset \(offset)")
      let stored = self[name]
      return Value.Word(truncatingIfNeeded: onRead[name]?(stored) ?? stored)
    }

    /// What a driver writes.
    public func store<Value: RegisterValue>(
      _ word: Value.Word, to register: Value.Type, at offset: Int
    ) {
      let name = "\(Value.name)"
      guard let register = registersByName[name], register.offset == offset else {
        preconditionFailure("\(name) is not at offset \(offset)")
      }
      let written = UInt64(word)
      let kept = self[name] & ~register.writable & ~(register.clearedByOnes & written)
      self[name] = kept | (written & register.writable)
      onWrite[name]?(written)
    }
  }
#endif
