// Do not edit: generated from arrays.driver.yaml (digest e2e4432e603fe628) by `dddk generate`.
// Change the spec and build again. Each part names the line of the spec that it comes from.

import DriverRuntime

/// DMA: A DMA engine with four channels.
///
/// (arrays.driver.yaml:3)
enum DMA: GeneratedInterface3 {}

/// The registers of a DMA on a bus. (arrays.driver.yaml:7)
struct DMARegisters<Bus: RegisterBus> {
  private let bus: Bus

  init(on bus: Bus) { self.bus = bus }

  /// 0x00: CTRL.
  var CTRL: Register<DMA.CTRL, Bus> { Register(on: bus, at: 0x00) }
  /// 0x04: READY.
  var READY: Register<DMA.READY, Bus> { Register(on: bus, at: 0x04) }
  /// 0x08: CLEAR.
  var CLEAR: Register<DMA.CLEAR, Bus> { Register(on: bus, at: 0x08) }
  /// 0x10, 4 of them: PRIO.
  var PRIO: RegisterArray<Register<DMA.PRIO, Bus>, 4> {
    RegisterArray(from: Register(on: bus, at: 0x10, reset: 7), stride: 0x04)
  }
  /// 0x100, 4 of them: one channel.
  var CHANNEL: RegisterArray<DMA.CHANNELRegisters<Bus>, 4> {
    RegisterArray(from: DMA.CHANNELRegisters(on: bus, at: 0x100), stride: 0x40)
  }
  /// 0x300: RXFIFO.
  var RXFIFO: DMA.FifoRegisters<Bus> { DMA.FifoRegisters(on: bus, at: 0x300) }
  /// 0x400, 2 of them: TXFIFO.
  var TXFIFO: RegisterArray<DMA.FifoRegisters<Bus>, 2> {
    RegisterArray(from: DMA.FifoRegisters(on: bus, at: 0x400), stride: 0x20)
  }

  /// Orders all accesses before it, to the device and to memory, before all after it.
  func barrier() { bus.barrier() }
}

extension DMA {
  /// Register CTRL.
  ///
  /// (arrays.driver.yaml:11)
  struct CTRL: ModifiableRegister, WritableRegister, ResettableRegister {
    var word: UInt32

    /// Bit 0. (arrays.driver.yaml:11)
    var EN: Bool {
      get { word.flag(0) }
      set { word.setFlag(0, newValue) }
    }
  }

  /// Register READY.
  ///
  /// (arrays.driver.yaml:12)
  struct READY: ReadableRegister {
    var word: UInt32

    /// Bits 3:0. (arrays.driver.yaml:12)
    var CHANNELS: UInt4 { word.field(0, 0xf) }
  }

  /// Register CLEAR.
  ///
  /// (arrays.driver.yaml:13)
  struct CLEAR: WritableRegister {
    var word: UInt32

    /// Bits 3:0. (arrays.driver.yaml:13)
    var CHANNELS: UInt4 {
      @available(*, unavailable, message: "CHANNELS is write-only")
      get { word.field(0, 0xf) }
      set { word.setField(0, 0xf, newValue) }
    }
  }

  /// Register PRIO.
  ///
  /// (arrays.driver.yaml:14)
  struct PRIO: ModifiableRegister, WritableRegister, ResettableRegister {
    var word: UInt32

    /// Bits 2:0. (arrays.driver.yaml:14)
    var LEVEL: UInt3 {
      get { word.field(0, 7) }
      set { word.setField(0, 7, newValue) }
    }
  }
}

extension DMA { enum CHANNEL {} }

extension DMA {
  /// CHANNEL. (arrays.driver.yaml:15)
  struct CHANNELRegisters<Bus: RegisterBus>: RegisterElement {
    private let bus: Bus
    private let offset: Int

    init(on bus: Bus, at offset: Int) {
      self.bus = bus
      self.offset = offset
    }

