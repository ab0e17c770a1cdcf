// Do not edit: generated from fields.driver.yaml (digest f002b25ddded228b) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// The device SENSOR.
///
/// (fields.driver.yaml:3)
enum SENSOR: GeneratedInterface3 {}

/// The registers of a SENSOR on a bus. (fields.driver.yaml:6)
struct SENSORRegisters<Bus: RegisterBus> {
  private let bus: Bus

  init(on bus: Bus) { self.bus = bus }

  /// 0x00: SHAPE.
  var SHAPE: Register<SENSOR.SHAPE, Bus> { Register(on: bus, at: 0x00) }
  /// 0x04: MEASURE.
  var MEASURE: Register<SENSOR.MEASURE, Bus> { Register(on: bus, at: 0x04) }
  /// 0x08: NAMES.
  var NAMES: Register<SENSOR.NAMES, Bus> { Register(on: bus, at: 0x08) }
  /// 0x0c: BYTE.
  var BYTE: Register<SENSOR.BYTE, Bus> { Register(on: bus, at: 0x0c) }
  /// 0x10: WIDE.
  var WIDE: Register<SENSOR.WIDE, Bus> { Register(on: bus, at: 0x10) }

  /// Orders all accesses before it, to the device and to memory, before all after it.
  func barrier() { bus.barrier() }
}

extension SENSOR {
  /// Register SHAPE.
  ///
  /// (fields.driver.yaml:10)
  struct SHAPE: ModifiableRegister, WritableRegister {
    var word: UInt32

    /// Bits 15:12, 3:0. (fields.driver.yaml:13)
    var DIV: UInt8 {
      get { UInt8(fieldBits: word.part(12, 0xf, to: 4) | word.part(0, 0xf, to: 0)) }
      set {
        word.setPart(12, 0xf, from: 4, newValue)
        word.setPart(0, 0xf, from: 0, newValue)
      }
    }

    /// Bits 11:4. (fields.driver.yaml:15)
    var TRIM: Int8 {
      get { word.field(4, 0xff) }
      set { word.setField(4, 0xff, newValue) }
    }

    /// Bits 19:16. (fields.driver.yaml:16)
    var GAIN: FixedPoint<UInt4, 2> {
      get { word.field(16, 0xf) }
      set { word.setField(16, 0xf, newValue) }
    }

    /// Bits 24:20. (fields.driver.yaml:14)
    var LEVEL: LEVELValue {
      get { word.field(20, 0x1f) }
      set { word.setField(20, 0x1f, newValue) }
    }

    /// What LEVEL takes: 1 to 16. (fields.driver.yaml:14)
    struct LEVELValue: RangedFieldValue {
      static var range: ClosedRange<UInt8> { 1...16 }
      let number: UInt5

      init(read number: UInt5) { self.number = number }

      /// A literal; one that is out of range does not compile.
      @_transparent init(integerLiteral value: UInt8) {
        number = UInt5(truncating: (((value + 239) &- 239) - 1) &+ 1)
      }
    }
  }

  /// Register MEASURE.
  ///
  /// (fields.driver.yaml:17)
  struct MEASURE: ModifiableRegister, WritableRegister {
    var word: UInt32

    /// Bits 11:0. (fields.driver.yaml:20)
    var TEMP: Int12 {
      get { word.field(0, 0xfff) }
      set { word.setField(0, 0xfff, newValue) }
    }

    /// Bits 27:12. (fields.driver.yaml:21)
    var RATE: UInt16 {
      get { word.field(12, 0xffff) }
      set { word.setField(12, 0xffff, newValue) }
    }

    /// TEMP in m°C, rounded to nearest. (fields.driver.yaml:20)
    var TEMP_mC: Int64 { LinearConversion(125, over: 2, offset: -40000).value(of: TEMP.signedNumber) }

    /// The TEMP that is nearest to a value in m°C. (fields.driver.yaml:20)
    static func TEMP(mC value: Int64) throws(FieldOutOfRange) -> Int12 {
      try LinearConversion(125, over: 2, offset: -40000).field(for: value)
    }

    /// RATE in baud, rounded to nearest; `nil` while it is 0. (fields.driver.yaml:21)
    func RATE_baud(uartclk: UInt64) -> UInt64? {
      (Quantity(uartclk) / 16).nearestQuotient(by: RATE.bits)
    }

