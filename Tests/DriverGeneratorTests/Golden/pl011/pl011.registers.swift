// Do not edit: generated from pl011.driver.yaml (digest 9b748f3f67b4aad5) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// PL011: Arm PrimeCell UART.
///
/// Arm PrimeCell UART (PL011) Technical Reference Manual, Arm DDI 0183G.
///
/// (pl011.driver.yaml:3)
enum PL011: GeneratedInterface3 {}

/// The registers of a PL011 on a bus. (pl011.driver.yaml:12)
struct PL011Registers<Bus: RegisterBus> {
  private let bus: Bus

  init(on bus: Bus) { self.bus = bus }

  /// 0x00: data.
  var DR: Register<PL011.DR, Bus> { Register(on: bus, at: 0x00) }
  /// 0x04: error clear.
  var ECR: Register<PL011.ECR, Bus> { Register(on: bus, at: 0x04) }
  /// 0x04: receive status.
  var RSR: Register<PL011.RSR, Bus> { Register(on: bus, at: 0x04) }
  /// 0x18: flags.
  var FR: Register<PL011.FR, Bus> { Register(on: bus, at: 0x18) }
  /// 0x20: IrDA low-power counter.
  var ILPR: Register<PL011.ILPR, Bus> { Register(on: bus, at: 0x20) }
  /// 0x24: integer part of the baud rate divisor.
  var IBRD: Register<PL011.IBRD, Bus> { Register(on: bus, at: 0x24) }
  /// 0x28: fractional part of the baud rate divisor, in 64ths.
  var FBRD: Register<PL011.FBRD, Bus> { Register(on: bus, at: 0x28) }
  /// 0x2c: line control.
  var LCR_H: Register<PL011.LCR_H, Bus> { Register(on: bus, at: 0x2c) }
  /// 0x30: control.
  var CR: Register<PL011.CR, Bus> { Register(on: bus, at: 0x30, reset: 0x300) }
  /// 0x34: interrupt FIFO level.
  var IFLS: Register<PL011.IFLS, Bus> { Register(on: bus, at: 0x34, reset: 0x12) }
  /// 0x38: interrupt mask, 1 lets an interrupt through.
  var IMSC: Register<PL011.IMSC, Bus> { Register(on: bus, at: 0x38) }
  /// 0x3c: interrupt status before the mask.
  var RIS: Register<PL011.RIS, Bus> { Register(on: bus, at: 0x3c) }
  /// 0x40: interrupt status after the mask.
  var MIS: Register<PL011.MIS, Bus> { Register(on: bus, at: 0x40) }
  /// 0x44: interrupt clear, 1 clears.
  var ICR: Register<PL011.ICR, Bus> { Register(on: bus, at: 0x44) }
  /// 0x48: DMA control.
  var DMACR: Register<PL011.DMACR, Bus> { Register(on: bus, at: 0x48) }
  /// 0xfe0: PeriphID0.
  var PeriphID0: Register<PL011.PeriphID0, Bus> { Register(on: bus, at: 0xfe0) }
  /// 0xfe4: PeriphID1.
  var PeriphID1: Register<PL011.PeriphID1, Bus> { Register(on: bus, at: 0xfe4) }
  /// 0xfe8: PeriphID2.
  var PeriphID2: Register<PL011.PeriphID2, Bus> { Register(on: bus, at: 0xfe8) }
  /// 0xfec: PeriphID3.
  var PeriphID3: Register<PL011.PeriphID3, Bus> { Register(on: bus, at: 0xfec) }
  /// 0xff0: PCellID0.
  var PCellID0: Register<PL011.PCellID0, Bus> { Register(on: bus, at: 0xff0) }
  /// 0xff4: PCellID1.
  var PCellID1: Register<PL011.PCellID1, Bus> { Register(on: bus, at: 0xff4) }
  /// 0xff8: PCellID2.
  var PCellID2: Register<PL011.PCellID2, Bus> { Register(on: bus, at: 0xff8) }
  /// 0xffc: PCellID3.
  var PCellID3: Register<PL011.PCellID3, Bus> { Register(on: bus, at: 0xffc) }

  /// Orders all accesses before it, to the device and to memory, before all after it.
  func barrier() { bus.barrier() }
}

extension PL011 {
  /// Data.
  ///
  /// A read takes the oldest character out of the receive FIFO.
  ///
  /// Section 3.3.1 of the manual. (pl011.driver.yaml:22)
  struct DR: EffectfulRegister, WritableRegister {
    var word: UInt32

