/// A way to a device's registers.
///
/// Drivers are generic over it, so that the same code drives the device (``DeviceBus``), a fake of it in
/// tests, or either with a record of every access. All processors that run drivers are little-endian; a bus that
/// does not move bytes, as a fake's, overrides what is said here of registers that are not.
public protocol RegisterBus {
  /// Reads a register, `offset` bytes from the start of its region.
  func load<Value: RegisterValue>(_ register: Value.Type, at offset: Int) -> Value.Word

  /// Writes a register, `offset` bytes from the start of its region.
  func store<Value: RegisterValue>(_ word: Value.Word, to register: Value.Type, at offset: Int)

  /// Reads a register that the device keeps with its most significant byte first.
  func load<Value: RegisterValue>(bigEndian register: Value.Type, at offset: Int) -> Value.Word

  /// Writes a register that the device keeps with its most significant byte first.
  func store<Value: RegisterValue>(_ word: Value.Word, toBigEndian register: Value.Type, at offset: Int)

  /// Lets time pass, by reading a register that a read does not change; on a fake, none need pass.
  func delay<Value: RegisterValue>(nanoseconds: UInt64, polling register: Value.Type, at offset: Int)

  /// Orders all accesses before it, to the device and to memory that it shares, before all after it.
  func barrier()

  #if !os(none)
    /// What a record of accesses calls a register: its path, where the bus knows it.
    func name<Value: RegisterValue>(of register: Value.Type, at offset: Int) -> String
  #endif
}

extension RegisterBus {
  /// The least time that one read of a device register takes.
  public static var nanosecondsPerPoll: UInt64 { 10 }

  /// Swaps the bytes of what is there.
  @inline(__always)
  public func load<Value: RegisterValue>(bigEndian register: Value.Type, at offset: Int) -> Value.Word {
    load(register, at: offset).byteSwapped
  }

  /// Writes the bytes the other way round.
  @inline(__always)
  public func store<Value: RegisterValue>(
    _ word: Value.Word, toBigEndian register: Value.Type, at offset: Int
  ) {
    store(word.byteSwapped, to: register, at: offset)
  }

  /// Reads the register once for each 10 ns: a component has no timer, and no read takes less.
  public func delay<Value: RegisterValue>(
    nanoseconds: UInt64, polling register: Value.Type, at offset: Int
  ) {
    var polls = nanoseconds / Self.nanosecondsPerPoll
    if !nanoseconds.isMultiple(of: Self.nanosecondsPerPoll) { polls &+= 1 }
    while polls > 0 {
      _ = load(register, at: offset)
      polls &-= 1
    }
  }

  /// The processor's barrier.
  @inline(__always)
  public func barrier() { deviceBarrier() }

  #if !os(none)
    /// The name of the register's type: the manual's.
    public func name<Value: RegisterValue>(of register: Value.Type, at offset: Int) -> String {
      "\(Value.self)"
    }
  #endif
}
