public import RegisterAccess

/// The device itself on a processor with I/O ports: as the board has its registers, ports or memory.
///
/// Every access is a call: behind it is a message to the kernel, or a choice more.
public struct GrantedBus: RegisterBus {
  /// One word, since every call passes it along: a ``SpacedBus``'s, or ``ports`` with the shift in the 8 bits where that
  /// has it, the first port in 16, and the slot of the capability in 32.
  private let way: UInt64

  private static var ports: UInt64 { 1 &<< 63 }

  /// Registers that are memory.
  init(_ memory: SpacedBus) { way = memory.way }

  /// Registers that are ports.
  init(_ bus: PortBus<GrantedPorts>) {
    way = Self.ports | UInt64(bus.shift) &<< 48 | UInt64(bus.base) &<< 32 | UInt64(bus.ports.slot)
  }

  private var memory: SpacedBus? {
    // Safety: it was made of such a bus, which the component holds for as long as it runs.
    way & Self.ports == 0 ? unsafe SpacedBus(way: way) : nil
  }

  private var granted: GrantedPorts { GrantedPorts(slot: UInt32(truncatingIfNeeded: way)) }

  private func port(_ offset: Int) -> UInt16 {
    UInt16(truncatingIfNeeded: way &>> 32 &+ UInt64(truncatingIfNeeded: offset) &<< (way &>> 48 & 0xff))
  }

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
    memory?.loadAny(width, at: offset) ?? granted.read(width, from: port(offset))
  }

  @inline(never)
  private func store<Word: RegisterWord>(_ word: Word, at offset: Int) {
    if let memory { memory.storeAny(word, at: offset) } else { granted.write(word, to: port(offset)) }
  }
}
