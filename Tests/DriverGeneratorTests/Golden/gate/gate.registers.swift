// Do not edit: generated from gate.driver.yaml (digest b5e84915bef70412) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// GATE: A gate with a latch.
///
/// (gate.driver.yaml:3)
enum GATE: GeneratedInterface3 {}

/// The registers of a GATE on a bus. (gate.driver.yaml:7)
struct GATERegisters<Bus: RegisterBus> {
  private let bus: Bus

  init(on bus: Bus) { self.bus = bus }

  /// 0x00: CTRL.
  var CTRL: Register<GATE.CTRL, Bus> { Register(on: bus, at: 0x00) }
  /// 0x04: STATUS.
  var STATUS: Register<GATE.STATUS, Bus> { Register(on: bus, at: 0x04, preserving: 0xfffffffc) }
  /// 0x08: POSITION.
  var POSITION: Register<GATE.POSITION, Bus> { Register(on: bus, at: 0x08) }
  /// 0x0c: LATCH.
  var LATCH: Register<GATE.LATCH, Bus> { Register(on: bus, at: 0x0c) }

  /// Orders all accesses before it, to the device and to memory, before all after it.
  func barrier() { bus.barrier() }
}

extension GATE {
  /// Register CTRL.
  ///
  /// (gate.driver.yaml:11)
  struct CTRL: ModifiableRegister, WritableRegister {
    var word: UInt32

    /// Bit 0. (gate.driver.yaml:11)
    var OPEN: Bool {
      get { word.flag(0) }
      set { word.setFlag(0, newValue) }
    }

    /// Bit 1. (gate.driver.yaml:11)
    var BRAKE: Bool {
      get { word.flag(1) }
      set { word.setFlag(1, newValue) }
    }
  }

  /// Register STATUS.
  ///
  /// (gate.driver.yaml:12)
  struct STATUS: ModifiableRegister, WritableRegister {
    var word: UInt32

    /// Bit 0; writing 1 clears it. (gate.driver.yaml:12)
    var MOVED: Bool {
      get { word.flag(0) }
      set { word.setFlag(0, newValue) }
    }

    /// Bit 1; writing 1 clears it. (gate.driver.yaml:12)
    var BLOCKED: Bool {
      get { word.flag(1) }
      set { word.setFlag(1, newValue) }
    }
  }

  /// Register POSITION.
  ///
  /// (gate.driver.yaml:13)
  struct POSITION: ReadableRegister {
    var word: UInt32

    /// Bits 6:0. (gate.driver.yaml:13)
    var PERCENT: UInt7 { word.field(0, 0x7f) }
  }

  /// Register LATCH.
  ///
  /// (gate.driver.yaml:14)
  struct LATCH: ReadableRegister, WritableRegister {
    var word: UInt32

    /// Bit 0. (gate.driver.yaml:14)
    var SHUT: Bool { word.flag(0) }

    /// Bits 15:8. (gate.driver.yaml:14)
    var KEY: UInt8 {
      @available(*, unavailable, message: "KEY is write-only")
      get { word.field(8, 0xff) }
      set { word.setField(8, 0xff, newValue) }
    }
  }
}