    /// Bits 7:0. (pl011.driver.yaml:32)
    var DATA: UInt8 {
      get { word.field(0, 0xff) }
      set { word.setField(0, 0xff, newValue) }
    }

    /// Bit 8: framing error. (pl011.driver.yaml:31)
    var FE: Bool { word.flag(8) }

    /// Bit 9: parity error. (pl011.driver.yaml:30)
    var PE: Bool { word.flag(9) }

    /// Bit 10: break error. (pl011.driver.yaml:29)
    var BE: Bool { word.flag(10) }

    /// Bit 11: overrun error. (pl011.driver.yaml:28)
    var OE: Bool { word.flag(11) }
  }

  /// Error clear.
  ///
  /// Section 3.3.2 of the manual. (pl011.driver.yaml:42)
  struct ECR: WritableRegister {
    var word: UInt32
  }

  /// Receive status.
  ///
  /// Section 3.3.2 of the manual. (pl011.driver.yaml:34)
  struct RSR: ReadableRegister {
    var word: UInt32

    /// Bit 0. (pl011.driver.yaml:40)
    var FE: Bool { word.flag(0) }

    /// Bit 1. (pl011.driver.yaml:40)
    var PE: Bool { word.flag(1) }

    /// Bit 2. (pl011.driver.yaml:40)
    var BE: Bool { word.flag(2) }

    /// Bit 3. (pl011.driver.yaml:40)
    var OE: Bool { word.flag(3) }
  }

  /// Flags.
  ///
  /// Section 3.3.3 of the manual. (pl011.driver.yaml:48)
  struct FR: ReadableRegister {
    var word: UInt32

    /// Bit 0: clear to send. (pl011.driver.yaml:62)
    var CTS: Bool { word.flag(0) }

    /// Bit 1: data set ready. (pl011.driver.yaml:61)
    var DSR: Bool { word.flag(1) }

    /// Bit 2: data carrier detect. (pl011.driver.yaml:60)
    var DCD: Bool { word.flag(2) }

    /// Bit 3: still shifting a character out. (pl011.driver.yaml:59)
    var BUSY: Bool { word.flag(3) }

    /// Bit 4: receive FIFO empty. (pl011.driver.yaml:58)
    var RXFE: Bool { word.flag(4) }

    /// Bit 5: transmit FIFO full. (pl011.driver.yaml:57)
    var TXFF: Bool { word.flag(5) }

    /// Bit 6: receive FIFO full. (pl011.driver.yaml:56)
    var RXFF: Bool { word.flag(6) }

    /// Bit 7: transmit FIFO empty. (pl011.driver.yaml:55)
    var TXFE: Bool { word.flag(7) }

    /// Bit 8: ring indicator. (pl011.driver.yaml:54)
    var RI: Bool { word.flag(8) }
  }

  /// IrDA low-power counter.
  ///
  /// Section 3.3.4 of the manual. (pl011.driver.yaml:64)
  struct ILPR: ModifiableRegister, WritableRegister, ResettableRegister {
    var word: UInt32

    /// Bits 7:0. (pl011.driver.yaml:69)
    var ILPDVSR: UInt8 {
      get { word.field(0, 0xff) }
      set { word.setField(0, 0xff, newValue) }
    }
  }

  /// Integer part of the baud rate divisor.
  ///
  /// Section 3.3.5 of the manual. (pl011.driver.yaml:71)
  struct IBRD: ModifiableRegister, WritableRegister, ResettableRegister {
    var word: UInt32

    /// Bits 15:0. (pl011.driver.yaml:76)
    var BAUD_DIVINT: UInt16 {
      get { word.field(0, 0xffff) }
      set { word.setField(0, 0xffff, newValue) }
    }
  }

  /// Fractional part of the baud rate divisor, in 64ths.
  ///
  /// Section 3.3.6 of the manual. (pl011.driver.yaml:78)
  struct FBRD: ModifiableRegister, WritableRegister, ResettableRegister {
    var word: UInt32

    /// Bits 5:0. (pl011.driver.yaml:83)
    var BAUD_DIVFRAC: UInt6 {
      get { word.field(0, 0x3f) }
      set { word.setField(0, 0x3f, newValue) }
    }
  }

  /// Line control.
  ///
  /// Section 3.3.7 of the manual. (pl011.driver.yaml:85)
  struct LCR_H: ModifiableRegister, WritableRegister, ResettableRegister {
    var word: UInt32

