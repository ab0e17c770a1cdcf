/// Where the barriers of an ordered register stand.
public protocol BarrierPlacement {
  /// Whether all accesses that came earlier are done before one to the register.
  static var isBefore: Bool { get }
  /// Whether an access to the register is done before all that come later.
  static var isAfter: Bool { get }
}

/// A barrier before each access: what was written to memory earlier is there when the device looks.
public enum BarrierBefore: BarrierPlacement {
  /// Yes.
  @inline(__always) public static var isBefore: Bool { true }
  /// No.
  @inline(__always) public static var isAfter: Bool { false }
}

/// A barrier after each access: what the device wrote to memory before is there when the driver looks.
public enum BarrierAfter: BarrierPlacement {
  /// No.
  @inline(__always) public static var isBefore: Bool { false }
  /// Yes.
  @inline(__always) public static var isAfter: Bool { true }
}

/// A barrier on both sides of each access.
public enum BarrierAround: BarrierPlacement {
  /// Yes.
  @inline(__always) public static var isBefore: Bool { true }
  /// Yes.
  @inline(__always) public static var isAfter: Bool { true }
}

/// The way to a register whose accesses are ordered with those to memory that the device shares.
public struct OrderedBus<Base: RegisterBus, Placement: BarrierPlacement>: RegisterBus {
  let base: Base

  /// Registers of a bus with barriers.
  @inline(__always)
  public init(_ base: Base) { self.base = base }

  /// Reads, with the barriers.
  @inline(__always)
  public func load<Value: RegisterValue>(_ register: Value.Type, at offset: Int) -> Value.Word {
    if Placement.isBefore { base.barrier() }
    let word = base.load(register, at: offset)
    if Placement.isAfter { base.barrier() }
    return word
  }

  /// Writes, with the barriers.
  @inline(__always)
  public func store<Value: RegisterValue>(_ word: Value.Word, to register: Value.Type, at offset: Int) {
    if Placement.isBefore { base.barrier() }
    base.store(word, to: register, at: offset)
    if Placement.isAfter { base.barrier() }
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
