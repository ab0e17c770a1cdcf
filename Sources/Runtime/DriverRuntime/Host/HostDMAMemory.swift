#if !os(none)
  public import RegisterAccess

  /// Shared memory on the host: bytes that a driver and a fake device both see.
  public final class HostDMAMemory: DMAMemory {
    /// The address of the first byte as the device sees it.
    public let deviceAddress: UInt64
    /// What is in it; a test, in the device's place, may look at it and set it.
    public var bytes: [UInt8]

    /// Memory full of zeros.
    public init(size: Int, deviceAddress: UInt64 = 0x4000_0000) {
      bytes = [UInt8](repeating: 0, count: size)
      self.deviceAddress = deviceAddress
    }

    /// In bytes.
    public var size: Int { bytes.count }

    /// Reads a word, little-endian.
    public func load<Word: RegisterWord>(_ width: Word.Type, at offset: Int) -> Word {
      precondition(offset.isMultiple(of: Word.bitWidth / 8), "offset \(offset) is not aligned")
      return (0..<(Word.bitWidth / 8)).reduce(0) { $0 | Word(bytes[offset + $1]) << Word($1 * 8) }
    }

    /// Writes a word, little-endian.
    public func store<Word: RegisterWord>(_ word: Word, at offset: Int) {
      precondition(offset.isMultiple(of: Word.bitWidth / 8), "offset \(offset) is not aligned")
      for index in 0..<(Word.bitWidth / 8) {
        bytes[offset + index] = UInt8(truncatingIfNeeded: word >> Word(index * 8))
      }
    }
  }
#endif
