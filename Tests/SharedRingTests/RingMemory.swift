import SharedRing

/// Memory for one ring, zeroed and aligned as a channel's is, with a margin on both sides that must not change.
@safe final class RingMemory: @unchecked Sendable {
  static let margin = 256
  let size: Int
  private let base: UnsafeMutableRawPointer

  init(elementBytes: Int) {
    size = SharedRingWords.size + elementBytes
    // Safety: the memory is freed in `deinit` only, and filled before it is read.
    unsafe base = UnsafeMutableRawPointer.allocate(
      byteCount: size + 2 * Self.margin, alignment: 128)
    unsafe base.initializeMemory(as: UInt8.self, repeating: 0, count: size + 2 * Self.margin)
    unsafe base.initializeMemory(as: UInt8.self, repeating: 0xa5, count: Self.margin)
    unsafe (base + Self.margin + size).initializeMemory(as: UInt8.self, repeating: 0xa5, count: Self.margin)
  }

  deinit { unsafe base.deallocate() }

  /// Safety: tests keep the object alive while they use its memory.
  var shared: SharedMemory { unsafe SharedMemory(base: base + Self.margin, size: size) }

  /// Writes one of the ring's words as a peer can, whichever end it belongs to.
  func forge(_ word: RingWord, _ value: UInt64) { shared.store(value, at: word.rawValue) }

  func read(_ word: RingWord) -> UInt64 { shared.load(at: word.rawValue) }

  /// Whether nobody wrote outside the ring.
  var marginsAreIntact: Bool {
    for index in 0..<Self.margin {
      // Safety: both indices lie in the allocation.
      if unsafe base.load(fromByteOffset: index, as: UInt8.self) != 0xa5 { return false }
      let behind = Self.margin + size + index
      if unsafe base.load(fromByteOffset: behind, as: UInt8.self) != 0xa5 { return false }
    }
    return true
  }
}

/// A generator whose seed a failing test prints (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}

/// Elements of a size that is no power of two.
struct Triple: SharedElement {
  var first: UInt64
  var second: UInt64
  var third: UInt64
}

/// A 16-byte message, as the targets count them.
struct Message: SharedElement, Equatable {
  var first: UInt64
  var second: UInt64
}
