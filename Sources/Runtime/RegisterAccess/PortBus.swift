/// The ports of a PC, or what stands for them: accesses of 8, 16 and 32 bits at addresses of 16.
public protocol IOPorts {
  /// Reads a port. Corresponds to `in`, or `seL4_X86_IOPort_In8`, `In16` and `In32`.
  func read<Word: RegisterWord>(_ width: Word.Type, from port: UInt16) -> Word

  /// Writes a port. Corresponds to `out`, or `seL4_X86_IOPort_Out8`, `Out16` and `Out32`.
  func write<Word: RegisterWord>(_ word: Word, to port: UInt16)
}

/// The way to a device's registers through ports.
public struct PortBus<Ports: IOPorts>: RegisterBus {
  /// The way to the ports.
  public let ports: Ports
  /// The port of the register at offset 0.
  public let base: UInt16
  /// By how many bits offsets are shifted up.
  public let shift: UInt16

  /// Registers from a port on; `nil` where they reach beyond the last port.
  ///
  /// - Parameters:
  ///   - ports: What was granted.
  ///   - base: The port of the register at offset 0.
  ///   - count: How many ports there are from it on.
  ///   - size: How many bytes the registers take, before they are spread.
  ///   - shift: By how many bits offsets are shifted up: 0 to 8.
  public init?(_ ports: Ports, at base: UInt16, count: Int, holding size: Int, shift: UInt64 = 0) {
    guard shift <= 8, (1...0x1_0000).contains(size), count <= 0x1_0000 - Int(base),
      (size &- 1) &<< Int(truncatingIfNeeded: shift) < count
    else { return nil }
    self.ports = ports
    self.base = base
    self.shift = UInt16(truncatingIfNeeded: shift)
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

  // A call each: behind it may be a message to the kernel, which is too much to stand at every access.

  @inline(never)
  private func load<Word: RegisterWord>(_ width: Word.Type, at offset: Int) -> Word {
    ports.read(width, from: port(offset))
  }

  @inline(never)
  private func store<Word: RegisterWord>(_ word: Word, at offset: Int) {
    ports.write(word, to: port(offset))
  }

  /// The port of the register at an offset.
  @inline(__always)
  public func port(_ offset: Int) -> UInt16 { base &+ (UInt16(truncatingIfNeeded: offset) &<< shift) }
}