    /// Bit 0: send break. (pl011.driver.yaml:97)
    var BRK: Bool {
      get { word.flag(0) }
      set { word.setFlag(0, newValue) }
    }

    /// Bit 1: parity enabled. (pl011.driver.yaml:96)
    var PEN: Bool {
      get { word.flag(1) }
      set { word.setFlag(1, newValue) }
    }

    /// Bit 2: parity. (pl011.driver.yaml:95)
    var EPS: EPSValue {
      get { word.field(2, 1) }
      set { word.setField(2, 1, newValue) }
    }

    /// Bit 3: two stop bits. (pl011.driver.yaml:94)
    var STP2: Bool {
      get { word.flag(3) }
      set { word.setFlag(3, newValue) }
    }

    /// Bit 4: FIFOs enabled. (pl011.driver.yaml:93)
    var FEN: Bool {
      get { word.flag(4) }
      set { word.setFlag(4, newValue) }
    }

    /// Bits 6:5: word length. (pl011.driver.yaml:92)
    var WLEN: WLENValue {
      get { word.field(5, 3) }
      set { word.setField(5, 3, newValue) }
    }

    /// Bit 7: stick parity. (pl011.driver.yaml:91)
    var SPS: Bool {
      get { word.flag(7) }
      set { word.setFlag(7, newValue) }
    }

    /// What EPS may hold. (pl011.driver.yaml:95)
    struct EPSValue: NamedFieldValue {
      let number: UInt1

      init(_ number: UInt1) { self.number = number }

      /// 0: odd. (pl011.driver.yaml:95)
      static var odd: Self { Self(0) }
      /// 1: even. (pl011.driver.yaml:95)
      static var even: Self { Self(1) }
    }

    /// What WLEN may hold. (pl011.driver.yaml:92)
    struct WLENValue: NamedFieldValue {
      let number: UInt2

      init(_ number: UInt2) { self.number = number }

      /// 0: five. (pl011.driver.yaml:92)
      static var five: Self { Self(0) }
      /// 1: six. (pl011.driver.yaml:92)
      static var six: Self { Self(1) }
      /// 2: seven. (pl011.driver.yaml:92)
      static var seven: Self { Self(2) }
      /// 3: eight. (pl011.driver.yaml:92)
      static var eight: Self { Self(3) }
    }
  }

  /// Control.
  ///
  /// Section 3.3.8 of the manual. (pl011.driver.yaml:99)
  struct CR: ModifiableRegister, WritableRegister, ResettableRegister {
    var word: UInt32

    /// Bit 0: UART enabled. (pl011.driver.yaml:116)
    var UARTEN: Bool {
      get { word.flag(0) }
      set { word.setFlag(0, newValue) }
    }

    /// Bit 1: IrDA enabled. (pl011.driver.yaml:115)
    var SIREN: Bool {
      get { word.flag(1) }
      set { word.setFlag(1, newValue) }
    }

    /// Bit 2: IrDA low power. (pl011.driver.yaml:114)
    var SIRLP: Bool {
      get { word.flag(2) }
      set { word.setFlag(2, newValue) }
    }

    /// Bit 7: loopback. (pl011.driver.yaml:113)
    var LBE: Bool {
      get { word.flag(7) }
      set { word.setFlag(7, newValue) }
    }

    /// Bit 8: transmit enabled. (pl011.driver.yaml:112)
    var TXE: Bool {
      get { word.flag(8) }
      set { word.setFlag(8, newValue) }
    }

    /// Bit 9: receive enabled. (pl011.driver.yaml:111)
    var RXE: Bool {
      get { word.flag(9) }
      set { word.setFlag(9, newValue) }
    }

    /// Bit 10: data transmit ready. (pl011.driver.yaml:110)
    var DTR: Bool {
      get { word.flag(10) }
      set { word.setFlag(10, newValue) }
    }

    /// Bit 11: request to send. (pl011.driver.yaml:109)
    var RTS: Bool {
      get { word.flag(11) }
      set { word.setFlag(11, newValue) }
    }

    /// Bit 12. (pl011.driver.yaml:108)
    var Out1: Bool {
      get { word.flag(12) }
      set { word.setFlag(12, newValue) }
    }

    /// Bit 13. (pl011.driver.yaml:107)
    var Out2: Bool {
      get { word.flag(13) }
      set { word.setFlag(13, newValue) }
    }

    /// Bit 14: RTS hardware flow control. (pl011.driver.yaml:106)
    var RTSEn: Bool {
      get { word.flag(14) }
      set { word.setFlag(14, newValue) }
    }

