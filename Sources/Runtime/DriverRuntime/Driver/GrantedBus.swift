public import RegisterAccess

/// The device itself on a processor with I/O ports: as the board has its registers, ports or memory.
///
/// Every access is a call: behind it is a message to the kernel, or a choice more.
public enum GrantedBus: RegisterBus {
  /// The registers are ports.
  case ports(PortBus<GrantedPorts>)
  /// The registers are memory.
  case memory(SpacedBus)

  /// Reads a register.
  @inline(__always)
  public func load<Value: RegisterValue>(_ register: Value.Type, at offset: Int) -> Value.Word {
    load(Value.Word.self, at: offset)
  }

  /// Writes a register.
  @inline(__always)
  public func store<Value: RegisterValue>(_ word: Value.Word, to register: Value.Type, at offset: Int) {
    store(word, at: offset)
  }

  @inline(never)
  private func load<Word: RegisterWord>(_ width: Word.Type, at offset: Int) -> Word {
    switch self {
    case .ports(let bus): bus.ports.read(width, from: bus.port(offset))
    case .memory(let bus): bus.load(width, at: offset)
    }
  }

  @inline(never)
  private func store<Word: RegisterWord>(_ word: Word, at offset: Int) {
    switch self {
    case .ports(let bus): bus.ports.write(word, to: bus.port(offset))
    case .memory(let bus): bus.store(word, at: offset)
    }
  }
}
