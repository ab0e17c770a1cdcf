// Do not edit: generated from own-name.driver.yaml (digest 7a2d286ecefd5ea1) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// The device TIMER.
///
/// (own-name.driver.yaml:3)
enum TIMER: GeneratedInterface3 {}

/// The registers of a TIMER on a bus. (own-name.driver.yaml:6)
struct TIMERRegisters<Bus: RegisterBus> {
  private let bus: Bus

  init(on bus: Bus) { self.bus = bus }

  /// 0x00: BANK.
  var BANK: Register<TIMER.BANK, Bus> { Register(on: bus, at: 0x00) }
  /// 0x04: FINE.
  var FINE: Register<TIMER.FINE, BankedBus<Bus, TIMER.BANK_SELECT_1>> {
    Register(on: BankedBus(bus, selectedAt: 0x00), at: 0x04)
  }
  /// 0x40, 2 of them: TIMER.
  var TIMER: RegisterArray<TIMER.TIMERBlockRegisters<Bus>, 2> {
    RegisterArray(from: .init(on: bus, at: 0x40), stride: 0x10)
  }

  /// Orders all accesses before it, to the device and to memory, before all after it.
  func barrier() { bus.barrier() }
}

extension TIMER {
  /// Register BANK.
  ///
  /// (own-name.driver.yaml:9)
  struct BANK: ModifiableRegister, WritableRegister, ResettableRegister {
    var word: UInt32

    /// Bit 0. (own-name.driver.yaml:9)
    var SELECT: Bool {
      get { word.flag(0) }
      set { word.setFlag(0, newValue) }
    }
  }

  /// Register FINE.
  ///
  /// (own-name.driver.yaml:10)
  struct FINE: ModifiableRegister, WritableRegister {
    var word: UInt32

    /// Bits 3:0. (own-name.driver.yaml:10)
    var STEP: UInt4 {
      get { word.field(0, 0xf) }
      set { word.setField(0, 0xf, newValue) }
    }
  }

  /// The registers that are there while BANK.SELECT is 1. (own-name.driver.yaml:10)
  enum BANK_SELECT_1: RegisterBank {
    typealias Selector = TIMER.BANK
    static var mask: UInt32 { 1 }
    static var selected: UInt32 { 1 }
  }
}

extension TIMER { enum TIMERBlock {} }

extension TIMER {
  /// TIMER. (own-name.driver.yaml:11)
  struct TIMERBlockRegisters<Bus: RegisterBus>: RegisterElement {
    private let bus: Bus
    private let offset: Int

    init(on bus: Bus, at offset: Int) {
      self.bus = bus
      self.offset = offset
    }

    /// The same block, `bytes` further on.
    func moved(by bytes: Int) -> Self { Self(on: bus, at: offset &+ bytes) }

    /// 0x00: LOAD.
    var LOAD: Register<TIMER.TIMERBlock.LOAD, Bus> { Register(on: bus, at: offset) }
    /// 0x04: TIMER.
    var TIMER: Register<TIMER.TIMERBlock.TIMERRegister, Bus> { Register(on: bus, at: offset &+ 0x04) }
  }
}

extension TIMER.TIMERBlock {
  /// Register LOAD.
  ///
  /// (own-name.driver.yaml:16)
  struct LOAD: ModifiableRegister, WritableRegister {
    var word: UInt32

    /// Bits 15:0. (own-name.driver.yaml:16)
    var VALUE: UInt16 {
      get { word.field(0, 0xffff) }
      set { word.setField(0, 0xffff, newValue) }
    }
  }

  /// Register TIMER.
  ///
  /// (own-name.driver.yaml:17)
  struct TIMERRegister: ReadableRegister {
    var word: UInt32

    /// Bits 15:0. (own-name.driver.yaml:17)
    var VALUE: UInt16 { word.field(0, 0xffff) }
  }
}
