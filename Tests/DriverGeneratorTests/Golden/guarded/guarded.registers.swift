// Do not edit: generated from guarded.driver.yaml (digest ca14ccbb904cff48) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// The device GUARD.
///
/// (guarded.driver.yaml:3)
enum GUARD: GeneratedInterface3 {}

/// The registers of a GUARD on a bus. (guarded.driver.yaml:6)
struct GUARDRegisters<Bus: RegisterBus> {
  private let bus: Bus

  init(on bus: Bus) { self.bus = bus }

  /// 0x00: LOAD.
  var LOAD: Register<GUARD.LOAD, LockedBus<BigEndianBus<Bus>, GUARD.WatchdogLock>> {
    Register(on: LockedBus(BigEndianBus(bus), lockedAt: 0x08), at: 0x00)
  }
  /// 0x04: CONTROL.
  var CONTROL: Register<GUARD.CONTROL, PostedBus<LockedBus<BigEndianBus<Bus>, GUARD.WatchdogLock>>> {
    Register(on: PostedBus(LockedBus(BigEndianBus(bus), lockedAt: 0x08)), at: 0x04)
  }
  /// 0x08: KEY.
  var KEY: Register<GUARD.KEY, BigEndianBus<Bus>> { Register(on: BigEndianBus(bus), at: 0x08) }
  /// 0x0c: STATE.
  var STATE: Register<GUARD.STATE, Bus> { Register(on: bus, at: 0x0c) }
  /// 0x10: BELL.
  var BELL: Register<GUARD.BELL, OrderedBus<BigEndianBus<Bus>, BarrierBefore>> {
    Register(on: OrderedBus(BigEndianBus(bus)), at: 0x10)
  }
  /// 0x14: RESULT.
  var RESULT: Register<GUARD.RESULT, OrderedBus<BigEndianBus<Bus>, BarrierAfter>> {
    Register(on: OrderedBus(BigEndianBus(bus)), at: 0x14)
  }
  /// 0x18, 2 of them: QUEUE.
  var QUEUE:
    RegisterArray<
      Register<GUARD.QUEUE, OrderedBus<ReadBackBus<BigEndianBus<Bus>, GUARD.STATE>, BarrierAround>>, 2
    >
  {
    RegisterArray(
      from: Register(on: OrderedBus(ReadBackBus(BigEndianBus(bus), readingBackAt: 0x0c)), at: 0x18),
      stride: 0x04)
  }

  /// Orders all accesses before it, to the device and to memory, before all after it.
  func barrier() { bus.barrier() }
}

extension GUARD {
  /// Register LOAD.
  ///
  /// (guarded.driver.yaml:10)
  struct LOAD: ModifiableRegister, WritableRegister {
    var word: UInt32
  }

  /// Register CONTROL.
  ///
  /// (guarded.driver.yaml:11)
  struct CONTROL: ModifiableRegister, WritableRegister {
    var word: UInt32

    /// Bit 0. (guarded.driver.yaml:11)
    var EN: Bool {
      get { word.flag(0) }
      set { word.setFlag(0, newValue) }
    }

    /// Bits 15:8. (guarded.driver.yaml:11)
    var RATE: UInt8 {
      get { word.field(8, 0xff) }
      set { word.setField(8, 0xff, newValue) }
    }
  }

  /// Register KEY.
  ///
  /// (guarded.driver.yaml:12)
  struct KEY: WritableRegister {
    var word: UInt32
  }

  /// Register STATE.
  ///
  /// (guarded.driver.yaml:13)
  struct STATE: ReadableRegister {
    var word: UInt32

    /// Bit 0. (guarded.driver.yaml:13)
    var BUSY: Bool { word.flag(0) }
  }

  /// Register BELL.
  ///
  /// (guarded.driver.yaml:14)
  struct BELL: WritableRegister {
    var word: UInt32
  }

  /// Register RESULT.
  ///
  /// (guarded.driver.yaml:15)
  struct RESULT: ReadableRegister {
    var word: UInt32
  }

  /// Register QUEUE.
  ///
  /// (guarded.driver.yaml:16)
  struct QUEUE: ModifiableRegister, WritableRegister {
    var word: UInt32
  }
}

extension GUARD {
  /// Lock WatchdogLock. (guarded.driver.yaml:18)
  enum WatchdogLock: RegisterLock {
    static func unlock(on bus: borrowing some RegisterBus, at offset: Int) {
      bus.store(0x80, to: GUARD.KEY.self, at: offset)
      bus.store(0x86, to: GUARD.KEY.self, at: offset)
    }

    static func lock(on bus: borrowing some RegisterBus, at offset: Int) {
      bus.store(1, to: GUARD.KEY.self, at: offset)
    }
  }
}
