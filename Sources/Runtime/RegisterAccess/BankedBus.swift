/// A bank of registers: those that are there only while a field has a certain value.
public protocol RegisterBank {
  /// The register of the field, which can be read and written.
  associatedtype Selector: RegisterValue

  /// The field's bits.
  static var mask: Selector.Word { get }
  /// What they are while the bank is there.
  static var selected: Selector.Word { get }
  /// Bits of the register that are written as they were read.
  static var preserved: Selector.Word { get }
  /// Bits of the others that are written as 1.
  static var ones: Selector.Word { get }
}

extension RegisterBank {
  /// All, in most registers.
  @inline(__always) public static var preserved: Selector.Word { .max }
  /// None, in most registers.
  @inline(__always) public static var ones: Selector.Word { 0 }
}

/// The way to a register of a bank that is not the one at rest: select, access, restore.
///
/// Each access is four: the selector is read, written, and after the access written back as it was.
public struct BankedBus<Base: RegisterBus, Bank: RegisterBank>: RegisterBus {
  let base: Base
  let selector: Int

  /// The bank on a bus.
  ///
  /// - Parameters:
  ///   - base: The bus.
  ///   - selector: Where the register is that selects the bank.
  @inline(__always)
  public init(_ base: Base, selectedAt selector: Int) {
    self.base = base
    self.selector = selector
  }

  /// Selects the bank, reads, and restores.
  @inline(__always)
  public func load<Value: RegisterValue>(_ register: Value.Type, at offset: Int) -> Value.Word {
    let resting = select()
    let word = base.load(register, at: offset)
    base.store(resting, to: Bank.Selector.self, at: selector)
    return word
  }

  /// Selects the bank, writes, and restores.
  @inline(__always)
  public func store<Value: RegisterValue>(_ word: Value.Word, to register: Value.Type, at offset: Int) {
    let resting = select()
    base.store(word, to: register, at: offset)
    base.store(resting, to: Bank.Selector.self, at: selector)
  }

  /// Reads the register in its bank as often as the time needs.
  public func delay<Value: RegisterValue>(
    nanoseconds: UInt64, polling register: Value.Type, at offset: Int
  ) {
    let resting = select()
    base.delay(nanoseconds: nanoseconds, polling: register, at: offset)
    base.store(resting, to: Bank.Selector.self, at: selector)
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

  @inline(__always)
  private func select() -> Bank.Selector.Word {
    let resting = (base.load(Bank.Selector.self, at: selector) & Bank.preserved) | Bank.ones
    base.store((resting & ~Bank.mask) | Bank.selected, to: Bank.Selector.self, at: selector)
    return resting
  }
}
