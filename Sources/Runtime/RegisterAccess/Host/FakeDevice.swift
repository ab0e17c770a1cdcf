#if !os(none)
  /// Registers without a device behind them: what is written is read back, as each register's access allows.
  ///
  /// It is the bus of the device's first region; ``region(_:)`` is that of another. A fake of a device class gives
  /// it behaviour with `onRead` and `onWrite`. What a device would not take from a driver stops the test, with the
  /// register and the offset: a width that is not the register's, a place where no register is, a read of a
  /// write-only register. What a device would ignore is counted: ``ignoredWrites``.
  public final class FakeDevice: RegisterBus {
    /// The interrupts, in the order of the spec.
    public let interrupts: [FakeInterrupt]
    /// The registers, as their spec says them.
    public let registers: [FakeRegister]
    /// Given the stored word of a register that is read, what the read gives instead.
    public var onRead: [String: (UInt64) -> UInt64] = [:]
    /// Told of a word that is written, after it is stored.
    public var onWrite: [String: (UInt64) -> Void] = [:]
    /// For each interrupt the causes that are pending, let through or not.
    public private(set) var pending: [Set<String>]
    /// Writes that a lock, or an earlier write to a register that takes only one, kept out.
    public private(set) var ignoredWrites: [String] = []
    /// How long the driver let time pass, in nanoseconds.
    public private(set) var delayedNanoseconds: UInt64 = 0
    /// How often the driver asked for a barrier.
    public private(set) var barriers = 0

    private struct Place: Hashable {
      let region: Int
      let offset: Int
    }

    /// One element of a register, or all of one that is no array.
    private struct Instance {
      let name: String
      let bankSelector: String?
      let register: FakeRegister
      var word: UInt64
      var isWritten = false
    }

    private var instances: [Instance] = []
    private var byName: [String: Int] = [:]
    private var byPlace: [Place: [Int]] = [:]
    private let locks: [FakeLock]
    /// For each lock the words that were written to its register last, as many as open it.
    private var recent: [[UInt64]]

    /// A device in its state after reset.
    public init(_ registers: [FakeRegister], interrupts: [FakeInterrupt] = [], locks: [FakeLock] = []) {
      self.registers = registers
      self.interrupts = interrupts
      self.locks = locks
      recent = locks.map { _ in [] }
      pending = interrupts.map { _ in [] }
      for register in registers { place(register) }
    }

    private func place(_ register: FakeRegister) {
      let parts = register.name.components(separatedAt: "[]")
      precondition(parts.count == register.repetitions.count + 1, "\(register.name) has other repetitions")
      var indices = register.repetitions.map { _ in 0 }
      guard register.repetitions.allSatisfy({ $0.count > 0 }) else { return }
      while true {
        var name = parts[0]
        var offset = register.offset
        for (level, index) in indices.enumerated() {
          name += "[\(index)]" + parts[level + 1]
          offset += index * register.repetitions[level].stride
        }
        let selector = register.bank.map { bank in
          var parts = bank.selector.components(separatedAt: "[]")
          let first = parts.removeFirst()
          return zip(parts, indices).reduce(first) { $0 + "[\($1.1)]" + $1.0 }
        }
        byName[name] = instances.count
        byPlace[Place(region: register.region, offset: offset), default: []].append(instances.count)
        instances.append(
          Instance(name: name, bankSelector: selector, register: register, word: register.reset))
        var level = indices.count - 1
        while level >= 0 {
          indices[level] += 1
          if indices[level] < register.repetitions[level].count { break }
          indices[level] = 0
          level -= 1
        }
        if level < 0 { return }
      }
    }

    /// Brings every register to its value after reset.
    public func reset() {
      for index in instances.indices {
        instances[index].word = instances[index].register.reset
        instances[index].isWritten = false
      }
      for index in pending.indices { pending[index] = [] }
      for index in recent.indices { recent[index] = [] }
    }

    /// A register's stored word, for a test to look at or to set, whatever the driver may do with it:
    /// `device["CTRL"]`, `device["CHANNEL[2].COUNT"]`.
    public subscript(name: String) -> UInt64 {
      get { byName[name].map { instances[$0].word } ?? 0 }
      set {
        guard let index = byName[name] else { preconditionFailure("there is no register \(name)") }
        instances[index].word = newValue
      }
    }

    /// The bus of one of the device's memories, in the order of the spec.
    public func region(_ index: Int) -> FakeRegion { FakeRegion(self, index) }

    // MARK: Interrupts

    /// Makes a cause pending.
    public func raise(_ cause: String) {
      for (index, interrupt) in interrupts.enumerated()
      where interrupt.causes.contains(where: { $0.name == cause }) { pending[index].insert(cause) }
    }

    /// Takes a cause back: the device let go of it by itself.
    public func clear(_ cause: String) {
      for index in interrupts.indices { pending[index].remove(cause) }
    }

    /// Whether the device asks for attention on an interrupt line.
    public func isInterrupting(_ index: Int = 0) -> Bool { !enabledCauses(index).isEmpty }

    /// The causes that are pending and let through, by priority.
    private func enabledCauses(_ index: Int) -> [FakeInterrupt.Cause] {
      let interrupt = interrupts[index]
      return interrupt.causes.filter { cause in
        guard pending[index].contains(cause.name) else { return false }
        if let mask = interrupt.mask, self[mask] & cause.bits == 0 { return false }
        if let enable = cause.enable, self[enable.register] & enable.mask == 0 { return false }
        return true
      }
    }

    /// What a status register shows.
    private func status(of index: Int, over word: UInt64) -> UInt64 {
      let interrupt = interrupts[index]
      let causes = enabledCauses(index)
      guard let pending = interrupt.pending else { return causes.reduce(word) { $0 | $1.pattern.value } }
      guard let first = causes.first else { return interrupt.idle.map { $0.inserted(in: word) } ?? word }
      return pending.inserted(in: first.pattern.inserted(in: word))
    }

    private func acknowledge(_ name: String, written: UInt64?) {
      for index in interrupts.indices {
        for cause in interrupts[index].causes {
          switch cause.acknowledge ?? interrupts[index].acknowledge {
          case .bits(name):
            if let written, written & cause.bits != 0 { pending[index].remove(cause.name) }
          case .write(name, let value):
            if written == value { pending[index].remove(cause.name) }
          case .set(name, let mask):
            if let written, written & mask == mask { pending[index].remove(cause.name) }
          case .read(name):
            if written == nil { pending[index].remove(cause.name) }
          default: break
          }
        }
      }
    }

    // MARK: Accesses

    /// What a driver reads.
    public func load<Value: RegisterValue>(_ register: Value.Type, at offset: Int) -> Value.Word {
      load(register, at: offset, in: 0)
    }

    /// What a driver writes.
    public func store<Value: RegisterValue>(_ word: Value.Word, to register: Value.Type, at offset: Int) {
      store(word, to: register, at: offset, in: 0)
    }

    /// What a driver reads: a fake holds numbers, not bytes.
    public func load<Value: RegisterValue>(bigEndian register: Value.Type, at offset: Int) -> Value.Word {
      load(register, at: offset)
    }

    /// What a driver writes: a fake holds numbers, not bytes.
    public func store<Value: RegisterValue>(
      _ word: Value.Word, toBigEndian register: Value.Type, at offset: Int
    ) {
      store(word, to: register, at: offset)
    }

    /// Notes that time was let pass; none does.
    public func delay<Value: RegisterValue>(
      nanoseconds: UInt64, polling register: Value.Type, at offset: Int
    ) {
      delay(nanoseconds: nanoseconds, polling: register, at: offset, in: 0)
    }

    /// Notes a barrier.
    public func barrier() { barriers += 1 }

    /// The register's path, with the indices of its arrays.
    public func name<Value: RegisterValue>(of register: Value.Type, at offset: Int) -> String {
      name(of: register, at: offset, in: 0)
    }

    func delay<Value: RegisterValue>(
      nanoseconds: UInt64, polling register: Value.Type, at offset: Int, in region: Int
    ) {
      _ = instance(for: register, at: offset, in: region) { $0.isReadable }
      delayedNanoseconds += nanoseconds
    }

    func name<Value: RegisterValue>(of register: Value.Type, at offset: Int, in region: Int) -> String {
      let all = byPlace[Place(region: region, offset: offset)] ?? []
      let named = all.first { instances[$0].register.lastName == "\(Value.self)" } ?? all.first
      return named.map { instances[$0].name } ?? "\(Value.self)"
    }

    func load<Value: RegisterValue>(
      _ register: Value.Type, at offset: Int, in region: Int
    ) -> Value.Word {
      let index = instance(for: register, at: offset, in: region) { $0.isReadable }
      let name = instances[index].name
      var word = instances[index].word
      for interrupt in interrupts.indices where interrupts[interrupt].status == name {
        word = status(of: interrupt, over: word)
      }
      word = onRead[name]?(word) ?? word
      instances[index].word = instances[index].register.result(ofReading: instances[index].word)
      acknowledge(name, written: nil)
      return Value.Word(truncatingIfNeeded: word)
    }

    func store<Value: RegisterValue>(
      _ word: Value.Word, to register: Value.Type, at offset: Int, in region: Int
    ) {
      let index = instance(for: register, at: offset, in: region) { $0.isWritable }
      let instance = instances[index]
      let written = UInt64(word)
      if let lock = instance.register.lock, !isOpen(lock) {
        ignoredWrites.append(instance.name)
        return
      }
      let onceOnly =
        instance.register.storedOnce != 0 && instance.register.stored == 0
        && instance.register.onWrite.isEmpty
      if instance.isWritten, onceOnly { ignoredWrites.append(instance.name) }
      instances[index].word = instance.register.result(
        ofWriting: written, over: instance.word, isFirst: !instance.isWritten)
      instances[index].isWritten = true
      turnLocks(instance.register, instance.name, written)
      acknowledge(instance.name, written: written)
      onWrite[instance.name]?(written)
    }

    private func isOpen(_ name: String) -> Bool {
      locks.indices.contains { locks[$0].name == name && recent[$0] == locks[$0].unlock }
    }

    private func turnLocks(_ register: FakeRegister, _ name: String, _ written: UInt64) {
      for index in locks.indices {
        // A device whose lock no word closes lets one write through.
        if locks[index].name == register.lock, locks[index].lock == nil { recent[index] = [] }
        guard locks[index].register == name else { continue }
        recent[index] = Array((recent[index] + [written]).suffix(locks[index].unlock.count))
      }
    }

    /// The register that the device has at a place now.
    private func instance<Value: RegisterValue>(
      for register: Value.Type, at offset: Int, in region: Int, where isPossible: (FakeRegister) -> Bool
    ) -> Int {
      let name = "\(Value.self)"
      let place = "offset 0x\(String(offset, radix: 16))"
      let all = byPlace[Place(region: region, offset: offset)] ?? []
      precondition(!all.isEmpty, "\(name): there is no register at \(place)")
      let there = all.filter { index in
        guard isPossible(instances[index].register) else { return false }
        guard let bank = instances[index].register.bank, let selector = instances[index].bankSelector
        else { return true }
        return self[selector] & bank.mask == bank.value
      }
      precondition(
        !there.isEmpty, "\(name) at \(place) is not there now, or has no such access")
      let index = there.first { instances[$0].register.lastName == name } ?? there[0]
      precondition(
        instances[index].register.width == Value.Word.bitWidth,
        "\(instances[index].name) is \(instances[index].register.width) bits wide, not \(Value.Word.bitWidth)"
      )
      return index
    }
  }

  /// One of the memories of a fake device.
  public struct FakeRegion: RegisterBus {
    let device: FakeDevice
    let index: Int

    init(_ device: FakeDevice, _ index: Int) {
      self.device = device
      self.index = index
    }

    /// What a driver reads.
    public func load<Value: RegisterValue>(_ register: Value.Type, at offset: Int) -> Value.Word {
      device.load(register, at: offset, in: index)
    }

    /// What a driver writes.
    public func store<Value: RegisterValue>(_ word: Value.Word, to register: Value.Type, at offset: Int) {
      device.store(word, to: register, at: offset, in: index)
    }

    /// What a driver reads: a fake holds numbers, not bytes.
    public func load<Value: RegisterValue>(bigEndian register: Value.Type, at offset: Int) -> Value.Word {
      load(register, at: offset)
    }

    /// What a driver writes: a fake holds numbers, not bytes.
    public func store<Value: RegisterValue>(
      _ word: Value.Word, toBigEndian register: Value.Type, at offset: Int
    ) {
      store(word, to: register, at: offset)
    }

    /// Notes that time was let pass; none does.
    public func delay<Value: RegisterValue>(
      nanoseconds: UInt64, polling register: Value.Type, at offset: Int
    ) {
      device.delay(nanoseconds: nanoseconds, polling: register, at: offset, in: index)
    }

    /// Notes a barrier.
    public func barrier() { device.barrier() }

    /// The register's path, with the indices of its arrays.
    public func name<Value: RegisterValue>(of register: Value.Type, at offset: Int) -> String {
      device.name(of: register, at: offset, in: index)
    }
  }

  extension FakeInterrupt.Pattern {
    func inserted(in word: UInt64) -> UInt64 { (word & ~mask) | value }
  }

  extension FakeRegister {
    /// The name without the path to it and without an index.
    var lastName: String {
      let last = name.split(separator: ".").last.map(String.init) ?? name
      return last.components(separatedAt: "[")[0]
    }
  }

  extension String {
    /// The text before, between and after every `separator`.
    fileprivate func components(separatedAt separator: String) -> [String] {
      var parts = [""]
      var rest = Substring(self)
      while let first = rest.first {
        if rest.hasPrefix(separator) {
          parts.append("")
          rest = rest.dropFirst(separator.count)
        } else {
          parts[parts.count - 1].append(first)
          rest = rest.dropFirst()
        }
      }
      return parts
    }
  }
#endif
