public import RegisterAccess

/// Memory that driver and device share: the driver sees bytes from 0 on, the device addresses of its own.
public protocol DMAMemory {
  /// The address of the first byte as the device sees it.
  var deviceAddress: UInt64 { get }
  /// In bytes.
  var size: Int { get }

  /// Reads a word, little-endian, from a multiple of its width.
  func load<Word: RegisterWord>(_ width: Word.Type, at offset: Int) -> Word

  /// Writes a word, little-endian, to a multiple of its width.
  func store<Word: RegisterWord>(_ word: Word, at offset: Int)
}

/// Shared memory as a bus: the words of a descriptor are read and written as registers are.
public struct DMABus<Memory: DMAMemory>: RegisterBus {
  let memory: Memory

  /// The words of a memory.
  @inline(__always)
  public init(_ memory: Memory) { self.memory = memory }

  /// Reads a word.
  @inline(__always)
  public func load<Value: RegisterValue>(_ word: Value.Type, at offset: Int) -> Value.Word {
    memory.load(Value.Word.self, at: offset)
  }

  /// Writes a word.
  @inline(__always)
  public func store<Value: RegisterValue>(_ word: Value.Word, to type: Value.Type, at offset: Int) {
    memory.store(word, at: offset)
  }
}

/// What a spec asks of a pool of shared memory.
public struct DMAPool: Sendable {
  /// In bytes.
  public let size: Int
  /// In bytes, a power of two.
  public let alignment: Int
  /// How many bits of an address the device has.
  public let addressBits: Int

  /// A pool as its spec says it.
  @inline(__always)
  public init(size: Int, alignment: Int, addressBits: Int) {
    self.size = size
    self.alignment = alignment
    self.addressBits = addressBits
  }

  /// Makes sure that a memory is one that the device can use as this pool.
  ///
  /// - Throws: ``DMAError``.
  public func check(_ memory: some DMAMemory) throws(DMAError) {
    guard memory.size >= size else { throw .tooSmall(size: memory.size, needed: size) }
    guard memory.deviceAddress & UInt64(alignment - 1) == 0 else {
      throw .unaligned(address: memory.deviceAddress, alignment: alignment)
    }
    let (end, wraps) = memory.deviceAddress.addingReportingOverflow(UInt64(size) - 1)
    guard !wraps, addressBits >= 64 || end >> UInt64(addressBits) == 0 else {
      throw .outOfReach(address: memory.deviceAddress, size: size, addressBits: addressBits)
    }
  }
}

/// Why memory cannot be shared with the device, with what it is.
public enum DMAError: Error, Equatable {
  /// It does not hold what is to lie in it.
  case tooSmall(size: Int, needed: Int)
  /// Its address is no multiple of what the device needs.
  case unaligned(address: UInt64, alignment: Int)
  /// The device has fewer address bits than it takes to reach its end.
  case outOfReach(address: UInt64, size: Int, addressBits: Int)
}
