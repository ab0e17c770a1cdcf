import RegisterAccess

// A small device for these tests, written as the generator writes one.

/// Read and write, with every kind of field.
struct CONTROL: ReadableRegister, WritableRegister, ResettableRegister {
  static var name: StaticString { "CONTROL" }
  static var offset: Int { 0x04 }
  static var resetValue: Self { Self(word: 0x8000_0010) }
  var word: UInt32

  var ENABLE: Bool {
    get { field(0, 1) }
    set { setField(0, 1, newValue) }
  }

  var SPEED: UInt3 {
    get { field(4, 7) }
    set { setField(4, 7, newValue) }
  }

  var MODE: MODEValue {
    get { field(8, 3) }
    set { setField(8, 3, newValue) }
  }

  var TOP: UInt4 {
    get { field(28, 0xf) }
    set { setField(28, 0xf, newValue) }
  }

  struct MODEValue: NamedFieldValue {
    let number: UInt2
    init(_ number: UInt2) { self.number = number }
    static var slow: Self { Self(1) }
    static var fast: Self { Self(2) }
  }
}

/// A status register whose upper byte is cleared by ones.
struct STATUS: ReadableRegister, WritableRegister {
  static var name: StaticString { "STATUS" }
  static var offset: Int { 0x08 }
  static var clearedByOnes: UInt16 { 0xff00 }
  var word: UInt16

  var LEVEL: UInt8 {
    get { field(0, 0xff) }
    set { setField(0, 0xff, newValue) }
  }

  var DONE: Bool {
    get { field(8, 1) }
    set { setField(8, 1, newValue) }
  }

  var FAILED: Bool {
    get { field(9, 1) }
    set { setField(9, 1, newValue) }
  }
}

/// Read-only, 64 bits.
struct COUNTER: ReadableRegister {
  static var name: StaticString { "COUNTER" }
  static var offset: Int { 0x10 }
  var word: UInt64
}

/// Write-only, 8 bits.
struct COMMAND: WritableRegister {
  static var name: StaticString { "COMMAND" }
  static var offset: Int { 0x18 }
  var word: UInt8
}

/// The registers as a fake knows them.
func fakeDevice() -> FakeDevice {
  FakeDevice(
    [
      .init("CONTROL", at: 0x04, writable: 0xf000_0371, reset: 0x8000_0010),
      .init("STATUS", at: 0x08, writable: 0xff, clearedByOnes: 0xff00),
      .init("COUNTER", at: 0x10),
      .init("COMMAND", at: 0x18, writable: 0xff),
    ],
    interrupts: [
      .init(status: "STATUS", acknowledge: "COMMAND", causes: ["done": 0x300, "failed": 0x200])
    ])
}
