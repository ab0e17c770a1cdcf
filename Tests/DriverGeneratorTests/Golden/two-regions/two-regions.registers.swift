// Do not edit: generated from two-regions.driver.yaml (digest 532dbcce3c2109c6) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// The device TWIN.
///
/// (two-regions.driver.yaml:3)
enum TWIN: GeneratedInterface1 {}

/// The registers of a TWIN on a bus: control. (two-regions.driver.yaml:6)
struct TWINControlRegisters<Bus: RegisterBus> {
  private let bus: Bus

  init(on bus: Bus) { self.bus = bus }

  /// 0x00: MODE.
  var MODE: Register<TWIN.MODE, Bus> { Register(on: bus) }
  /// 0x02: READY.
  var READY: Register<TWIN.READY, Bus> { Register(on: bus) }
  /// 0x04: FAULT.
  var FAULT: Register<TWIN.FAULT, Bus> { Register(on: bus) }
  /// 0x08: CLEAR.
  var CLEAR: Register<TWIN.CLEAR, Bus> { Register(on: bus) }
}

extension TWIN {
  /// Register MODE.
  ///
  /// (two-regions.driver.yaml:12)
  struct MODE: ReadableRegister, WritableRegister {
    static var name: StaticString { "MODE" }
    static var offset: Int { 0x00 }
    var word: UInt16

    /// Bit 0. (two-regions.driver.yaml:12)
    var ON: Bool {
      get { field(0, 1) }
      set { setField(0, 1, newValue) }
    }
  }
}

extension TWIN {
  /// Register READY.
  ///
  /// (two-regions.driver.yaml:13)
  struct READY: ReadableRegister {
    static var name: StaticString { "READY" }
    static var offset: Int { 0x02 }
    var word: UInt16

    /// Bit 0. (two-regions.driver.yaml:13)
    var DONE: Bool { field(0, 1) }
  }
}

extension TWIN {
  /// Register FAULT.
  ///
  /// (two-regions.driver.yaml:14)
  struct FAULT: ReadableRegister {
    static var name: StaticString { "FAULT" }
    static var offset: Int { 0x04 }
    var word: UInt16

    /// Bit 0. (two-regions.driver.yaml:14)
    var HOT: Bool { field(0, 1) }

    /// Bit 1. (two-regions.driver.yaml:14)
    var COLD: Bool { field(1, 1) }
  }
}

extension TWIN {
  /// Register CLEAR.
  ///
  /// (two-regions.driver.yaml:15)
  struct CLEAR: WritableRegister {
    static var name: StaticString { "CLEAR" }
    static var offset: Int { 0x08 }
    var word: UInt32

    /// Bit 0. (two-regions.driver.yaml:15)
    var HOT: Bool {
      @available(*, unavailable, message: "HOT is write-only")
      get { field(0, 1) }
      set { setField(0, 1, newValue) }
    }

    /// Bit 1. (two-regions.driver.yaml:15)
    var COLD: Bool {
      @available(*, unavailable, message: "COLD is write-only")
      get { field(1, 1) }
      set { setField(1, 1, newValue) }
    }
  }
}

/// The registers of a TWIN on a bus: data-window. (two-regions.driver.yaml:7)
struct TWINDataWindowRegisters<Bus: RegisterBus> {
  private let bus: Bus

  init(on bus: Bus) { self.bus = bus }

  /// 0x00: FIRST.
  var FIRST: Register<TWIN.FIRST, Bus> { Register(on: bus) }
}

extension TWIN {
  /// Register FIRST.
  ///
  /// (two-regions.driver.yaml:16)
  struct FIRST: ReadableRegister, WritableRegister {
    static var name: StaticString { "FIRST" }
    static var offset: Int { 0x00 }
    var word: UInt64
  }
}
