// Do not edit: generated from rings.driver.yaml (digest 729433225c569b0d) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// The device NIC.
///
/// (rings.driver.yaml:3)
enum NIC: GeneratedInterface3 {}

/// The registers of a NIC on a bus. (rings.driver.yaml:6)
struct NICRegisters<Bus: RegisterBus> {
  private let bus: Bus

  init(on bus: Bus) { self.bus = bus }

  /// 0x00: TXBASE.
  var TXBASE: Register<NIC.TXBASE, Bus> { Register(on: bus, at: 0x00) }
  /// 0x04: KICK.
  var KICK: Register<NIC.KICK, Bus> { Register(on: bus, at: 0x04) }

  /// Orders all accesses before it, to the device and to memory, before all after it.
  func barrier() { bus.barrier() }
}

extension NIC {
  /// Register TXBASE.
  ///
  /// (rings.driver.yaml:10)
  struct TXBASE: ModifiableRegister, WritableRegister {
    var word: UInt32
  }

  /// Register KICK.
  ///
  /// (rings.driver.yaml:11)
  struct KICK: WritableRegister {
    var word: UInt32
  }
}

extension NIC { enum TransmitDescriptor {} }

extension NIC {
  /// What to send. (rings.driver.yaml:13)
  struct TransmitDescriptorWords<Bus: RegisterBus>: RegisterElement {
    private let bus: Bus
    private let offset: Int

    init(on bus: Bus, at offset: Int) {
      self.bus = bus
      self.offset = offset
    }

    /// The same block, `bytes` further on.
    func moved(by bytes: Int) -> Self { Self(on: bus, at: offset &+ bytes) }

    /// 0x00: ADDRESS.
    var ADDRESS: Register<NIC.TransmitDescriptor.ADDRESS, Bus> { Register(on: bus, at: offset) }
    /// 0x08: LENGTH.
    var LENGTH: Register<NIC.TransmitDescriptor.LENGTH, Bus> { Register(on: bus, at: offset &+ 0x08) }
    /// 0x0c: FLAGS.
    var FLAGS: Register<NIC.TransmitDescriptor.FLAGS, Bus> { Register(on: bus, at: offset &+ 0x0c) }
  }
}

extension NIC.TransmitDescriptor {
  /// Register ADDRESS.
  ///
  /// (rings.driver.yaml:18)
  struct ADDRESS: ModifiableRegister, WritableRegister {
    var word: UInt64
  }

  /// Register LENGTH.
  ///
  /// (rings.driver.yaml:19)
  struct LENGTH: ModifiableRegister, WritableRegister {
    var word: UInt32

    /// Bits 15:0. (rings.driver.yaml:19)
    var BYTES: UInt16 {
      get { word.field(0, 0xffff) }
      set { word.setField(0, 0xffff, newValue) }
    }
  }

  /// Register FLAGS.
  ///
  /// (rings.driver.yaml:20)
  struct FLAGS: ModifiableRegister, WritableRegister {
    var word: UInt32

    /// Bit 0. (rings.driver.yaml:20)
    var LAST: Bool {
      get { word.flag(0) }
      set { word.setFlag(0, newValue) }
    }

    /// Bit 30. (rings.driver.yaml:20)
    var WRAP: Bool {
      get { word.flag(30) }
      set { word.setFlag(30, newValue) }
    }

    /// Bit 31. (rings.driver.yaml:20)
    var OWN: Bool {
      get { word.flag(31) }
      set { word.setFlag(31, newValue) }
    }
  }
}

extension NIC { enum Event {} }

extension NIC {
  /// Descriptor event. (rings.driver.yaml:21)
  struct EventWords<Bus: RegisterBus>: RegisterElement {
    private let bus: Bus
    private let offset: Int

    init(on bus: Bus, at offset: Int) {
      self.bus = bus
      self.offset = offset
    }

