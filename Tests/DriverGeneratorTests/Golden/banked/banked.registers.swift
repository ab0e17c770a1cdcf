// Do not edit: generated from banked.driver.yaml (digest a8198b9b49c4084a) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// UART16: A UART whose divisor hides behind a bit.
///
/// (banked.driver.yaml:3)
enum UART16: GeneratedInterface3 {}

/// The registers of a UART16 on a bus. (banked.driver.yaml:7)
struct UART16Registers<Bus: RegisterBus> {
  private let bus: Bus

  init(on bus: Bus) { self.bus = bus }

  /// 0x00: DLL.
  var DLL: Register<UART16.DLL, BankedBus<Bus, UART16.LCR_DLAB_1>> {
    Register(on: BankedBus(bus, selectedAt: 0x03), at: 0x00)
  }
  /// 0x00: RBR.
  var RBR: Register<UART16.RBR, Bus> { Register(on: bus, at: 0x00) }
  /// 0x00: THR.
  var THR: Register<UART16.THR, Bus> { Register(on: bus, at: 0x00) }
  /// 0x01: DLM.
  var DLM: Register<UART16.DLM, BankedBus<Bus, UART16.LCR_DLAB_1>> {
    Register(on: BankedBus(bus, selectedAt: 0x03), at: 0x01)
  }
  /// 0x01: IER.
  var IER: Register<UART16.IER, Bus> { Register(on: bus, at: 0x01) }
  /// 0x02: IIR.
  var IIR: Register<UART16.IIR, Bus> { Register(on: bus, at: 0x02) }
  /// 0x03: LCR.
  var LCR: Register<UART16.LCR, Bus> { Register(on: bus, at: 0x03) }
  /// 0x05: LSR.
  var LSR: Register<UART16.LSR, Bus> { Register(on: bus, at: 0x05) }

  /// Orders all accesses before it, to the device and to memory, before all after it.
  func barrier() { bus.barrier() }
}

extension UART16 {
  /// Register DLL.
  ///
  /// (banked.driver.yaml:18)
  struct DLL: ModifiableRegister, WritableRegister {
    var word: UInt8
  }

  /// Register RBR.
  ///
  /// A read takes a character.
  ///
  /// (banked.driver.yaml:16)
  struct RBR: EffectfulRegister {
    var word: UInt8

    /// Bits 7:0. (banked.driver.yaml:16)
    var DATA: UInt8 { word.field(0, 0xff) }
  }

  /// Register THR.
  ///
  /// (banked.driver.yaml:17)
  struct THR: WritableRegister {
    var word: UInt8

    /// Bits 7:0. (banked.driver.yaml:17)
    var DATA: UInt8 {
      @available(*, unavailable, message: "DATA is write-only")
      get { word.field(0, 0xff) }
      set { word.setField(0, 0xff, newValue) }
    }
  }

  /// Register DLM.
  ///
  /// (banked.driver.yaml:20)
  struct DLM: ModifiableRegister, WritableRegister {
    var word: UInt8
  }

  /// Register IER.
  ///
  /// (banked.driver.yaml:19)
  struct IER: ModifiableRegister, WritableRegister, ResettableRegister {
    var word: UInt8

    /// Bit 0. (banked.driver.yaml:19)
    var ERBFI: Bool {
      get { word.flag(0) }
      set { word.setFlag(0, newValue) }
    }

    /// Bit 1. (banked.driver.yaml:19)
    var ETBEI: Bool {
      get { word.flag(1) }
      set { word.setFlag(1, newValue) }
    }
  }

  /// Register IIR.
  ///
  /// (banked.driver.yaml:21)
  struct IIR: ReadableRegister {
    var word: UInt8

    /// Bit 0. (banked.driver.yaml:21)
    var NONE: Bool { word.flag(0) }

    /// Bits 3:1. (banked.driver.yaml:21)
    var ID: IDValue { word.field(1, 7) }

    /// What ID may hold. (banked.driver.yaml:21)
    struct IDValue: NamedFieldValue {
      let number: UInt3

      init(_ number: UInt3) { self.number = number }

      /// 1: transmit-empty. (banked.driver.yaml:21)
      static var transmitEmpty: Self { Self(1) }
      /// 2: received. (banked.driver.yaml:21)
      static var received: Self { Self(2) }
      /// 6: timeout. (banked.driver.yaml:21)
      static var timeout: Self { Self(6) }
    }
  }

  /// Register LCR.
  ///
  /// (banked.driver.yaml:22)
  struct LCR: ModifiableRegister, WritableRegister, ResettableRegister {
    var word: UInt8

    /// Bits 1:0. (banked.driver.yaml:22)
    var WLS: UInt2 {
      get { word.field(0, 3) }
      set { word.setField(0, 3, newValue) }
    }

    /// Bit 7. (banked.driver.yaml:22)
    var DLAB: Bool {
      get { word.flag(7) }
      set { word.setFlag(7, newValue) }
    }
  }

  /// Register LSR.
  ///
  /// (banked.driver.yaml:23)
  struct LSR: ReadableRegister {
    var word: UInt8

    /// Bit 0. (banked.driver.yaml:23)
    var DR: Bool { word.flag(0) }

    /// Bit 5. (banked.driver.yaml:23)
    var THRE: Bool { word.flag(5) }
  }

  /// The registers that are there while LCR.DLAB is 1. (banked.driver.yaml:18)
  enum LCR_DLAB_1: RegisterBank {
    typealias Selector = UART16.LCR
    static var mask: UInt8 { 0x80 }
    static var selected: UInt8 { 0x80 }
  }
}
