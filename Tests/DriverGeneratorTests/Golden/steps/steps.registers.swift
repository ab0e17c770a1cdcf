// Do not edit: generated from steps.driver.yaml (digest 8869cc2dc82cd99b) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// The device STEPS.
///
/// (steps.driver.yaml:3)
enum STEPS: GeneratedInterface3 {}

/// The registers of a STEPS on a bus. (steps.driver.yaml:6)
struct STEPSRegisters<Bus: RegisterBus> {
  private let bus: Bus

  init(on bus: Bus) { self.bus = bus }

  /// 0x00: CTRL.
  var CTRL: Register<STEPS.CTRL, Bus> { Register(on: bus, at: 0x00, reset: 0x10) }
  /// 0x04: STATUS.
  var STATUS: Register<STEPS.STATUS, Bus> { Register(on: bus, at: 0x04) }
  /// 0x08: DIV.
  var DIV: Register<STEPS.DIV, Bus> { Register(on: bus, at: 0x08) }
  /// 0x0c: FIFO.
  var FIFO: Register<STEPS.FIFO, Bus> { Register(on: bus, at: 0x0c) }
  /// 0x40, 8 of them: TABLE.
  var TABLE: RegisterArray<Register<STEPS.TABLE, Bus>, 8> {
    RegisterArray(from: Register(on: bus, at: 0x40), stride: 0x04)
  }

  /// Orders all accesses before it, to the device and to memory, before all after it.
  func barrier() { bus.barrier() }
}

extension STEPS {
  /// Register CTRL.
  ///
  /// (steps.driver.yaml:12)
  struct CTRL: ModifiableRegister, WritableRegister, ResettableRegister {
    var word: UInt32

    /// Bit 0. (steps.driver.yaml:12)
    var EN: Bool {
      get { word.flag(0) }
      set { word.setFlag(0, newValue) }
    }

    /// Bits 7:4. (steps.driver.yaml:12)
    var SPEED: UInt4 {
      get { word.field(4, 0xf) }
      set { word.setField(4, 0xf, newValue) }
    }

    /// Bits 9:8. (steps.driver.yaml:12)
    var MODE: MODEValue {
      get { word.field(8, 3) }
      set { word.setField(8, 3, newValue) }
    }

    /// What MODE may hold. (steps.driver.yaml:12)
    struct MODEValue: NamedFieldValue {
      let number: UInt2

      init(_ number: UInt2) { self.number = number }

      /// 0: slow. (steps.driver.yaml:12)
      static var slow: Self { Self(0) }
      /// 1: fast. (steps.driver.yaml:12)
      static var fast: Self { Self(1) }
    }
  }

  /// Register STATUS.
  ///
  /// (steps.driver.yaml:13)
  struct STATUS: ReadableRegister {
    var word: UInt32

    /// Bit 0. (steps.driver.yaml:13)
    var BUSY: Bool { word.flag(0) }

    /// Bits 7:4. (steps.driver.yaml:13)
    var LEVEL: UInt4 { word.field(4, 0xf) }

    /// Bits 9:8. (steps.driver.yaml:13)
    var PHASE: PHASEValue { word.field(8, 3) }

    /// What PHASE may hold. (steps.driver.yaml:13)
    struct PHASEValue: NamedFieldValue {
      let number: UInt2

      init(_ number: UInt2) { self.number = number }

      /// 0: idle. (steps.driver.yaml:13)
      static var idle: Self { Self(0) }
      /// 2: run. (steps.driver.yaml:13)
      static var run: Self { Self(2) }
    }
  }

  /// Register DIV.
  ///
  /// (steps.driver.yaml:14)
  struct DIV: ModifiableRegister, WritableRegister {
    var word: UInt32
  }

  /// Register FIFO.
  ///
  /// A read takes a word.
  ///
  /// (steps.driver.yaml:15)
  struct FIFO: EffectfulRegister {
    var word: UInt32
  }

  /// Register TABLE.
  ///
  /// (steps.driver.yaml:16)
  struct TABLE: ModifiableRegister, WritableRegister {
    var word: UInt32
  }
}