    /// The same block, `bytes` further on.
    func moved(by bytes: Int) -> Self { Self(on: bus, at: offset &+ bytes) }

    /// 0x00: COUNT.
    var COUNT: Register<DMA.CHANNEL.COUNT, Bus> { Register(on: bus, at: offset) }
    /// 0x04: TARGET.
    var TARGET: Register<DMA.CHANNEL.TARGET, Bus> { Register(on: bus, at: offset &+ 0x04) }
    /// 0x20, 2 of them: LINK.
    var LINK: RegisterArray<DMA.CHANNEL.LINKRegisters<Bus>, 2> {
      RegisterArray(from: DMA.CHANNEL.LINKRegisters(on: bus, at: offset &+ 0x20), stride: 0x10)
    }
  }
}

extension DMA.CHANNEL {
  /// Register COUNT.
  ///
  /// (arrays.driver.yaml:21)
  struct COUNT: ModifiableRegister, WritableRegister {
    var word: UInt32

    /// Bits 15:0. (arrays.driver.yaml:21)
    var WORDS: UInt16 {
      get { word.field(0, 0xffff) }
      set { word.setField(0, 0xffff, newValue) }
    }
  }

  /// Register TARGET.
  ///
  /// (arrays.driver.yaml:22)
  struct TARGET: ModifiableRegister, WritableRegister {
    var word: UInt32
  }
}

extension DMA.CHANNEL { enum LINK {} }

extension DMA.CHANNEL {
  /// LINK. (arrays.driver.yaml:23)
  struct LINKRegisters<Bus: RegisterBus>: RegisterElement {
    private let bus: Bus
    private let offset: Int

    init(on bus: Bus, at offset: Int) {
      self.bus = bus
      self.offset = offset
    }

    /// The same block, `bytes` further on.
    func moved(by bytes: Int) -> Self { Self(on: bus, at: offset &+ bytes) }

    /// 0x00: NEXT.
    var NEXT: Register<DMA.CHANNEL.LINK.NEXT, Bus> { Register(on: bus, at: offset) }
  }
}

extension DMA.CHANNEL.LINK {
  /// Register NEXT.
  ///
  /// (arrays.driver.yaml:28)
  struct NEXT: ModifiableRegister, WritableRegister {
    var word: UInt32

    /// Bits 31:4. (arrays.driver.yaml:28)
    var POINTER: UInt28 {
      get { word.field(4, 0xfffffff) }
      set { word.setField(4, 0xfffffff, newValue) }
    }
  }
}

extension DMA { enum Fifo {} }

extension DMA {
  /// Block fifo. (arrays.driver.yaml:32)
  struct FifoRegisters<Bus: RegisterBus>: RegisterElement {
    private let bus: Bus
    private let offset: Int

    init(on bus: Bus, at offset: Int) {
      self.bus = bus
      self.offset = offset
    }

    /// The same block, `bytes` further on.
    func moved(by bytes: Int) -> Self { Self(on: bus, at: offset &+ bytes) }

    /// 0x00: DATA.
    var DATA: Register<DMA.Fifo.DATA, Bus> { Register(on: bus, at: offset) }
    /// 0x04: LEVEL.
    var LEVEL: Register<DMA.Fifo.LEVEL, Bus> { Register(on: bus, at: offset &+ 0x04) }
  }
}

extension DMA.Fifo {
  /// Register DATA.
  ///
  /// A read takes the oldest byte out.
  ///
  /// (arrays.driver.yaml:35)
  struct DATA: EffectfulRegister, WritableRegister {
    var word: UInt8
  }

  /// Register LEVEL.
  ///
  /// (arrays.driver.yaml:36)
  struct LEVEL: ReadableRegister {
    var word: UInt32

    /// Bits 7:0. (arrays.driver.yaml:36)
    var BYTES: UInt8 { word.field(0, 0xff) }
  }
}
