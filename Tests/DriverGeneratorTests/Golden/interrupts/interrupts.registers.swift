// Do not edit: generated from interrupts.driver.yaml (digest b14f888c98bbd6b0) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// The device LINES.
///
/// (interrupts.driver.yaml:3)
enum LINES: GeneratedInterface3 {}

/// The registers of a LINES on a bus. (interrupts.driver.yaml:6)
struct LINESRegisters<Bus: RegisterBus> {
  private let bus: Bus

  init(on bus: Bus) { self.bus = bus }

  /// 0x00: SEEN.
  var SEEN: Register<LINES.SEEN, Bus> { Register(on: bus, at: 0x00) }
  /// 0x04: CODE.
  var CODE: Register<LINES.CODE, Bus> { Register(on: bus, at: 0x04) }
  /// 0x08: DATA.
  var DATA: Register<LINES.DATA, Bus> { Register(on: bus, at: 0x08) }
  /// 0x0c: FLAGS.
  var FLAGS: Register<LINES.FLAGS, Bus> { Register(on: bus, at: 0x0c) }
  /// 0x10: ACK.
  var ACK: Register<LINES.ACK, Bus> { Register(on: bus, at: 0x10) }
  /// 0x14: EVENT.
  var EVENT: Register<LINES.EVENT, Bus> { Register(on: bus, at: 0x14) }
  /// 0x18: DONE.
  var DONE: Register<LINES.DONE, Bus> { Register(on: bus, at: 0x18) }
  /// 0x1c: ENABLE.
  var ENABLE: Register<LINES.ENABLE, Bus> { Register(on: bus, at: 0x1c) }

  /// Orders all accesses before it, to the device and to memory, before all after it.
  func barrier() { bus.barrier() }
}

extension LINES {
  /// Register SEEN.
  ///
  /// A read clears it.
  ///
  /// (interrupts.driver.yaml:13)
  struct SEEN: EffectfulRegister {
    var word: UInt32

    /// Bit 0. (interrupts.driver.yaml:13)
    var ALL: Bool { word.flag(0) }
  }

  /// Register CODE.
  ///
  /// (interrupts.driver.yaml:14)
  struct CODE: ReadableRegister {
    var word: UInt32

    /// Bit 0. (interrupts.driver.yaml:14)
    var NONE: Bool { word.flag(0) }

    /// Bits 3:1. (interrupts.driver.yaml:14)
    var CAUSE: CAUSEValue { word.field(1, 7) }

    /// What CAUSE may hold. (interrupts.driver.yaml:14)
    struct CAUSEValue: NamedFieldValue {
      let number: UInt3

      init(_ number: UInt3) { self.number = number }

      /// 2: data. (interrupts.driver.yaml:14)
      static var data: Self { Self(2) }
      /// 3: error. (interrupts.driver.yaml:14)
      static var error: Self { Self(3) }
    }
  }

  /// Register DATA.
  ///
  /// A read takes a word.
  ///
  /// (interrupts.driver.yaml:15)
  struct DATA: EffectfulRegister {
    var word: UInt32
  }

  /// Register FLAGS.
  ///
  /// (interrupts.driver.yaml:16)
  struct FLAGS: ReadableRegister {
    var word: UInt32

    /// Bit 0. (interrupts.driver.yaml:16)
    var RISEN: Bool { word.flag(0) }

    /// Bit 1. (interrupts.driver.yaml:16)
    var FALLEN: Bool { word.flag(1) }

    /// Bits 5:4. (interrupts.driver.yaml:16)
    var LEVEL: UInt2 { word.field(4, 3) }
  }

  /// Register ACK.
  ///
  /// (interrupts.driver.yaml:17)
  struct ACK: WritableRegister {
    var word: UInt32

    /// Bit 0. (interrupts.driver.yaml:17)
    var RISEN: Bool {
      @available(*, unavailable, message: "RISEN is write-only")
      get { word.flag(0) }
      set { word.setFlag(0, newValue) }
    }

    /// Bit 1. (interrupts.driver.yaml:17)
    var FALLEN: Bool {
      @available(*, unavailable, message: "FALLEN is write-only")
      get { word.flag(1) }
      set { word.setFlag(1, newValue) }
    }
  }

  /// Register EVENT.
  ///
  /// (interrupts.driver.yaml:18)
  struct EVENT: ReadableRegister {
    var word: UInt32

    /// Bit 0. (interrupts.driver.yaml:18)
    var FIRED: Bool { word.flag(0) }
  }

  /// Register DONE.
  ///
  /// (interrupts.driver.yaml:19)
  struct DONE: WritableRegister {
    var word: UInt32
  }

  /// Register ENABLE.
  ///
  /// (interrupts.driver.yaml:20)
  struct ENABLE: ModifiableRegister, WritableRegister {
    var word: UInt32

    /// Bit 0. (interrupts.driver.yaml:20)
    var RISEN: Bool {
      get { word.flag(0) }
      set { word.setFlag(0, newValue) }
    }

    /// Bit 1. (interrupts.driver.yaml:20)
    var FALLEN: Bool {
      get { word.flag(1) }
      set { word.setFlag(1, newValue) }
    }
  }
}
