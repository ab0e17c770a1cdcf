// Do not edit: generated from separate-status.driver.yaml (digest 617ad93014f4233c) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// U16: a small UART.
///
/// (separate-status.driver.yaml:3)
enum U16: GeneratedInterface1 {}

/// The registers of a U16 on a bus. (separate-status.driver.yaml:8)
struct U16Registers<Bus: RegisterBus> {
  private let bus: Bus

  init(on bus: Bus) { self.bus = bus }

  /// 0x00: DATA.
  var DATA: Register<U16.DATA, Bus> { Register(on: bus) }
  /// 0x01: ENABLE.
  var ENABLE: Register<U16.ENABLE, Bus> { Register(on: bus) }
  /// 0x02: PENDING.
  var PENDING: Register<U16.PENDING, Bus> { Register(on: bus) }
  /// 0x05: STATUS.
  var STATUS: Register<U16.STATUS, Bus> { Register(on: bus) }
}

extension U16 {
  /// Register DATA.
  ///
  /// Reading it takes the oldest character out of the FIFO.
  ///
  /// (separate-status.driver.yaml:12)
  struct DATA: ReadableRegister, WritableRegister {
    static var name: StaticString { "DATA" }
    static var offset: Int { 0x00 }
    var word: UInt8

    /// Bits 7:0. (separate-status.driver.yaml:12)
    var BYTE: UInt8 {
      get { field(0, 0xff) }
      set { setField(0, 0xff, newValue) }
    }
  }
}

extension U16 {
  /// Register ENABLE.
  ///
  /// (separate-status.driver.yaml:13)
  struct ENABLE: ReadableRegister, WritableRegister {
    static var name: StaticString { "ENABLE" }
    static var offset: Int { 0x01 }
    var word: UInt8

    /// Bit 0. (separate-status.driver.yaml:13)
    var RX: Bool {
      get { field(0, 1) }
      set { setField(0, 1, newValue) }
    }

    /// Bit 1. (separate-status.driver.yaml:13)
    var TX: Bool {
      get { field(1, 1) }
      set { setField(1, 1, newValue) }
    }
  }
}

extension U16 {
  /// Register PENDING.
  ///
  /// (separate-status.driver.yaml:14)
  struct PENDING: ReadableRegister {
    static var name: StaticString { "PENDING" }
    static var offset: Int { 0x02 }
    var word: UInt8

    /// Bit 0. (separate-status.driver.yaml:14)
    var RX: Bool { field(0, 1) }

    /// Bit 1. (separate-status.driver.yaml:14)
    var TX: Bool { field(1, 1) }
  }
}

extension U16 {
  /// Register STATUS.
  ///
  /// (separate-status.driver.yaml:15)
  struct STATUS: ReadableRegister {
    static var name: StaticString { "STATUS" }
    static var offset: Int { 0x05 }
    var word: UInt8

    /// Bit 0. (separate-status.driver.yaml:15)
    var READY: Bool { field(0, 1) }

    /// Bit 1. (separate-status.driver.yaml:15)
    var OVERRUN: Bool { field(1, 1) }

    /// Bit 3. (separate-status.driver.yaml:15)
    var FRAMING: Bool { field(3, 1) }

    /// Bit 5. (separate-status.driver.yaml:15)
    var ROOM: Bool { field(5, 1) }
  }
}