    /// Bit 15: CTS hardware flow control. (pl011.driver.yaml:105)
    var CTSEn: Bool {
      get { word.flag(15) }
      set { word.setFlag(15, newValue) }
    }
  }

  /// Interrupt FIFO level.
  ///
  /// Section 3.3.9 of the manual. (pl011.driver.yaml:118)
  struct IFLS: ModifiableRegister, WritableRegister, ResettableRegister {
    var word: UInt32

    /// Bits 2:0. (pl011.driver.yaml:125)
    var TXIFLSEL: TXIFLSELValue {
      get { word.field(0, 7) }
      set { word.setField(0, 7, newValue) }
    }

    /// Bits 5:3. (pl011.driver.yaml:124)
    var RXIFLSEL: RXIFLSELValue {
      get { word.field(3, 7) }
      set { word.setField(3, 7, newValue) }
    }

    /// What TXIFLSEL may hold. (pl011.driver.yaml:125)
    struct TXIFLSELValue: NamedFieldValue {
      let number: UInt3

      init(_ number: UInt3) { self.number = number }

      /// 0: one-eighth. (pl011.driver.yaml:125)
      static var oneEighth: Self { Self(0) }
      /// 1: one-quarter. (pl011.driver.yaml:125)
      static var oneQuarter: Self { Self(1) }
      /// 2: one-half. (pl011.driver.yaml:125)
      static var oneHalf: Self { Self(2) }
      /// 3: three-quarters. (pl011.driver.yaml:125)
      static var threeQuarters: Self { Self(3) }
      /// 4: seven-eighths. (pl011.driver.yaml:125)
      static var sevenEighths: Self { Self(4) }
    }

    /// What RXIFLSEL may hold. (pl011.driver.yaml:124)
    struct RXIFLSELValue: NamedFieldValue {
      let number: UInt3

      init(_ number: UInt3) { self.number = number }

      /// 0: one-eighth. (pl011.driver.yaml:124)
      static var oneEighth: Self { Self(0) }
      /// 1: one-quarter. (pl011.driver.yaml:124)
      static var oneQuarter: Self { Self(1) }
      /// 2: one-half. (pl011.driver.yaml:124)
      static var oneHalf: Self { Self(2) }
      /// 3: three-quarters. (pl011.driver.yaml:124)
      static var threeQuarters: Self { Self(3) }
      /// 4: seven-eighths. (pl011.driver.yaml:124)
      static var sevenEighths: Self { Self(4) }
    }
  }

  /// Interrupt mask, 1 lets an interrupt through.
  ///
  /// Section 3.3.10 of the manual. (pl011.driver.yaml:127)
  struct IMSC: ModifiableRegister, WritableRegister, ResettableRegister {
    var word: UInt32

    /// Bit 0. (pl011.driver.yaml:132)
    var RIMIM: Bool {
      get { word.flag(0) }
      set { word.setFlag(0, newValue) }
    }

    /// Bit 1. (pl011.driver.yaml:132)
    var CTSMIM: Bool {
      get { word.flag(1) }
      set { word.setFlag(1, newValue) }
    }

    /// Bit 2. (pl011.driver.yaml:132)
    var DCDMIM: Bool {
      get { word.flag(2) }
      set { word.setFlag(2, newValue) }
    }

    /// Bit 3. (pl011.driver.yaml:132)
    var DSRMIM: Bool {
      get { word.flag(3) }
      set { word.setFlag(3, newValue) }
    }

    /// Bit 4. (pl011.driver.yaml:132)
    var RXIM: Bool {
      get { word.flag(4) }
      set { word.setFlag(4, newValue) }
    }

    /// Bit 5. (pl011.driver.yaml:132)
    var TXIM: Bool {
      get { word.flag(5) }
      set { word.setFlag(5, newValue) }
    }

    /// Bit 6. (pl011.driver.yaml:132)
    var RTIM: Bool {
      get { word.flag(6) }
      set { word.setFlag(6, newValue) }
    }

    /// Bit 7. (pl011.driver.yaml:132)
    var FEIM: Bool {
      get { word.flag(7) }
      set { word.setFlag(7, newValue) }
    }

    /// Bit 8. (pl011.driver.yaml:132)
    var PEIM: Bool {
      get { word.flag(8) }
      set { word.setFlag(8, newValue) }
    }

