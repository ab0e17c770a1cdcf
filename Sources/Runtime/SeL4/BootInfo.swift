import CSeL4

/// What the kernel tells the initial thread: its slots, its memory, its device tree.
///
/// Manual, section 9.2.
///
/// Corresponds to `seL4_BootInfo`. The bytes are an allegation: the initialiser checks every length and range
/// that the accessors use.
@safe public struct BootInfo {
  /// Why bytes are no bootinfo.
  public enum Malformed: Error, Equatable, Sendable {
    /// There are `count` bytes; the fixed part and the chunks need `needed`.
    case truncated(count: Int, needed: Int)
    /// Untyped slots `start` to `end` do not fit the list, which holds `capacity`.
    case untypedRange(start: Word, end: Word, capacity: Int)
    /// A range of slots ends before it starts, or behind the CNode of `size` slots.
    case slotRange(start: Word, end: Word, size: Word)
    /// The CNode's size, 2^`bits` slots, is out of range.
    case cnodeSize(bits: Word)
    /// The chunk at `offset` claims `length` bytes.
    case chunk(offset: Int, length: Word)
  }

  /// A piece of memory that the initial thread was given.
  public struct UntypedDescription: Equatable, Sendable {
    /// The slot of its capability.
    public let slot: Word
    /// Address of the first byte, aligned to the size.
    public let physicalAddress: Word
    /// Size as a power of two in bytes.
    public let sizeBits: Int
    /// Memory-mapped registers, not RAM.
    public let isDevice: Bool
  }

  // Safety: every accessor reads within bounds that the initialiser checked.
  private let bytes: UnsafeRawBufferPointer

  /// Empty slots of the initial thread's CNode.
  public let empty: Range<Word>
  /// Slots of the frames of the initial thread's image, in address order.
  public let userImageFrames: Range<Word>
  /// Slots of the paging structures of the initial thread's address space.
  public let userImagePaging: Range<Word>
  /// Slots of the frames that hold the chunks behind the fixed part.
  public let extraFrames: Range<Word>
  /// Slots of the untypeds.
  public let untyped: Range<Word>
  /// The CNode has 2^`cnodeSizeBits` slots.
  public let cnodeSizeBits: Int
  /// Address of the initial thread's IPC buffer.
  public let ipcBufferAddress: Word

  /// Checks the bytes that stand at the address in the initial thread's first argument.
  ///
  /// - Throws: `Malformed`.
  public init(checking bytes: UnsafeRawBufferPointer) throws(Malformed) {
    let page = 1 << SeL4_bootInfoFrameBits
    guard bytes.count >= page else { throw .truncated(count: bytes.count, needed: page) }
    // Safety: every offset that is read stands in the first page, whose presence was just checked.
    func word(_ offset: Int) -> Word { unsafe bytes.loadUnaligned(fromByteOffset: offset, as: Word.self) }

    let bits = word(SeL4_bootInfoCNodeSizeBits)
    guard bits >= 4, bits <= 32 else { throw .cnodeSize(bits: bits) }
    let size = (1 as Word) &<< bits
    func region(_ offset: Int) throws(Malformed) -> Range<Word> {
      let (start, end) = (word(offset), word(offset + 8))
      guard start <= end, end <= size else { throw .slotRange(start: start, end: end, size: size) }
      return start..<end
    }
    empty = try region(SeL4_bootInfoEmpty)
    userImageFrames = try region(SeL4_bootInfoUserImageFrames)
    userImagePaging = try region(SeL4_bootInfoUserImagePaging)
    extraFrames = try region(SeL4_bootInfoExtraPages)
    untyped = try region(SeL4_bootInfoUntyped)
    let capacity = (page - SeL4_bootInfoUntypedList) / SeL4_bootInfoUntypedDescriptorSize
    guard untyped.count <= capacity else {
      throw .untypedRange(start: untyped.lowerBound, end: untyped.upperBound, capacity: capacity)
    }
    cnodeSizeBits = Int(bits)
    ipcBufferAddress = word(SeL4_bootInfoIPCBuffer)

    let extra = word(SeL4_bootInfoExtraLength)
    guard extra <= Word(bytes.count - page) else {
      let needed = extra > Word(Int.max - page) ? Int.max : page + Int(extra)
      throw .truncated(count: bytes.count, needed: needed)
    }
    unsafe self.bytes = UnsafeRawBufferPointer(rebasing: bytes[..<(page + Int(extra))])
    var offset = page
    while offset < page + Int(extra) {
      let left = page + Int(extra) - offset
      let header = SeL4_bootInfoChunkHeaderSize
      guard left >= header else { throw .chunk(offset: offset, length: Word(left)) }
      let length = word(offset + 8)
      guard length >= Word(header), length <= Word(left) else {
        throw .chunk(offset: offset, length: length)
      }
      offset += Int(length)
    }
  }

  #if os(none)
    /// Checks the bootinfo that the kernel mapped at `address`.
    ///
    /// - Throws: `Malformed`.
    public init(at address: Word) throws(Malformed) {
      // Safety: `address` is the initial thread's first argument, where the kernel maps the bootinfo frame and,
      // behind it, as many bytes of chunks as its first word says.
      guard let start = unsafe UnsafeRawPointer(bitPattern: address) else {
        throw .truncated(count: 0, needed: 1 << SeL4_bootInfoFrameBits)
      }
      let extra = unsafe start.load(fromByteOffset: SeL4_bootInfoExtraLength, as: Word.self)
      guard extra < 1 << 30 else { throw .truncated(count: 0, needed: Int.max) }
      try unsafe self.init(
        checking: UnsafeRawBufferPointer(start: start, count: 1 << SeL4_bootInfoFrameBits + Int(extra)))
    }
  #endif

  /// Untyped number `index`, from 0 to `untyped.count` − 1.
  public func untypedDescription(_ index: Int) -> UntypedDescription {
    precondition(index >= 0 && index < untyped.count)
    let offset = SeL4_bootInfoUntypedList + index * SeL4_bootInfoUntypedDescriptorSize
    // Safety: the initialiser saw that the list's entries stand in the first page.
    return unsafe UntypedDescription(
      slot: untyped.lowerBound + Word(index),
      physicalAddress: bytes.loadUnaligned(fromByteOffset: offset, as: Word.self),
      sizeBits: Int(bytes[offset + SeL4_bootInfoUntypedSizeBits]),
      isDevice: bytes[offset + SeL4_bootInfoUntypedIsDevice] != 0)
  }

  /// The content of the first extra chunk of a kind, without its header; nil if there is none.
  public func chunk(_ id: Word) -> UnsafeRawBufferPointer? {
    var offset = 1 << SeL4_bootInfoFrameBits
    while unsafe offset < bytes.count {
      // Safety: the initialiser walked the same chunks and saw each of them end within the bytes.
      let found = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: Word.self)
      let length = Int(unsafe bytes.loadUnaligned(fromByteOffset: offset + 8, as: Word.self))
      if found == id {
        let start = offset + SeL4_bootInfoChunkHeaderSize
        return unsafe UnsafeRawBufferPointer(rebasing: bytes[start..<(offset + length)])
      }
      offset += length
    }
    return nil
  }

  /// ACPI's root pointer (ACPI 6.5, 5.2.5.3), if the kernel passes one: a PC's.
  public var rootPointer: UnsafeRawBufferPointer? {
    unsafe chunk(Word(SeL4_bootInfoChunkACPIRootPointer))
  }

  /// The flattened device tree, if the kernel passes one.
  public var deviceTree: UnsafeRawBufferPointer? {
    unsafe chunk(Word(SeL4_bootInfoChunkFDT))
  }
}
