import SeL4
import Testing

/// Bootinfo made word by word; offsets are those of seL4 16.0.
private struct SampleBootInfo {
  var bytes = [UInt8](repeating: 0, count: 4096)

  init() {
    set(32, 0x40_e000)
    setRegion(40, 100, 4096)
    setRegion(72, 20, 36)
    setRegion(88, 36, 40)
    setRegion(120, 40, 42)
    set(136, 12)
    setRegion(152, 42, 44)
    set(168, 0x900_0000)
    bytes[176] = 24
    bytes[177] = 1
    set(184, 0x4000_0000)
    bytes[192] = 28
  }

  mutating func set(_ offset: Int, _ value: Word) {
    for byte in 0..<8 { bytes[offset + byte] = UInt8(truncatingIfNeeded: value >> Word(8 * byte)) }
  }

  mutating func setRegion(_ offset: Int, _ start: Word, _ end: Word) {
    set(offset, start)
    set(offset + 8, end)
  }

  /// Adds a chunk, whose header may claim another length than it has.
  mutating func append(_ id: Word, _ content: [UInt8], claiming length: Word? = nil) {
    let start = bytes.count
    bytes += [UInt8](repeating: 0, count: 16) + content
    set(start, id)
    set(start + 8, length ?? Word(16 + content.count))
    set(0, Word(bytes.count - 4096))
  }
}

/// What the checker makes of bytes, copied out of them.
private struct Summary: Equatable {
  var empty: Range<Word>
  var untyped: [BootInfo.UntypedDescription]
  var image: Range<Word>
  var ipcBuffer: Word
  var slots: Int
  var tree: [UInt8]?

  init(_ sample: SampleBootInfo) throws(BootInfo.Malformed) {
    // Safety: the view is used within the closure only.
    let result = unsafe sample.bytes.withUnsafeBytes { raw in unsafe Self.read(raw) }
    self = try result.get()
  }

  private init(_ info: BootInfo) {
    empty = info.empty
    untyped = (0..<info.untyped.count).map { info.untypedDescription($0) }
    image = info.userImageFrames
    ipcBuffer = info.ipcBufferAddress
    slots = 1 << info.cnodeSizeBits
    tree = unsafe info.deviceTree.map { unsafe Array($0) }
  }

  private static func read(_ raw: UnsafeRawBufferPointer) -> Result<Self, BootInfo.Malformed> {
    do throws(BootInfo.Malformed) { return .success(Self(try unsafe BootInfo(checking: raw))) } catch {
      return .failure(error)
    }
  }
}

struct BootInfoTests {
  @Test func whatTheKernelSaysIsRead() throws {
    var sample = SampleBootInfo()
    sample.append(0, [9, 9, 9, 9, 9, 9, 9, 9])
    sample.append(6, [1, 2, 3])
    let summary = try Summary(sample)
    #expect(summary.empty == 100..<4096)
    #expect(summary.image == 20..<36)
    #expect(summary.ipcBuffer == 0x40_e000)
    #expect(summary.slots == 4096)
    #expect(summary.tree == [1, 2, 3])
    #expect(summary.untyped.map(\.slot) == [42, 43])
    #expect(summary.untyped.map(\.physicalAddress) == [0x900_0000, 0x4000_0000])
    #expect(summary.untyped.map(\.sizeBits) == [24, 28])
    #expect(summary.untyped.map(\.isDevice) == [true, false])
  }

  @Test func noTreeIsNoTree() throws {
    #expect(try Summary(SampleBootInfo()).tree == nil)
  }

  @Test func shortBytesAreRefused() {
    var sample = SampleBootInfo()
    sample.bytes.removeLast()
    #expect(throws: BootInfo.Malformed.truncated(count: 4095, needed: 4096)) { try Summary(sample) }
    var claiming = SampleBootInfo()
    claiming.set(0, 1)
    #expect(throws: BootInfo.Malformed.truncated(count: 4096, needed: 4097)) { try Summary(claiming) }
    claiming.set(0, .max)
    #expect(throws: BootInfo.Malformed.truncated(count: 4096, needed: .max)) { try Summary(claiming) }
  }

  @Test func rangesThatLieAreRefused() {
    for offset in [40, 72, 88, 120, 152] {
      var sample = SampleBootInfo()
      sample.setRegion(offset, 9, 8)
      #expect(throws: BootInfo.Malformed.slotRange(start: 9, end: 8, size: 4096)) { try Summary(sample) }
      sample.setRegion(offset, 0, 4097)
      #expect(throws: BootInfo.Malformed.slotRange(start: 0, end: 4097, size: 4096)) { try Summary(sample) }
    }
    var sample = SampleBootInfo()
    sample.setRegion(152, 42, 42 + 246)
    #expect(throws: BootInfo.Malformed.untypedRange(start: 42, end: 288, capacity: 245)) {
      try Summary(sample)
    }
    for bits in [0, 3, 33, .max] as [Word] {
      sample = SampleBootInfo()
      sample.set(136, bits)
      #expect(throws: BootInfo.Malformed.cnodeSize(bits: bits)) { try Summary(sample) }
    }
  }

  @Test func chunksThatLieAreRefused() {
    for length in [0, 15, 20, .max] as [Word] {
      var sample = SampleBootInfo()
      sample.append(6, [1, 2, 3], claiming: length)
      #expect(throws: BootInfo.Malformed.chunk(offset: 4096, length: length)) { try Summary(sample) }
    }
    var short = SampleBootInfo()
    short.append(6, [])
    short.bytes += [0, 0, 0]
    short.set(0, 19)
    #expect(throws: BootInfo.Malformed.chunk(offset: 4112, length: 3)) { try Summary(short) }
  }
}