    /// Bit 9. (pl011.driver.yaml:132)
    var BEIM: Bool {
      get { word.flag(9) }
      set { word.setFlag(9, newValue) }
    }

    /// Bit 10. (pl011.driver.yaml:132)
    var OEIM: Bool {
      get { word.flag(10) }
      set { word.setFlag(10, newValue) }
    }
  }

  /// Interrupt status before the mask.
  ///
  /// Section 3.3.11 of the manual. (pl011.driver.yaml:134)
  struct RIS: ReadableRegister {
    var word: UInt32

    /// Bit 0. (pl011.driver.yaml:139)
    var RIRMIS: Bool { word.flag(0) }

    /// Bit 1. (pl011.driver.yaml:139)
    var CTSRMIS: Bool { word.flag(1) }

    /// Bit 2. (pl011.driver.yaml:139)
    var DCDRMIS: Bool { word.flag(2) }

    /// Bit 3. (pl011.driver.yaml:139)
    var DSRRMIS: Bool { word.flag(3) }

    /// Bit 4. (pl011.driver.yaml:139)
    var RXRIS: Bool { word.flag(4) }

    /// Bit 5. (pl011.driver.yaml:139)
    var TXRIS: Bool { word.flag(5) }

    /// Bit 6. (pl011.driver.yaml:139)
    var RTRIS: Bool { word.flag(6) }

    /// Bit 7. (pl011.driver.yaml:139)
    var FERIS: Bool { word.flag(7) }

    /// Bit 8. (pl011.driver.yaml:139)
    var PERIS: Bool { word.flag(8) }

    /// Bit 9. (pl011.driver.yaml:139)
    var BERIS: Bool { word.flag(9) }

    /// Bit 10. (pl011.driver.yaml:139)
    var OERIS: Bool { word.flag(10) }
  }

  /// Interrupt status after the mask.
  ///
  /// Section 3.3.12 of the manual. (pl011.driver.yaml:141)
  struct MIS: ReadableRegister {
    var word: UInt32

    /// Bit 0. (pl011.driver.yaml:146)
    var RIMMIS: Bool { word.flag(0) }

    /// Bit 1. (pl011.driver.yaml:146)
    var CTSMMIS: Bool { word.flag(1) }

    /// Bit 2. (pl011.driver.yaml:146)
    var DCDMMIS: Bool { word.flag(2) }

    /// Bit 3. (pl011.driver.yaml:146)
    var DSRMMIS: Bool { word.flag(3) }

    /// Bit 4. (pl011.driver.yaml:146)
    var RXMIS: Bool { word.flag(4) }

    /// Bit 5. (pl011.driver.yaml:146)
    var TXMIS: Bool { word.flag(5) }

    /// Bit 6. (pl011.driver.yaml:146)
    var RTMIS: Bool { word.flag(6) }

    /// Bit 7. (pl011.driver.yaml:146)
    var FEMIS: Bool { word.flag(7) }

    /// Bit 8. (pl011.driver.yaml:146)
    var PEMIS: Bool { word.flag(8) }

    /// Bit 9. (pl011.driver.yaml:146)
    var BEMIS: Bool { word.flag(9) }

    /// Bit 10. (pl011.driver.yaml:146)
    var OEMIS: Bool { word.flag(10) }
  }

  /// Interrupt clear, 1 clears.
  ///
  /// Section 3.3.13 of the manual. (pl011.driver.yaml:148)
  struct ICR: WritableRegister {
    var word: UInt32

    /// Bit 0. (pl011.driver.yaml:153)
    var RIMIC: Bool {
      @available(*, unavailable, message: "RIMIC is write-only")
      get { word.flag(0) }
      set { word.setFlag(0, newValue) }
    }

    /// Bit 1. (pl011.driver.yaml:153)
    var CTSMIC: Bool {
      @available(*, unavailable, message: "CTSMIC is write-only")
      get { word.flag(1) }
      set { word.setFlag(1, newValue) }
    }

    /// Bit 2. (pl011.driver.yaml:153)
    var DCDMIC: Bool {
      @available(*, unavailable, message: "DCDMIC is write-only")
      get { word.flag(2) }
      set { word.setFlag(2, newValue) }
    }

    /// Bit 3. (pl011.driver.yaml:153)
    var DSRMIC: Bool {
      @available(*, unavailable, message: "DSRMIC is write-only")
      get { word.flag(3) }
      set { word.setFlag(3, newValue) }
    }