    /// The RATE that is nearest to a value in baud. (fields.driver.yaml:21)
    static func RATE(baud value: UInt64, uartclk: UInt64) throws(FieldOutOfRange) -> UInt16 {
      try (Quantity(uartclk) / 16).nearestDivisor(for: value)
    }
  }

  /// Register NAMES.
  ///
  /// (fields.driver.yaml:22)
  struct NAMES: ModifiableRegister, WritableRegister {
    var word: UInt32

    /// Bits 2:0. (fields.driver.yaml:25)
    var MODE: MODEValue {
      get { word.field(0, 7) }
      set { word.setField(0, 7, newValue) }
    }

    /// Bits 5:4. (fields.driver.yaml:26)
    var SEL: SELValue { word.field(4, 3) }

    /// Sets bits 5:4. (fields.driver.yaml:26)
    mutating func setSEL(_ value: SELWrittenValue) { word.setField(4, 3, value) }

    /// Bits 9:8. (fields.driver.yaml:27)
    var KIND: KINDValue {
      get { word.field(8, 3) }
      set { word.setField(8, 3, newValue) }
    }

    /// What MODE may hold. (fields.driver.yaml:25)
    struct MODEValue: NamedFieldValue {
      let number: UInt3

      init(_ number: UInt3) { self.number = number }

      /// 0: off. (fields.driver.yaml:25)
      static var off: Self { Self(0) }
      /// 0b1xx: fast. (fields.driver.yaml:25)
      static var fast: Self { Self(4) }
      /// Any other: other. (fields.driver.yaml:25)
      static var other: Self { Self(1) }

      /// The number that stands for all of the same name.
      private var canonical: UInt3 {
        if number.word == 0 { return 0 }
        if number.word & 4 == 4 { return 4 }
        return 1
      }

      /// Whether two values have the same name, or are the same.
      static func == (left: Self, right: Self) -> Bool { left.canonical == right.canonical }
    }

    /// What SEL holds when it is read. (fields.driver.yaml:26)
    struct SELValue: NamedFieldValue {
      let number: UInt2

      init(_ number: UInt2) { self.number = number }

      /// 0: idle. (fields.driver.yaml:26)
      static var idle: Self { Self(0) }
      /// 1: busy. (fields.driver.yaml:26)
      static var busy: Self { Self(1) }
    }

    /// What SEL takes. (fields.driver.yaml:26)
    struct SELWrittenValue: NamedFieldValue {
      let number: UInt2

      init(_ number: UInt2) { self.number = number }

      /// 1: start. (fields.driver.yaml:26)
      static var start: Self { Self(1) }
      /// 2: abort. (fields.driver.yaml:26)
      static var abort: Self { Self(2) }
    }

    /// What KIND may hold. (fields.driver.yaml:27)
    struct KINDValue: OnlyNamedFieldValue {
      let number: UInt2

      init(read number: UInt2) { self.number = number }

      /// 0: plain. (fields.driver.yaml:27)
      static var plain: Self { Self(read: 0) }
      /// 2: rich. (fields.driver.yaml:27)
      static var rich: Self { Self(read: 2) }

      /// Whether it may be written.
      var isNamed: Bool { self == .plain || self == .rich }
    }
  }

  /// Register BYTE.
  ///
  /// (fields.driver.yaml:28)
  struct BYTE: ModifiableRegister, WritableRegister {
    var word: UInt8

    /// Bits 3:0. (fields.driver.yaml:28)
    var LOW: UInt4 {
      get { word.field(0, 0xf) }
      set { word.setField(0, 0xf, newValue) }
    }

    /// Bits 7:4. (fields.driver.yaml:28)
    var HIGH: UInt4 {
      get { word.field(4, 0xf) }
      set { word.setField(4, 0xf, newValue) }
    }
  }

  /// Register WIDE.
  ///
  /// (fields.driver.yaml:29)
  struct WIDE: ModifiableRegister, WritableRegister {
    var word: UInt64

    /// Bits 47:0. (fields.driver.yaml:29)
    var COUNT: UInt48 {
      get { word.field(0, 0xffff_ffff_ffff) }
      set { word.setField(0, 0xffff_ffff_ffff, newValue) }
    }

    /// Bits 63:48. (fields.driver.yaml:29)
    var TAG: UInt16 {
      get { word.field(48, 0xffff) }
      set { word.setField(48, 0xffff, newValue) }
    }
  }
}
