// Do not edit: generated from expressions.driver.yaml (digest 5e975ab6ce82f6c7) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// The device CALC.
///
/// (expressions.driver.yaml:3)
enum CALC: GeneratedInterface1 {}

/// The registers of a CALC on a bus. (expressions.driver.yaml:6)
struct CALCRegisters<Bus: RegisterBus> {
  private let bus: Bus

  init(on bus: Bus) { self.bus = bus }

  /// 0x00: LOAD.
  var LOAD: Register<CALC.LOAD, Bus> { Register(on: bus) }
  /// 0x04: NOW.
  var NOW: Register<CALC.NOW, Bus> { Register(on: bus) }
  /// 0x08: LATCH.
  var LATCH: Register<CALC.LATCH, Bus> { Register(on: bus) }
}

extension CALC {
  /// Register LOAD.
  ///
  /// (expressions.driver.yaml:13)
  struct LOAD: ReadableRegister, WritableRegister, ResettableRegister {
    static var name: StaticString { "LOAD" }
    static var offset: Int { 0x00 }
    static var resetValue: Self { Self(word: 0x10) }
    var word: UInt32

    /// Bits 15:0. (expressions.driver.yaml:13)
    var COUNT: UInt16 {
      get { field(0, 0xffff) }
      set { setField(0, 0xffff, newValue) }
    }

    /// Bits 17:16. (expressions.driver.yaml:13)
    var SCALE: SCALEValue {
      get { field(16, 3) }
      set { setField(16, 3, newValue) }
    }

    /// Bit 18. (expressions.driver.yaml:13)
    var RUN: Bool {
      get { field(18, 1) }
      set { setField(18, 1, newValue) }
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
}

extension CALC {
  /// Register NOW.
  ///
  /// (expressions.driver.yaml:14)
  struct NOW: ReadableRegister {
    static var name: StaticString { "NOW" }
    static var offset: Int { 0x04 }
    var word: UInt32

    /// Bits 15:0. (expressions.driver.yaml:14)
    var COUNT: UInt16 { field(0, 0xffff) }

    /// Bit 16. (expressions.driver.yaml:14)
    var ODD: Bool { field(16, 1) }
  }
}

extension CALC {
  /// Register LATCH.
  ///
  /// Reading it latches the next count.
  ///
  /// (expressions.driver.yaml:15)
  struct LATCH: ReadableRegister {
    static var name: StaticString { "LATCH" }
    static var offset: Int { 0x08 }
    var word: UInt32
  }
}
