#if !os(none)
  public import RegisterAccess

  /// A serial device without hardware: its registers, two FIFOs, and a line that a test holds.
  ///
  /// What the generated driver writes arrives in ``sent``; what a test sends with ``receive(_:errors:)`` is read
  /// by the driver. Interrupts are raised as a FIFO's state changes: ``isInterrupting`` says when to serve one.
  public final class FakeSerialDevice: RegisterBus {
    /// Bits of a register.
    public struct Bits: Sendable {
      let register: String
      let mask: UInt64

      /// The bits of `mask` in a register.
      public init(_ register: String, _ mask: UInt64) {
        self.register = register
        self.mask = mask
      }
    }

    /// One direction of the line.
    public struct Direction: Sendable {
      let data: Bits
      let flag: Bits
      let flagWhenBlocked: Bool
      let cause: String

      /// A direction as its spec says it: the field of the data, the flag and what it is while it is blocked, and the
      /// interrupt's cause.
      public init(data: Bits, flag: Bits, whenBlocked: Bool = true, cause: String) {
        self.data = data
        self.flag = flag
        flagWhenBlocked = whenBlocked
        self.cause = cause
      }
    }

    /// The registers; a test may look at them and set them.
    public let registers: FakeDevice
    /// How many characters each FIFO holds.
    public let depth: Int
    /// What left the device, oldest first.
    public private(set) var sent: [UInt8] = []
    /// Characters that were written while the transmit FIFO was full: a driver's mistake.
    public private(set) var lost: [UInt8] = []
    /// Characters read while the receive FIFO was empty: a driver's mistake.
    public private(set) var emptyReads = 0
    /// Whether characters stay in the transmit FIFO until ``transmit(_:)`` lets them out.
    public var isLineHeld = false

    private var received: [ReceivedCharacter] = []
    private var transmitting: [UInt8] = []
    private let errors: [(LineErrors, Bits)]
    private let receiving: Direction
    private let transmission: Direction

    /// A device in its state after reset.
    public init(
      _ registers: FakeDevice, depth: Int, transmit: Direction, receive: Direction,
      errors: [(LineErrors, Bits)]
    ) {
      self.registers = registers
      self.depth = depth
      self.transmission = transmit
      self.receiving = receive
      self.errors = errors
    }

    /// Whether the device asks for attention.
    public var isInterrupting: Bool { registers.interrupts.indices.contains(where: registers.isInterrupting) }

    /// How many characters wait to be read by the driver.
    public var receivedCount: Int { received.count }

    /// How many characters wait in the transmit FIFO.
    public var transmittingCount: Int { transmitting.count }

    /// Characters arrive; those that the receive FIFO cannot hold are lost, which the next one that is held
    /// says.
    public func receive(_ bytes: some Sequence<UInt8>, errors: LineErrors = []) {
      for byte in bytes {
        if received.count < depth {
          received.append(ReceivedCharacter(byte, errors: errors))
        } else {
          received[depth - 1].errors.insert(.overrun)
        }
        registers.raise(receiving.cause)
      }
    }

    /// Lets characters out of the transmit FIFO: `count` of them, or all.
    public func transmit(_ count: Int = .max) {
      let leaving = min(count, transmitting.count)
      guard leaving > 0 else { return }
      sent += transmitting.prefix(leaving)
      transmitting.removeFirst(leaving)
      registers.raise(transmission.cause)
    }

    /// What a driver reads.
    public func load<Value: RegisterValue>(_ register: Value.Type, at offset: Int) -> Value.Word {
      let name = registers.name(of: register, at: offset)
      var word = UInt64(registers.load(register, at: offset))
      set(
        transmission.flag, in: name, to: (transmitting.count >= depth) == transmission.flagWhenBlocked, &word)
      set(receiving.flag, in: name, to: received.isEmpty == receiving.flagWhenBlocked, &word)
      for (error, bits) in errors {
        set(bits, in: name, to: received.first?.errors.contains(error) ?? false, &word)
      }
      if name == receiving.data.register {
        word &= ~receiving.data.mask
        if received.isEmpty {
          emptyReads += 1
        } else {
          word |= UInt64(received.removeFirst().byte) << UInt64(receiving.data.mask.trailingZeroBitCount)
        }
        if received.isEmpty { registers.clear(receiving.cause) }
      }
      return Value.Word(truncatingIfNeeded: word)
    }

    /// What a driver reads: a fake holds numbers, not bytes.
    public func load<Value: RegisterValue>(bigEndian register: Value.Type, at offset: Int) -> Value.Word {
      load(register, at: offset)
    }

    /// What a driver writes: a fake holds numbers, not bytes.
    public func store<Value: RegisterValue>(
      _ word: Value.Word, toBigEndian register: Value.Type, at offset: Int
    ) {
      store(word, to: register, at: offset)
    }

    /// Notes that time was let pass; none does.
    public func delay<Value: RegisterValue>(
      nanoseconds: UInt64, polling register: Value.Type, at offset: Int
    ) {
      registers.delay(nanoseconds: nanoseconds, polling: register, at: offset)
    }

    /// Notes a barrier.
    public func barrier() { registers.barrier() }

    /// The register's path.
    public func name<Value: RegisterValue>(of register: Value.Type, at offset: Int) -> String {
      registers.name(of: register, at: offset)
    }

    /// What a driver writes.
    public func store<Value: RegisterValue>(
      _ word: Value.Word, to register: Value.Type, at offset: Int
    ) {
      registers.store(word, to: register, at: offset)
      guard registers.name(of: register, at: offset) == transmission.data.register else { return }
      let data = UInt64(word) & transmission.data.mask
      let byte = UInt8(truncatingIfNeeded: data >> UInt64(transmission.data.mask.trailingZeroBitCount))
      registers.clear(transmission.cause)
      if transmitting.count >= depth {
        lost.append(byte)
      } else {
        transmitting.append(byte)
      }
      if !isLineHeld { transmit() }
    }

    private func set(_ bits: Bits, in register: String, to value: Bool, _ word: inout UInt64) {
      guard bits.register == register else { return }
      word = value ? word | bits.mask : word & ~bits.mask
    }
  }
#endif
