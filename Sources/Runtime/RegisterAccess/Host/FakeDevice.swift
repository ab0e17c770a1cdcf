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

    /// An interrupt line of the device that is faked.
    public struct Interrupt: Sendable {
      /// The register that shows the causes that are pending and let through.
      public let status: String
      /// The register whose set bits let causes through.
      public let mask: String?
      /// The register that clears a cause by writing its bit.
      public let acknowledge: String?
      /// The bits of the status register that are a cause.
      public let causes: [String: UInt64]

      /// An interrupt as its spec says it.
      public init(
        status: String, mask: String? = nil, acknowledge: String? = nil, causes: [String: UInt64]
      ) {
        self.status = status
        self.mask = mask
        self.acknowledge = acknowledge
        self.causes = causes
      }
    }

    /// The interrupts, in the order of the spec.
    public let interrupts: [Interrupt]
    /// For each interrupt the causes that are pending, let through or not.
    public private(set) var pending: [UInt64]
    /// The registers, in the order of their offsets.
    public let registers: [Register]
    /// Given the stored word of a register that is read, what the read gives instead.
    public var onRead: [String: (UInt64) -> UInt64] = [:]
    /// Told of a word that is written, after it is stored.
    public var onWrite: [String: (UInt64) -> Void] = [:]
    private var words: [String: UInt64] = [:]
    private let registersByName: [String: Register]

    /// A device in its state after reset.
    public init(_ registers: [Register], interrupts: [Interrupt] = []) {
      self.registers = registers
      self.interrupts = interrupts
      pending = interrupts.map { _ in 0 }
      registersByName = Dictionary(registers.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
      reset()
    }

    /// Brings every register to its value after reset.
    public func reset() {
      for register in registers { words[register.name] = register.reset }
      for index in pending.indices { pending[index] = 0 }
    }

    /// Makes a cause pending: its first bit.
    public func raise(_ cause: String) {
      for (index, interrupt) in interrupts.enumerated() {
        if let bits = interrupt.causes[cause] { pending[index] |= bits & (~bits &+ 1) }
      }
    }

    /// Takes a cause back: the device let go of it by itself.
    public func clear(_ cause: String) {
      for (index, interrupt) in interrupts.enumerated() {
        if let bits = interrupt.causes[cause] { pending[index] &= ~bits }
      }
    }

    /// Whether the device asks for attention on an interrupt line.
    public func isInterrupting(_ index: Int = 0) -> Bool { status(of: index) != 0 }

    private func status(of index: Int) -> UInt64 {
      guard let mask = interrupts[index].mask else { return pending[index] }
      return pending[index] & self[mask]
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
      let live = interrupts.indices.filter { interrupts[$0].status == name }
      let stored = live.reduce(self[name]) { $0 | status(of: $1) }
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
      for index in interrupts.indices where interrupts[index].acknowledge == name {
        pending[index] &= ~written
      }
      onWrite[name]?(written)
    }
  }
#endif
