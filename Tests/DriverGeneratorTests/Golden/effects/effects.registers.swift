// Do not edit: generated from effects.driver.yaml (digest 8c5c48975665db24) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// The device EFFECTS.
///
/// (effects.driver.yaml:3)
enum EFFECTS: GeneratedInterface3 {}

/// The registers of a EFFECTS on a bus. (effects.driver.yaml:6)
struct EFFECTSRegisters<Bus: RegisterBus> {
  private let bus: Bus

  init(on bus: Bus) { self.bus = bus }

  /// 0x00: MIXED.
  var MIXED: Register<EFFECTS.MIXED, Bus> {
    Register(on: bus, at: 0x00, reset: 0x185, preserving: 0xff078c0f, ones: 0x80380)
  }
  /// 0x04: PENDING.
  var PENDING: Register<EFFECTS.PENDING, Bus> { Register(on: bus, at: 0x04, preserving: 0xffffffc0) }
  /// 0x08: TAKEN.
  var TAKEN: Register<EFFECTS.TAKEN, Bus> { Register(on: bus, at: 0x08) }
  /// 0x0c: FILLED.
  var FILLED: Register<EFFECTS.FILLED, Bus> { Register(on: bus, at: 0x0c) }
  /// 0x10: KICK.
  var KICK: Register<EFFECTS.KICK, Bus> { Register(on: bus, at: 0x10) }
  /// 0x14: RESETS.
  var RESETS: Register<EFFECTS.RESETS, Bus> { Register(on: bus, at: 0x14) }
  /// 0x18: ONCE.
  var ONCE: Register<EFFECTS.ONCE, Bus> { Register(on: bus, at: 0x18) }
  /// 0x1c: FUSE.
  var FUSE: Register<EFFECTS.FUSE, Bus> { Register(on: bus, at: 0x1c) }
  /// 0x20: FORCED.
  var FORCED: Register<EFFECTS.FORCED, Bus> {
    Register(on: bus, at: 0x20, reset: 0, preserving: 3, ones: 0xfffffffc)
  }

  /// Orders all accesses before it, to the device and to memory, before all after it.
  func barrier() { bus.barrier() }
}

extension EFFECTS {
  /// Register MIXED.
  ///
  /// (effects.driver.yaml:9)
  struct MIXED: ModifiableRegister, ResettableRegister {
    var word: UInt32

    /// Bits 3:0. (effects.driver.yaml:14)
    var PLAIN: UInt4 {
      get { word.field(0, 0xf) }
      set { word.setField(0, 0xf, newValue) }
    }

    /// Bit 4; writing 1 clears it. (effects.driver.yaml:15)
    var CLEARED: Bool {
      get { word.flag(4) }
      set { word.setFlag(4, newValue) }
    }

    /// Bit 5; writing 1 sets it. (effects.driver.yaml:16)
    var SET: Bool {
      get { word.flag(5) }
      set { word.setFlag(5, newValue) }
    }

    /// Bit 6; writing 1 toggles it. (effects.driver.yaml:17)
    var TOGGLED: Bool {
      get { word.flag(6) }
      set { word.setFlag(6, newValue) }
    }

    /// Bit 7; writing 0 clears it. (effects.driver.yaml:18)
    var ZCLEAR: Bool {
      get { word.flag(7) }
      set { word.setFlag(7, newValue) }
    }

    /// Bit 8; writing 0 sets it. (effects.driver.yaml:19)
    var ZSET: Bool {
      get { word.flag(8) }
      set { word.setFlag(8, newValue) }
    }

    /// Bit 9; writing 0 toggles it. (effects.driver.yaml:20)
    var ZTOGGLE: Bool {
      get { word.flag(9) }
      set { word.setFlag(9, newValue) }
    }

    /// Bits 11:10. (effects.driver.yaml:21)
    var STATE: UInt2 { word.field(10, 3) }

    /// Bits 14:12; writing 1 clears it. (effects.driver.yaml:22)
    var CODE: UInt3 {
      get { word.field(12, 7) }
      set { word.setField(12, 7, newValue) }
    }
  }

  /// Register PENDING.
  ///
  /// (effects.driver.yaml:23)
  struct PENDING: ModifiableRegister, WritableRegister {
    var word: UInt32

    /// Bit 0; writing 1 clears it. (effects.driver.yaml:23)
    var A: Bool {
      get { word.flag(0) }
      set { word.setFlag(0, newValue) }
    }

    /// Bit 1; writing 1 clears it. (effects.driver.yaml:23)
    var B: Bool {
      get { word.flag(1) }
      set { word.setFlag(1, newValue) }
    }

    /// Bits 5:2; writing 1 clears it. (effects.driver.yaml:23)
    var WIDE: UInt4 {
      get { word.field(2, 0xf) }
      set { word.setField(2, 0xf, newValue) }
    }
  }

  /// Register TAKEN.
  ///
  /// A read clears it.
  ///
  /// (effects.driver.yaml:24)
  struct TAKEN: EffectfulRegister {
    var word: UInt32

    /// Bits 7:0. (effects.driver.yaml:24)
    var COUNT: UInt8 { word.field(0, 0xff) }
  }

  /// Register FILLED.
  ///
  /// A read sets all its bits.
  ///
  /// (effects.driver.yaml:25)
  struct FILLED: EffectfulRegister {
    var word: UInt32
  }

  /// Register KICK.
  ///
  /// (effects.driver.yaml:26)
  struct KICK: WritableRegister {
    var word: UInt32
  }

  /// Register RESETS.
  ///
  /// (effects.driver.yaml:27)
  struct RESETS: ReadableRegister, WritableRegister {
    var word: UInt32
  }

  /// Register ONCE.
  ///
  /// (effects.driver.yaml:28)
  struct ONCE: WritableRegister {
    var word: UInt32
  }

  /// Register FUSE.
  ///
  /// (effects.driver.yaml:29)
  struct FUSE: ReadableRegister, WritableRegister {
    var word: UInt32

    /// Bits 15:0; takes one write. (effects.driver.yaml:29)
    var KEY: UInt16 {
      get { word.field(0, 0xffff) }
      set { word.setField(0, 0xffff, newValue) }
    }
  }

  /// Register FORCED.
  ///
  /// (effects.driver.yaml:30)
  struct FORCED: ModifiableRegister, WritableRegister, ResettableRegister {
    var word: UInt32

    /// Bits 1:0. (effects.driver.yaml:30)
    var MODE: UInt2 {
      get { word.field(0, 3) }
      set { word.setField(0, 3, newValue) }
    }
  }
}