    /// The same block, `bytes` further on.
    func moved(by bytes: Int) -> Self { Self(on: bus, at: offset &+ bytes) }

    /// 0x00: CODE.
    var CODE: Register<NIC.Event.CODE, BigEndianBus<Bus>> { Register(on: BigEndianBus(bus), at: offset) }
    /// 0x04: STATE.
    var STATE: Register<NIC.Event.STATE, Bus> { Register(on: bus, at: offset &+ 0x04) }
  }
}

extension NIC.Event {
  /// Register CODE.
  ///
  /// (rings.driver.yaml:24)
  struct CODE: ModifiableRegister, WritableRegister {
    var word: UInt32

    /// Bits 15:0. (rings.driver.yaml:24)
    var NUMBER: UInt16 {
      get { word.field(0, 0xffff) }
      set { word.setField(0, 0xffff, newValue) }
    }
  }

  /// Register STATE.
  ///
  /// (rings.driver.yaml:25)
  struct STATE: ModifiableRegister, WritableRegister {
    var word: UInt32

    /// Bits 1:0. (rings.driver.yaml:25)
    var PHASE: PHASEValue {
      get { word.field(0, 3) }
      set { word.setField(0, 3, newValue) }
    }

    /// What PHASE may hold. (rings.driver.yaml:25)
    struct PHASEValue: NamedFieldValue {
      let number: UInt2

      init(_ number: UInt2) { self.number = number }

      /// 0: device. (rings.driver.yaml:25)
      static var device: Self { Self(0) }
      /// 1: driver. (rings.driver.yaml:25)
      static var driver: Self { Self(1) }
    }
  }
}

extension NIC {
  /// What `buffers` must be that the device shares. (rings.driver.yaml:7)
  static var buffersPool: DMAPool {
    DMAPool(size: 0x10000, alignment: 0x1000, addressBits: 32)
  }
}

extension NIC {
  /// Ring transmit. (rings.driver.yaml:27)
  enum TransmitRing<Memory: DMAMemory>: RingLayout {
    typealias Descriptor = NIC.TransmitDescriptorWords<DMABus<Memory>>
    static var count: Int { 8 }
    static var stride: Int { 16 }
    static var alignment: Int { 16 }

    static func descriptor(in memory: Memory, at offset: Int) -> Descriptor {
      NIC.TransmitDescriptorWords(on: DMABus(memory), at: offset)
    }

    static func isDevices(_ descriptor: Descriptor) -> Bool { descriptor.FLAGS.read().OWN }

    static func give(_ descriptor: Descriptor) {
      descriptor.FLAGS.modify { $0.OWN = true }
    }

    static func reset(_ descriptor: Descriptor, isLast: Bool) {
      descriptor.ADDRESS.write(0)
      descriptor.LENGTH.write(0)
      descriptor.FLAGS.write(0)
      if isLast { descriptor.FLAGS.modify { $0.WRAP = true } }
    }
  }
}

extension NIC {
  /// Ring events. (rings.driver.yaml:28)
  enum EventsRing<Memory: DMAMemory>: RingLayout {
    typealias Descriptor = NIC.EventWords<DMABus<Memory>>
    static var count: Int { 16 }
    static var stride: Int { 8 }
    static var alignment: Int { 4 }

    static func descriptor(in memory: Memory, at offset: Int) -> Descriptor {
      NIC.EventWords(on: DMABus(memory), at: offset)
    }

    static func isDevices(_ descriptor: Descriptor) -> Bool { descriptor.STATE.read().PHASE.bits == 0 }

    static func give(_ descriptor: Descriptor) {
      descriptor.STATE.modify { $0.PHASE = .init(0) }
    }

    static func reset(_ descriptor: Descriptor, isLast: Bool) {
      descriptor.CODE.write(0)
      descriptor.STATE.write(0)
      descriptor.STATE.modify { $0.PHASE = .init(1) }
    }
  }
}
