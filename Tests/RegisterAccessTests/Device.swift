import RegisterAccess

// A small device for these tests, written as the generator writes one.

/// Read and write, with every kind of field.
struct CONTROL: ModifiableRegister, WritableRegister, ResettableRegister {
  var word: UInt32

  var ENABLE: Bool {
    get { word.flag(0) }
    set { word.setFlag(0, newValue) }
  }

  var SPEED: UInt3 {
    get { word.field(4, 7) }
    set { word.setField(4, 7, newValue) }
  }

  var MODE: MODEValue {
    get { word.field(8, 3) }
    set { word.setField(8, 3, newValue) }
  }

  var TOP: UInt4 {
    get { word.field(28, 0xf) }
    set { word.setField(28, 0xf, newValue) }
  }

  struct MODEValue: NamedFieldValue {
    let number: UInt2
    init(_ number: UInt2) { self.number = number }
    static var slow: Self { Self(1) }
    static var fast: Self { Self(2) }
  }
}

/// A status register whose upper byte is cleared by ones.
struct STATUS: ModifiableRegister, WritableRegister {
  var word: UInt16

  var LEVEL: UInt8 {
    get { word.field(0, 0xff) }
    set { word.setField(0, 0xff, newValue) }
  }

  var DONE: Bool {
    get { word.flag(8) }
    set { word.setFlag(8, newValue) }
  }

  var FAILED: Bool {
    get { word.flag(9) }
    set { word.setFlag(9, newValue) }
  }
}

/// Read-only, 64 bits.
struct COUNTER: ReadableRegister {
  var word: UInt64
}

/// Write-only, 8 bits.
struct COMMAND: WritableRegister {
  var word: UInt8
}

/// Every kind of bit that a write changes: 3:0 plain, 4 a 1 clears, 5 a 1 sets, 6 a 1 toggles, 7 a 0 clears, 8 a 0
/// sets, 9 a 0 toggles, 10 reserved and written as 1, 11 reserved and written as 0.
struct EFFECTS: ModifiableRegister, WritableRegister, ResettableRegister {
  var word: UInt16

  var PLAIN: UInt4 {
    get { word.field(0, 0xf) }
    set { word.setField(0, 0xf, newValue) }
  }
  var CLEARED: Bool {
    get { word.flag(4) }
    set { word.setFlag(4, newValue) }
  }
  var ZEROED: Bool {
    get { word.flag(7) }
    set { word.setFlag(7, newValue) }
  }
}

/// Takes a character at each read.
struct FIFO: EffectfulRegister, WritableRegister {
  var word: UInt8
}

/// Kept by the device with the most significant byte first; its one field is scattered.
struct WIDE: ModifiableRegister, WritableRegister {
  var word: UInt32

  var DIVISOR: UInt12 {
    get { UInt12(fieldBits: word.part(12, 0xf, to: 8) | word.part(0, 0xff, to: 0)) }
    set {
      word.setPart(12, 0xf, from: 8, newValue)
      word.setPart(0, 0xff, from: 0, newValue)
    }
  }
  var OFFSET: Int5 {
    get { word.field(16, 0x1f) }
    set { word.setField(16, 0x1f, newValue) }
  }
  var LEVEL: LEVELValue {
    get { word.field(24, 0x1f) }
    set { word.setField(24, 0x1f, newValue) }
  }

  struct LEVELValue: RangedFieldValue {
    static var range: ClosedRange<UInt8> { 1...16 }
    let number: UInt5
    init(read number: UInt5) { self.number = number }
    @_transparent init(integerLiteral value: UInt8) {
      number = UInt5(truncating: (((value + 239) &- 239) - 1) &+ 1)
    }
  }
}

/// One of several timers.
struct COUNT: ModifiableRegister, WritableRegister {
  var word: UInt32
}

/// A block of registers.
struct ChannelRegisters<Bus: RegisterBus>: RegisterElement {
  private let bus: Bus
  private let offset: Int
  init(on bus: Bus, at offset: Int) {
    self.bus = bus
    self.offset = offset
  }
  func moved(by bytes: Int) -> Self { Self(on: bus, at: offset &+ bytes) }
  var COUNT: Register<RegisterAccessTests.COUNT, Bus> { Register(on: bus, at: offset &+ 4) }
}

/// The register that a bank hides.
struct DIVISOR: ModifiableRegister, WritableRegister {
  var word: UInt8
}

/// Selects the bank, by bit 7.
struct LINE: ModifiableRegister, WritableRegister, ResettableRegister {
  var word: UInt8
}

enum DivisorBank: RegisterBank {
  typealias Selector = LINE
  static var mask: UInt8 { 0x80 }
  static var selected: UInt8 { 0x80 }
}

/// Opens the lock.
struct KEY: WritableRegister {
  var word: UInt32
}

enum LoadLock: RegisterLock {
  static func unlock(on bus: borrowing some RegisterBus, at offset: Int) {
    bus.store(0x80, to: KEY.self, at: offset)
    bus.store(0x86, to: KEY.self, at: offset)
  }
  static func lock(on bus: borrowing some RegisterBus, at offset: Int) {
    bus.store(1, to: KEY.self, at: offset)
  }
}

