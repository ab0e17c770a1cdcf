// Do not edit: generated from hooks.driver.yaml (digest 884842b7c9848560) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// GATE: A gate with a latch.
///
/// (hooks.driver.yaml:3)
enum GATE: GeneratedInterface1 {}

/// The registers of a GATE on a bus. (hooks.driver.yaml:7)
struct GATERegisters<Bus: RegisterBus> {
  private let bus: Bus

  init(on bus: Bus) { self.bus = bus }

  /// 0x00: CTRL.
  var CTRL: Register<GATE.CTRL, Bus> { Register(on: bus) }
  /// 0x04: STATUS.
  var STATUS: Register<GATE.STATUS, Bus> { Register(on: bus) }
}

extension GATE {
  /// Register CTRL.
  ///
  /// (hooks.driver.yaml:11)
  struct CTRL: ReadableRegister, WritableRegister {
    static var name: StaticString { "CTRL" }
    static var offset: Int { 0x00 }
    var word: UInt32

    /// Bit 0. (hooks.driver.yaml:11)
    var OPEN: Bool {
      get { field(0, 1) }
      set { setField(0, 1, newValue) }
    }
  }
}

extension GATE {
  /// Register STATUS.
  ///
  /// (hooks.driver.yaml:12)
  struct STATUS: ReadableRegister, WritableRegister {
    static var name: StaticString { "STATUS" }
    static var offset: Int { 0x04 }
    static var clearedByOnes: UInt32 { 3 }
    var word: UInt32

    /// Bit 0; writing 1 clears it. (hooks.driver.yaml:12)
    var MOVED: Bool {
      get { field(0, 1) }
      set { setField(0, 1, newValue) }
    }

    /// Bit 1; writing 1 clears it. (hooks.driver.yaml:12)
    var BLOCKED: Bool {
      get { field(1, 1) }
      set { setField(1, 1, newValue) }
    }
  }
}
