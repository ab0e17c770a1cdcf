/// A piece of untyped memory: one that the kernel handed over at boot, or a half of a larger piece.
struct UntypedNode: BitwiseCopyable {
  /// What a piece is used for.
  enum State: UInt8, BitwiseCopyable {
    /// The entry of the table holds no piece.
    case absent
    /// Nobody holds it, and it has no halves.
    case free
    /// It was split; its halves are what counts.
    case split
    /// Somebody holds it.
    case held
  }

  /// Physical address of its first byte.
  var address: UInt64 = 0
  /// The slot of its capability.
  var slot: UInt32 = 0
  /// The piece that it is a half of, or -1.
  var parent: Int16 = -1
  /// The first of its two halves, which are neighbours in the table, or -1.
  var halves: Int16 = -1
  /// log2 of its bytes.
  var sizeBits: UInt8 = 0
  /// What it is used for.
  var state: State = .absent
  /// Whether it is device memory, which the kernel never touches.
  var isDevice = false
  /// Who holds it, where somebody does.
  var owner: Owner = .rootTask

  /// Whether a physical address lies in it.
  func contains(_ other: UInt64) -> Bool {
    other >= address && other - address < 1 << UInt64(sizeBits)
  }
}

/// All untyped memory as a forest of pieces and halves.
///
/// The table keeps the books only; the broker makes the kernel's calls. Every byte is in exactly one piece
/// that is free or held, and two free halves of one piece do not exist: they are merged at once, so that
/// when everything was given back, the table is as it was at boot.
struct UntypedTable {
  private var nodes = InlineArray<1024, UntypedNode>(repeating: UntypedNode())
  /// Entries that have been used at some time; all behind them are absent.
  private var end = 0
  /// The first of a chain of absent pairs, linked by `parent`, or -1.
  private var freePair: Int16 = -1
  /// Bytes of ordinary memory that nobody holds.
  private(set) var bytesFree: UInt64 = 0
  /// Bytes of ordinary memory at boot.
  private(set) var bytesTotal: UInt64 = 0

  /// Takes over one untyped of bootinfo; false when the table is full.
  mutating func add(slot: UInt, address: UInt64, sizeBits: UInt8, isDevice: Bool) -> Bool {
    guard end < BrokerLimit.untypedNodes, sizeBits < 64 else { return false }
    nodes[end] = UntypedNode(
      address: address, slot: UInt32(truncatingIfNeeded: slot), sizeBits: sizeBits, state: .free,
      isDevice: isDevice)
    end += 1
    if !isDevice {
      bytesFree += 1 << UInt64(sizeBits)
      bytesTotal += 1 << UInt64(sizeBits)
    }
    return true
  }

  /// A copy of one piece.
  mutating func node(_ index: Int) -> UntypedNode { nodes[index] }

  /// The smallest free piece of ordinary memory that is at least this large; among equals the lowest.
  ///
  /// The kernel clears a piece that was used when it is next used, so a large one is slow to split.
  mutating func smallestFree(atLeast sizeBits: UInt8) -> Int? {
    var best: Int?
    var bestBits = UInt8.max
    var bestAddress = UInt64.max
    var index = 0
    while index < end {
      let bits = nodes[index].sizeBits
      if nodes[index].state == .free, !nodes[index].isDevice, bits >= sizeBits,
        bits < bestBits || bits == bestBits && nodes[index].address < bestAddress
      {
        best = index
        bestBits = bits
        bestAddress = nodes[index].address
      }
      index += 1
    }
    return best
  }

  /// log2 of the largest free piece of ordinary memory; 0 when there is none.
  mutating func largestFreeBits() -> UInt8 {
    var largest: UInt8 = 0
    var index = 0
    while index < end {
      if nodes[index].state == .free, !nodes[index].isDevice {
        largest = max(largest, nodes[index].sizeBits)
      }
      index += 1
    }
    return largest
  }

  /// The piece of device memory, free or held, that an address lies in.
  mutating func devicePiece(at address: UInt64) -> Int? {
    var index = 0
    while index < end {
      let state = nodes[index].state
      if nodes[index].isDevice, state == .free || state == .held, nodes[index].contains(address) {
        return index
      }
      index += 1
    }
    return nil
  }

  /// Whether there is room for two more halves.
  var hasRoomForHalves: Bool { freePair >= 0 || end + 2 <= BrokerLimit.untypedNodes }

  /// Notes that a free piece was split into halves whose capabilities stand in two slots.
  mutating func split(_ index: Int, slots: SlotRange) -> Int {
    precondition(nodes[index].state == .free && slots.count == 2, "only a free piece can be split")
    let pair: Int
    if freePair >= 0 {
      pair = Int(freePair)
      freePair = nodes[pair].parent
    } else {
      pair = end
      end += 2
    }
    let bits = nodes[index].sizeBits - 1
    var half = 0
    while half < 2 {
      nodes[pair + half] = UntypedNode(
        address: nodes[index].address + UInt64(half) << UInt64(bits),
        slot: UInt32(truncatingIfNeeded: slots[half]), parent: Int16(index), sizeBits: bits,
        state: .free, isDevice: nodes[index].isDevice)
      half += 1
    }
    nodes[index].halves = Int16(pair)
    nodes[index].state = .split
    return pair
  }

  /// Notes that a free piece is held.
  mutating func hold(_ index: Int, for owner: Owner) {
    precondition(nodes[index].state == .free, "only a free piece can be held")
    nodes[index].state = .held
    nodes[index].owner = owner
    if !nodes[index].isDevice { bytesFree -= 1 << UInt64(nodes[index].sizeBits) }
  }

  /// Notes that a held piece is free again; nothing may be left in it.
  mutating func release(_ index: Int) {
    precondition(nodes[index].state == .held, "only a held piece can be released")
    nodes[index].state = .free
    if !nodes[index].isDevice { bytesFree += 1 << UInt64(nodes[index].sizeBits) }
  }

  /// The piece of which this one is a half, when both halves are free.
  mutating func mergeable(_ index: Int) -> Int? {
    let parent = Int(nodes[index].parent)
    guard parent >= 0 else { return nil }
    let pair = Int(nodes[parent].halves)
    return nodes[pair].state == .free && nodes[pair + 1].state == .free ? parent : nil
  }

  /// The two halves of a split piece.
  mutating func halves(of index: Int) -> Int { Int(nodes[index].halves) }

  /// Notes that a piece is whole again; the capabilities of its halves are gone.
  mutating func merge(_ index: Int) {
    let pair = Int(nodes[index].halves)
    nodes[pair] = UntypedNode(parent: freePair)
    nodes[pair + 1] = UntypedNode()
    freePair = Int16(pair)
    nodes[index].halves = -1
    nodes[index].state = .free
  }
}