/// The device on a bus.
struct TestRegisters<Bus: RegisterBus> {
  let bus: Bus
  init(on bus: Bus) { self.bus = bus }
  var CONTROL: Register<RegisterAccessTests.CONTROL, Bus> {
    Register(on: bus, at: 0x04, reset: 0x8000_0010)
  }
  var STATUS: Register<RegisterAccessTests.STATUS, Bus> { Register(on: bus, at: 0x08, preserving: 0xff) }
  var COUNTER: Register<RegisterAccessTests.COUNTER, Bus> { Register(on: bus, at: 0x10) }
  var COMMAND: Register<RegisterAccessTests.COMMAND, Bus> { Register(on: bus, at: 0x18) }
  var FIFO: Register<RegisterAccessTests.FIFO, Bus> { Register(on: bus, at: 0x19) }
  var EFFECTS: Register<RegisterAccessTests.EFFECTS, Bus> {
    Register(on: bus, at: 0x1a, reset: 0x3f5, preserving: 0xf, ones: 0x780)
  }
  var WIDE: Register<RegisterAccessTests.WIDE, BigEndianBus<Bus>> {
    Register(on: BigEndianBus(bus), at: 0x1c)
  }
  var LINE: Register<RegisterAccessTests.LINE, Bus> { Register(on: bus, at: 0x20, reset: 3) }
  var TRANSMIT: Register<RegisterAccessTests.COMMAND, Bus> { Register(on: bus, at: 0x21) }
  var DIVISOR: Register<RegisterAccessTests.DIVISOR, BankedBus<Bus, DivisorBank>> {
    Register(on: BankedBus(bus, selectedAt: 0x20), at: 0x21)
  }
  var KEY: Register<RegisterAccessTests.KEY, Bus> { Register(on: bus, at: 0x24) }
  var LOAD: Register<RegisterAccessTests.COUNT, LockedBus<Bus, LoadLock>> {
    Register(on: LockedBus(bus, lockedAt: 0x24), at: 0x28)
  }
  var POSTED: Register<RegisterAccessTests.COUNT, ReadBackBus<Bus, RegisterAccessTests.CONTROL>> {
    Register(on: ReadBackBus(bus, readingBackAt: 0x04), at: 0x2c)
  }
  var ORDERED: Register<RegisterAccessTests.COUNT, OrderedBus<Bus, BarrierAround>> {
    Register(on: OrderedBus(bus), at: 0x30)
  }
  var TIMER: RegisterArray<Register<RegisterAccessTests.COUNT, Bus>, 4> {
    RegisterArray(from: Register(on: bus, at: 0x40), stride: 4)
  }
  var CHANNEL: RegisterArray<ChannelRegisters<Bus>, 3> {
    RegisterArray(from: ChannelRegisters(on: bus, at: 0x100), stride: 0x20)
  }
}

/// The registers as a fake knows them.
func fakeDevice() -> FakeDevice {
  FakeDevice(
    [
      FakeRegister("CONTROL", at: 0x04, stored: 0xf000_0371, reset: 0x8000_0010),
      FakeRegister("STATUS", at: 0x08, width: 16, stored: 0xff, onWrite: [.onesClear: 0xff00]),
      FakeRegister("COUNTER", at: 0x10, width: 64, isWritable: false),
      FakeRegister("COMMAND", at: 0x18, width: 8, isReadable: false, stored: 0xff),
      FakeRegister("FIFO", at: 0x19, width: 8, stored: 0xff, onRead: [.clears: 0xff]),
      FakeRegister(
        "EFFECTS", at: 0x1a, width: 16, stored: 0xf,
        onWrite: [
          .onesClear: 0x10, .onesSet: 0x20, .onesToggle: 0x40, .zerosClear: 0x80, .zerosSet: 0x100,
          .zerosToggle: 0x200,
        ], reset: 0x3f5),
      FakeRegister("WIDE", at: 0x1c, stored: .max),
      FakeRegister("LINE", at: 0x20, width: 8, stored: 0xff, reset: 0x03),
      FakeRegister(
        "TRANSMIT", at: 0x21, width: 8, isReadable: false, stored: 0xff,
        bank: .init(while: "LINE", 0x80, is: 0)),
      FakeRegister(
        "DIVISOR", at: 0x21, width: 8, stored: 0xff, bank: .init(while: "LINE", 0x80, is: 0x80)),
      FakeRegister("KEY", at: 0x24, isReadable: false),
      FakeRegister("LOAD", at: 0x28, stored: 0xffff_ffff, lock: "load"),
      FakeRegister("POSTED", at: 0x2c, stored: 0xffff_ffff),
      FakeRegister("ORDERED", at: 0x30, stored: 0xffff_ffff),
      FakeRegister("ONCE", at: 0x34, storedOnce: 0xff),
      FakeRegister("TIMER[]", at: 0x40, repeated: [.init(4, every: 4)], stored: 0xffff_ffff),
      FakeRegister("CHANNEL[].COUNT", at: 0x104, repeated: [.init(3, every: 0x20)], stored: 0xffff_ffff),
    ],
    interrupts: [
      FakeInterrupt(
        status: "STATUS", acknowledge: .bits("COMMAND"),
        causes: [
          .init("done", .init(0x100, 0x100), bits: 0x300), .init("failed", .init(0x200, 0x200)),
        ])
    ],
    locks: [FakeLock("load", at: "KEY", unlock: [0x80, 0x86], lock: 1)])
}
