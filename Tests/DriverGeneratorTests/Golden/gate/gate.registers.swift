// Do not edit: generated from gate.driver.yaml (digest a1320fa54729def9) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// GATE: A gate with a latch.
///
/// (gate.driver.yaml:3)
enum GATE: GeneratedInterface1 {}

/// The registers of a GATE on a bus. (gate.driver.yaml:7)
struct GATERegisters<Bus: RegisterBus> {
  private let bus: Bus

  init(on bus: Bus) { self.bus = bus }

  /// 0x00: CTRL.
  var CTRL: Register<GATE.CTRL, Bus> { Register(on: bus) }
  /// 0x04: STATUS.
  var STATUS: Register<GATE.STATUS, Bus> { Register(on: bus) }
  /// 0x08: POSITION.
  var POSITION: Register<GATE.POSITION, Bus> { Register(on: bus) }
}

extension GATE {
  /// Register CTRL.
  ///
  /// (gate.driver.yaml:11)
  struct CTRL: ReadableRegister, WritableRegister {
    static var name: StaticString { "CTRL" }
    static var offset: Int { 0x00 }
    var word: UInt32

    /// Bit 0. (gate.driver.yaml:11)
    var OPEN: Bool {
      get { field(0, 1) }
      set { setField(0, 1, newValue) }
    }

    /// Bit 1. (gate.driver.yaml:11)
    var BRAKE: Bool {
      get { field(1, 1) }
      set { setField(1, 1, newValue) }
    }

    /// Bits 15:8: unlocks the others. (gate.driver.yaml:11)
    var KEY: UInt8 {
      @available(*, unavailable, message: "KEY is write-only")
      get { field(8, 0xff) }
      set { setField(8, 0xff, newValue) }
    }
  }
}

extension GATE {
  /// Register STATUS.
  ///
  /// (gate.driver.yaml:12)
  struct STATUS: ReadableRegister, WritableRegister {
    static var name: StaticString { "STATUS" }
    static var offset: Int { 0x04 }
    static var clearedByOnes: UInt32 { 3 }
    var word: UInt32

    /// Bit 0; writing 1 clears it. (gate.driver.yaml:12)
    var MOVED: Bool {
      get { field(0, 1) }
      set { setField(0, 1, newValue) }
    }

    /// Bit 1; writing 1 clears it. (gate.driver.yaml:12)
    var BLOCKED: Bool {
      get { field(1, 1) }
      set { setField(1, 1, newValue) }
    }
  }
}

extension GATE {
  /// Register POSITION.
  ///
  /// (gate.driver.yaml:13)
  struct POSITION: ReadableRegister {
    static var name: StaticString { "POSITION" }
    static var offset: Int { 0x08 }
    var word: UInt32

    /// Bits 6:0. (gate.driver.yaml:13)
    var PERCENT: UInt7 { field(0, 0x7f) }
  }
}
