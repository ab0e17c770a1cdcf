// Do not edit: generated from separate-status.driver.yaml (digest 617ad93014f4233c) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// U16: a small UART.
///
/// (separate-status.driver.yaml:3)
enum U16: GeneratedInterface3 {}

/// The registers of a U16 on a bus. (separate-status.driver.yaml:8)
struct U16Registers<Bus: RegisterBus> {
  private let bus: Bus

  init(on bus: Bus) { self.bus = bus }

  /// 0x00: DATA.
  var DATA: Register<U16.DATA, Bus> { Register(on: bus, at: 0x00) }
  /// 0x01: ENABLE.
  var ENABLE: Register<U16.ENABLE, Bus> { Register(on: bus, at: 0x01) }
  /// 0x02: PENDING.
  var PENDING: Register<U16.PENDING, Bus> { Register(on: bus, at: 0x02) }
  /// 0x05: STATUS.
  var STATUS: Register<U16.STATUS, Bus> { Register(on: bus, at: 0x05) }

  /// Orders all accesses before it, to the device and to memory, before all after it.
  func barrier() { bus.barrier() }
}

extension U16 {
  /// Register DATA.
  ///
  /// A read takes the oldest character out of the FIFO.
  ///
  /// (separate-status.driver.yaml:12)
  struct DATA: EffectfulRegister, WritableRegister {
    var word: UInt8

    /// Bits 7:0. (separate-status.driver.yaml:12)
    var BYTE: UInt8 {
      get { word.field(0, 0xff) }
      set { word.setField(0, 0xff, newValue) }
    }
  }

  /// Register ENABLE.
  ///
  /// (separate-status.driver.yaml:13)
  struct ENABLE: ModifiableRegister, WritableRegister {
    var word: UInt8

    /// Bit 0. (separate-status.driver.yaml:13)
    var RX: Bool {
      get { word.flag(0) }
      set { word.setFlag(0, newValue) }
    }

    /// Bit 1. (separate-status.driver.yaml:13)
    var TX: Bool {
      get { word.flag(1) }
      set { word.setFlag(1, newValue) }
    }
  }

  /// Register PENDING.
  ///
  /// (separate-status.driver.yaml:14)
  struct PENDING: ReadableRegister {
    var word: UInt8

    /// Bit 0. (separate-status.driver.yaml:14)
    var RX: Bool { word.flag(0) }

    /// Bit 1. (separate-status.driver.yaml:14)
    var TX: Bool { word.flag(1) }
  }

  /// Register STATUS.
  ///
  /// (separate-status.driver.yaml:15)
  struct STATUS: ReadableRegister {
    var word: UInt8

    /// Bit 0. (separate-status.driver.yaml:15)
    var READY: Bool { word.flag(0) }

    /// Bit 1. (separate-status.driver.yaml:15)
    var OVERRUN: Bool { word.flag(1) }

    /// Bit 3. (separate-status.driver.yaml:15)
    var FRAMING: Bool { word.flag(3) }

    /// Bit 5. (separate-status.driver.yaml:15)
    var ROOM: Bool { word.flag(5) }
  }
}
