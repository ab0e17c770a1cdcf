// Do not edit: generated from expressions.driver.yaml (digest 5e975ab6ce82f6c7) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// The device CALC.
///
/// (expressions.driver.yaml:3)
enum CALC: GeneratedInterface3 {}

/// The registers of a CALC on a bus. (expressions.driver.yaml:6)
struct CALCRegisters<Bus: RegisterBus> {
  private let bus: Bus

  init(on bus: Bus) { self.bus = bus }

  /// 0x00: LOAD.
  var LOAD: Register<CALC.LOAD, Bus> { Register(on: bus, at: 0x00, reset: 0x10) }
  /// 0x04: NOW.
  var NOW: Register<CALC.NOW, Bus> { Register(on: bus, at: 0x04) }
  /// 0x08: LATCH.
  var LATCH: Register<CALC.LATCH, Bus> { Register(on: bus, at: 0x08) }

  /// Orders all accesses before it, to the device and to memory, before all after it.
  func barrier() { bus.barrier() }
}

extension CALC {
  /// Register LOAD.
  ///
  /// (expressions.driver.yaml:13)
  struct LOAD: ModifiableRegister, WritableRegister, ResettableRegister {
    var word: UInt32

    /// Bits 15:0. (expressions.driver.yaml:13)
    var COUNT: UInt16 {
      get { word.field(0, 0xffff) }
      set { word.setField(0, 0xffff, newValue) }
    }

    /// Bits 17:16. (expressions.driver.yaml:13)
    var SCALE: SCALEValue {
      get { word.field(16, 3) }
      set { word.setField(16, 3, newValue) }
    }

    /// Bit 18. (expressions.driver.yaml:13)
    var RUN: Bool {
      get { word.flag(18) }
      set { word.setFlag(18, newValue) }
    }

    /// What SCALE may hold. (expressions.driver.yaml:13)
    struct SCALEValue: NamedFieldValue {
      let number: UInt2

      init(_ number: UInt2) { self.number = number }

      /// 0: one. (expressions.driver.yaml:13)
      static var one: Self { Self(0) }
      /// 1: sixteen. (expressions.driver.yaml:13)
      static var sixteen: Self { Self(1) }
    }
  }

  /// Register NOW.
  ///
  /// (expressions.driver.yaml:14)
  struct NOW: ReadableRegister {
    var word: UInt32

    /// Bits 15:0. (expressions.driver.yaml:14)
    var COUNT: UInt16 { word.field(0, 0xffff) }

    /// Bit 16. (expressions.driver.yaml:14)
    var ODD: Bool { word.flag(16) }
  }

  /// Register LATCH.
  ///
  /// A read latches the next count.
  ///
  /// (expressions.driver.yaml:15)
  struct LATCH: EffectfulRegister {
    var word: UInt32
  }
}
