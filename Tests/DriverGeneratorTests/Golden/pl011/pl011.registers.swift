import DriverRuntime

/// The registers of a PL011
enum PL011 {}

struct PL011Registers<Bus: RegisterBus> {
  private let bus: Bus

  init(on bus: Bus) { self.bus = bus }

  var DR: Register<PL011.DR, Bus> { Register(on: bus) }
  var FR: Register<PL011.FR, Bus> { Register(on: bus) }
  var IBRD: Register<PL011.IBRD, Bus> { Register(on: bus) }
  var FBRD: Register<PL011.FBRD, Bus> { Register(on: bus) }
  var LCR_H: Register<PL011.LCR_H, Bus> { Register(on: bus) }
  var CR: Register<PL011.CR, Bus> { Register(on: bus) }
  var IFLS: Register<PL011.IFLS, Bus> { Register(on: bus) }
  var IMSC: Register<PL011.IMSC, Bus> { Register(on: bus) }
  var MIS: Register<PL011.MIS, Bus> { Register(on: bus) }
  var ICR: Register<PL011.ICR, Bus> { Register(on: bus) }
}

extension PL011 {
  /// DR
  struct DR: ReadableRegister, WritableRegister {
    static var name: StaticString { "DR" }
    static var offset: Int { 0x00 }
    var word: UInt32

    var DATA: UInt8 {
      get { field(0, 0xff) }
      set { setField(0, 0xff, newValue) }
    }
    var FE: Bool { field(8, 0x1) }
    var PE: Bool { field(9, 0x1) }
    var BE: Bool { field(10, 0x1) }
    var OE: Bool { field(11, 0x1) }
  }
}

extension PL011 {
  /// FR
  struct FR: ReadableRegister {
    static var name: StaticString { "FR" }
    static var offset: Int { 0x18 }
    var word: UInt32

    var BUSY: Bool { field(3, 0x1) }
    var RXFE: Bool { field(4, 0x1) }
    var TXFF: Bool { field(5, 0x1) }
  }
}

extension PL011 {
  /// IBRD
  struct IBRD: ReadableRegister, WritableRegister {
    static var name: StaticString { "IBRD" }
    static var offset: Int { 0x24 }
    var word: UInt32

    var BAUD_DIVINT: UInt16 {
      get { field(0, 0xffff) }
      set { setField(0, 0xffff, newValue) }
    }
  }
}

extension PL011 {
  /// FBRD
  struct FBRD: ReadableRegister, WritableRegister {
    static var name: StaticString { "FBRD" }
    static var offset: Int { 0x28 }
    var word: UInt32

    var BAUD_DIVFRAC: UInt6 {
      get { field(0, 0x3f) }
      set { setField(0, 0x3f, newValue) }
    }
  }
}

extension PL011 {
  /// LCR_H
  struct LCR_H: ReadableRegister, WritableRegister {
    static var name: StaticString { "LCR_H" }
    static var offset: Int { 0x2c }
    var word: UInt32

    var FEN: Bool {
      get { field(4, 0x1) }
      set { setField(4, 0x1, newValue) }
    }
    var WLEN: WLENValue {
      get { field(5, 0x3) }
      set { setField(5, 0x3, newValue) }
    }

    struct WLENValue: NamedFieldValue {
      let number: UInt2
      init(_ number: UInt2) { self.number = number }

      static var eight: Self { Self(3) }
    }
  }
}

extension PL011 {
  /// CR
  struct CR: ReadableRegister, WritableRegister {
    static var name: StaticString { "CR" }
    static var offset: Int { 0x30 }
    var word: UInt32

    var UARTEN: Bool {
      get { field(0, 0x1) }
      set { setField(0, 0x1, newValue) }
    }
    var TXE: Bool {
      get { field(8, 0x1) }
      set { setField(8, 0x1, newValue) }
    }
    var RXE: Bool {
      get { field(9, 0x1) }
      set { setField(9, 0x1, newValue) }
    }
  }
}

extension PL011 {
  /// IFLS
  struct IFLS: ReadableRegister, WritableRegister {
    static var name: StaticString { "IFLS" }
    static var offset: Int { 0x34 }
    var word: UInt32

    var TXIFLSEL: TXIFLSELValue {
      get { field(0, 0x7) }
      set { setField(0, 0x7, newValue) }
    }

    struct TXIFLSELValue: NamedFieldValue {
      let number: UInt3
      init(_ number: UInt3) { self.number = number }

      static var oneHalf: Self { Self(2) }
      static var oneEighth: Self { Self(0) }
    }
    var RXIFLSEL: RXIFLSELValue {
      get { field(3, 0x7) }
      set { setField(3, 0x7, newValue) }
    }

    struct RXIFLSELValue: NamedFieldValue {
      let number: UInt3
      init(_ number: UInt3) { self.number = number }

      static var oneHalf: Self { Self(2) }
      static var oneEighth: Self { Self(0) }
    }
  }
}

extension PL011 {
  /// IMSC
  struct IMSC: ReadableRegister, WritableRegister {
    static var name: StaticString { "IMSC" }
    static var offset: Int { 0x38 }
    var word: UInt32

    var RXIM: Bool {
      get { field(4, 0x1) }
      set { setField(4, 0x1, newValue) }
    }
    var TXIM: Bool {
      get { field(5, 0x1) }
      set { setField(5, 0x1, newValue) }
    }
    var RTIM: Bool {
      get { field(6, 0x1) }
      set { setField(6, 0x1, newValue) }
    }
  }
}

extension PL011 {
  /// MIS
  struct MIS: ReadableRegister {
    static var name: StaticString { "MIS" }
    static var offset: Int { 0x40 }
    var word: UInt32

    var RXMIS: Bool { field(4, 0x1) }
    var TXMIS: Bool { field(5, 0x1) }
    var RTMIS: Bool { field(6, 0x1) }
  }
}

extension PL011 {
  /// ICR
  struct ICR: WritableRegister {
    static var name: StaticString { "ICR" }
    static var offset: Int { 0x44 }
    var word: UInt32

    var RXIC: Bool {
      get { field(4, 0x1) }
      set { setField(4, 0x1, newValue) }
    }
  }
}
