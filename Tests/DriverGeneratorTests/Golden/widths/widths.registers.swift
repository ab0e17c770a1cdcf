// Do not edit: generated from widths.driver.yaml (digest eb8cc37d37f73a12) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// The device WIDTHS.
///
/// (widths.driver.yaml:3)
enum WIDTHS: GeneratedInterface3 {}

/// The registers of a WIDTHS on a bus. (widths.driver.yaml:6)
struct WIDTHSRegisters<Bus: RegisterBus> {
  private let bus: Bus

  init(on bus: Bus) { self.bus = bus }

  /// 0x00: BYTE.
  var BYTE: Register<WIDTHS.BYTE, Bus> { Register(on: bus, at: 0x00) }
  /// 0x02: HALF.
  var HALF: Register<WIDTHS.HALF, Bus> { Register(on: bus, at: 0x02, reset: 0x8001, preserving: 0x7fff) }
  /// 0x04: WHOLE.
  var WHOLE: Register<WIDTHS.WHOLE, Bus> { Register(on: bus, at: 0x04) }
  /// 0x08: LONG.
  var LONG: Register<WIDTHS.LONG, Bus> { Register(on: bus, at: 0x08) }

  /// Orders all accesses before it, to the device and to memory, before all after it.
  func barrier() { bus.barrier() }
}

extension WIDTHS {
  /// Register BYTE.
  ///
  /// (widths.driver.yaml:8)
  struct BYTE: ReadableRegister, WritableRegister {
    var word: UInt8

    /// Bits 3:0. (widths.driver.yaml:13)
    var SHOWN: UInt4 { word.field(0, 0xf) }

    /// Bits 7:4: never shown. (widths.driver.yaml:12)
    var SECRET: UInt4 {
      @available(*, unavailable, message: "SECRET is write-only")
      get { word.field(4, 0xf) }
      set { word.setField(4, 0xf, newValue) }
    }
  }

  /// Register HALF.
  ///
  /// (widths.driver.yaml:14)
  struct HALF: ModifiableRegister, WritableRegister, ResettableRegister {
    var word: UInt16

    /// Bit 0. (widths.driver.yaml:21)
    var ENABLE: Bool {
      get { word.flag(0) }
      set { word.setFlag(0, newValue) }
    }

    /// Bits 2:1. (widths.driver.yaml:20)
    var MODE: MODEValue {
      get { word.field(1, 3) }
      set { word.setField(1, 3, newValue) }
    }

    /// Bit 15; writing 1 clears it. (widths.driver.yaml:19)
    var PENDING: Bool {
      get { word.flag(15) }
      set { word.setFlag(15, newValue) }
    }

    /// What MODE may hold. (widths.driver.yaml:20)
    struct MODEValue: NamedFieldValue {
      let number: UInt2

      init(_ number: UInt2) { self.number = number }

      /// 0: off. (widths.driver.yaml:20)
      static var off: Self { Self(0) }
      /// 1: at half speed. (widths.driver.yaml:20)
      static var slow: Self { Self(1) }
      /// 2: fast. (widths.driver.yaml:20)
      static var fast: Self { Self(2) }
    }
  }

  /// Register WHOLE.
  ///
  /// (widths.driver.yaml:22)
  struct WHOLE: WritableRegister {
    var word: UInt32
  }

  /// Register LONG.
  ///
  /// (widths.driver.yaml:23)
  struct LONG: ModifiableRegister, WritableRegister {
    var word: UInt64

    /// Bits 20:0. (widths.driver.yaml:28)
    var LOW: UInt21 {
      get { word.field(0, 0x1fffff) }
      set { word.setField(0, 0x1fffff, newValue) }
    }

    /// Bits 63:21. (widths.driver.yaml:27)
    var HIGH: UInt43 {
      get { word.field(21, 0x7ff_ffff_ffff) }
      set { word.setField(21, 0x7ff_ffff_ffff, newValue) }
    }
  }
}
