// Do not edit: generated from two-regions.driver.yaml (digest 626d66fb15fd4365) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// The device TWIN.
///
/// (two-regions.driver.yaml:3)
enum TWIN: GeneratedInterface3 {}

/// The registers of a TWIN on a bus: control. (two-regions.driver.yaml:6)
struct TWINControlRegisters<Bus: RegisterBus> {
  private let bus: Bus

  init(on bus: Bus) { self.bus = bus }

  /// 0x00: MODE.
  var MODE: Register<TWIN.MODE, Bus> { Register(on: bus, at: 0x00) }
  /// 0x02: READY.
  var READY: Register<TWIN.READY, Bus> { Register(on: bus, at: 0x02) }
  /// 0x04: FAULT.
  var FAULT: Register<TWIN.FAULT, Bus> { Register(on: bus, at: 0x04) }
  /// 0x08: CLEAR.
  var CLEAR: Register<TWIN.CLEAR, Bus> { Register(on: bus, at: 0x08) }

  /// Orders all accesses before it, to the device and to memory, before all after it.
  func barrier() { bus.barrier() }
}

extension TWIN {
  /// Register MODE.
  ///
  /// (two-regions.driver.yaml:12)
  struct MODE: ModifiableRegister, WritableRegister {
    var word: UInt16

    /// Bit 0. (two-regions.driver.yaml:12)
    var ON: Bool {
      get { word.flag(0) }
      set { word.setFlag(0, newValue) }
    }
  }

  /// Register READY.
  ///
  /// (two-regions.driver.yaml:13)
  struct READY: ReadableRegister {
    var word: UInt16

    /// Bit 0. (two-regions.driver.yaml:13)
    var DONE: Bool { word.flag(0) }
  }

  /// Register FAULT.
  ///
  /// (two-regions.driver.yaml:14)
  struct FAULT: ReadableRegister {
    var word: UInt16

    /// Bit 0. (two-regions.driver.yaml:14)
    var HOT: Bool { word.flag(0) }

    /// Bit 1. (two-regions.driver.yaml:14)
    var COLD: Bool { word.flag(1) }
  }

  /// Register CLEAR.
  ///
  /// (two-regions.driver.yaml:15)
  struct CLEAR: WritableRegister {
    var word: UInt32

    /// Bit 0. (two-regions.driver.yaml:15)
    var HOT: Bool {
      @available(*, unavailable, message: "HOT is write-only")
      get { word.flag(0) }
      set { word.setFlag(0, newValue) }
    }

    /// Bit 1. (two-regions.driver.yaml:15)
    var COLD: Bool {
      @available(*, unavailable, message: "COLD is write-only")
      get { word.flag(1) }
      set { word.setFlag(1, newValue) }
    }
  }
}

/// The registers of a TWIN on a bus: data-window. (two-regions.driver.yaml:7)
struct TWINDataWindowRegisters<Bus: RegisterBus> {
  private let bus: Bus

  init(on bus: Bus) { self.bus = bus }

  /// 0x00: FIRST.
  var FIRST: Register<TWIN.FIRST, Bus> { Register(on: bus, at: 0x00) }

  /// Orders all accesses before it, to the device and to memory, before all after it.
  func barrier() { bus.barrier() }
}

extension TWIN {
  /// Register FIRST.
  ///
  /// (two-regions.driver.yaml:16)
  struct FIRST: ModifiableRegister, WritableRegister {
    var word: UInt64
  }
}
