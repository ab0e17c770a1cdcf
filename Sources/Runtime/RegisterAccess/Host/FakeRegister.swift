#if !os(none)
  /// A register, or an array of them, as a fake device knows it: what its spec says.
  public struct FakeRegister: Sendable {
    /// What a write of one bit does, where it does not store it.
    public enum WriteEffect: Hashable, Sendable {
      case onesClear, onesSet, onesToggle, zerosClear, zerosSet, zerosToggle
      /// Any write, whatever its value.
      case anyClears, anySets
      /// The device does something that no bit shows.
      case changes
    }

    /// What a read of one bit does.
    public enum ReadEffect: Hashable, Sendable { case clears, sets }

    /// Elements one after the other.
    public struct Repetition: Sendable {
      let count: Int
      let stride: Int

      /// Elements, and bytes from one to the next.
      public init(_ count: Int, every stride: Int) {
        self.count = count
        self.stride = stride
      }
    }

    /// The value of a field while a register is there.
    public struct Bank: Sendable {
      let selector: String
      let mask: UInt64
      let value: UInt64

      /// While the bits `mask` of a register are `value`.
      public init(while selector: String, _ mask: UInt64, is value: UInt64) {
        self.selector = selector
        self.mask = mask
        self.value = value
      }
    }

    /// The register's path; `[]` where an index stands: `CHANNEL[].COUNT`.
    public let name: String
    /// Which of the device's memories it is in.
    public let region: Int
    /// Bytes from the start of its region, of the first element.
    public let offset: Int
    /// In bits.
    public let width: Int
    /// One for each `[]` in the name, in order.
    public let repetitions: [Repetition]
    /// Whether a driver may read it.
    public let isReadable: Bool
    /// Whether a driver may write it.
    public let isWritable: Bool
    /// Bits that keep what is written.
    public let stored: UInt64
    /// Bits that keep what is written first, until reset.
    public let storedOnce: UInt64
    /// Bits of which a write does something.
    public let onWrite: [WriteEffect: UInt64]
    /// Bits that a read changes, after it gave them.
    public let onRead: [ReadEffect: UInt64]
    /// The value after reset; 0 where the manual says none.
    public let reset: UInt64
    /// When it is there; `nil` for always.
    public let bank: Bank?
    /// The lock that keeps writes out.
    public let lock: String?

    /// A register as its spec says it.
    public init(
      _ name: String, at offset: Int, in region: Int = 0, width: Int = 32, repeated: [Repetition] = [],
      isReadable: Bool = true, isWritable: Bool = true, stored: UInt64 = 0, storedOnce: UInt64 = 0,
      onWrite: [WriteEffect: UInt64] = [:], onRead: [ReadEffect: UInt64] = [:], reset: UInt64 = 0,
      bank: Bank? = nil, lock: String? = nil
    ) {
      self.name = name
      self.region = region
      self.offset = offset
      self.width = width
      repetitions = repeated
      self.isReadable = isReadable
      self.isWritable = isWritable
      self.stored = stored
      self.storedOnce = storedOnce
      self.onWrite = onWrite
      self.onRead = onRead
      self.reset = reset
      self.bank = bank
      self.lock = lock
    }

    /// What a word becomes when another is written to it.
    ///
    /// - Parameters:
    ///   - written: What is written.
    ///   - word: What is there.
    ///   - isFirst: Whether nothing was written since reset.
    /// - Returns: What is there then.
    func result(ofWriting written: UInt64, over word: UInt64, isFirst: Bool) -> UInt64 {
      let kept = stored | (isFirst ? storedOnce : 0)
      var word = (word & ~kept) | (written & kept)
      for (effect, bits) in onWrite {
        switch effect {
        case .onesClear: word &= ~(bits & written)
        case .onesSet: word |= bits & written
        case .onesToggle: word ^= bits & written
        case .zerosClear: word &= ~(bits & ~written)
        case .zerosSet: word |= bits & ~written
        case .zerosToggle: word ^= bits & ~written
        case .anyClears: word &= ~bits
        case .anySets: word |= bits
        case .changes: break
        }
      }
      return word
    }

    /// What a word becomes when it is read.
    func result(ofReading word: UInt64) -> UInt64 {
      (word & ~(onRead[.clears] ?? 0)) | (onRead[.sets] ?? 0)
    }
  }

  /// What keeps registers of a fake device from being written by mistake.
  public struct FakeLock: Sendable {
    let name: String
    let register: String
    let unlock: [UInt64]
    let lock: UInt64?

    /// A lock as its spec says it: the words that, written one after the other, let writes through until `lock` or
    /// anything else is written; one write where nothing is to be written afterwards.
    public init(_ name: String, at register: String, unlock: [UInt64], lock: UInt64? = nil) {
      self.name = name
      self.register = register
      self.unlock = unlock
      self.lock = lock
    }
  }
#endif