    /// Bit 4. (pl011.driver.yaml:153)
    var RXIC: Bool {
      @available(*, unavailable, message: "RXIC is write-only")
      get { word.flag(4) }
      set { word.setFlag(4, newValue) }
    }

    /// Bit 5. (pl011.driver.yaml:153)
    var TXIC: Bool {
      @available(*, unavailable, message: "TXIC is write-only")
      get { word.flag(5) }
      set { word.setFlag(5, newValue) }
    }

    /// Bit 6. (pl011.driver.yaml:153)
    var RTIC: Bool {
      @available(*, unavailable, message: "RTIC is write-only")
      get { word.flag(6) }
      set { word.setFlag(6, newValue) }
    }

    /// Bit 7. (pl011.driver.yaml:153)
    var FEIC: Bool {
      @available(*, unavailable, message: "FEIC is write-only")
      get { word.flag(7) }
      set { word.setFlag(7, newValue) }
    }

    /// Bit 8. (pl011.driver.yaml:153)
    var PEIC: Bool {
      @available(*, unavailable, message: "PEIC is write-only")
      get { word.flag(8) }
      set { word.setFlag(8, newValue) }
    }

    /// Bit 9. (pl011.driver.yaml:153)
    var BEIC: Bool {
      @available(*, unavailable, message: "BEIC is write-only")
      get { word.flag(9) }
      set { word.setFlag(9, newValue) }
    }

    /// Bit 10. (pl011.driver.yaml:153)
    var OEIC: Bool {
      @available(*, unavailable, message: "OEIC is write-only")
      get { word.flag(10) }
      set { word.setFlag(10, newValue) }
    }
  }

  /// DMA control.
  ///
  /// Section 3.3.14 of the manual. (pl011.driver.yaml:155)
  struct DMACR: ModifiableRegister, WritableRegister, ResettableRegister {
    var word: UInt32

    /// Bit 0: receive DMA enabled. (pl011.driver.yaml:163)
    var RXDMAE: Bool {
      get { word.flag(0) }
      set { word.setFlag(0, newValue) }
    }

    /// Bit 1: transmit DMA enabled. (pl011.driver.yaml:162)
    var TXDMAE: Bool {
      get { word.flag(1) }
      set { word.setFlag(1, newValue) }
    }

    /// Bit 2: no receive requests while an error is pending. (pl011.driver.yaml:161)
    var DMAONERR: Bool {
      get { word.flag(2) }
      set { word.setFlag(2, newValue) }
    }
  }

  /// Register PeriphID0.
  ///
  /// Section 3.3.15 of the manual. (pl011.driver.yaml:165)
  struct PeriphID0: ReadableRegister {
    var word: UInt32
  }

  /// Register PeriphID1.
  ///
  /// Section 3.3.15 of the manual. (pl011.driver.yaml:166)
  struct PeriphID1: ReadableRegister {
    var word: UInt32
  }

  /// Register PeriphID2.
  ///
  /// Section 3.3.15 of the manual. (pl011.driver.yaml:167)
  struct PeriphID2: ReadableRegister {
    var word: UInt32
  }

  /// Register PeriphID3.
  ///
  /// Section 3.3.15 of the manual. (pl011.driver.yaml:168)
  struct PeriphID3: ReadableRegister {
    var word: UInt32
  }

  /// Register PCellID0.
  ///
  /// Section 3.3.16 of the manual. (pl011.driver.yaml:169)
  struct PCellID0: ReadableRegister {
    var word: UInt32

    /// Bits 7:0. (pl011.driver.yaml:169)
    var ID: UInt8 { word.field(0, 0xff) }
  }

  /// Register PCellID1.
  ///
  /// Section 3.3.16 of the manual. (pl011.driver.yaml:170)
  struct PCellID1: ReadableRegister {
    var word: UInt32

    /// Bits 7:0. (pl011.driver.yaml:170)
    var ID: UInt8 { word.field(0, 0xff) }
  }

  /// Register PCellID2.
  ///
  /// Section 3.3.16 of the manual. (pl011.driver.yaml:171)
  struct PCellID2: ReadableRegister {
    var word: UInt32

    /// Bits 7:0. (pl011.driver.yaml:171)
    var ID: UInt8 { word.field(0, 0xff) }
  }

  /// Register PCellID3.
  ///
  /// Section 3.3.16 of the manual. (pl011.driver.yaml:172)
  struct PCellID3: ReadableRegister {
    var word: UInt32

    /// Bits 7:0. (pl011.driver.yaml:172)
    var ID: UInt8 { word.field(0, 0xff) }
  }
}
