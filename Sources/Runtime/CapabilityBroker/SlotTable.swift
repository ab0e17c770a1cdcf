/// Some neighbouring slots of the root CNode.
public struct SlotRange: Sendable, Hashable, BitwiseCopyable {
  /// The first slot.
  public let first: UInt
  /// How many there are.
  public let count: Int

  /// The slot at a place of the range; a place outside is a trap.
  public subscript(index: Int) -> UInt {
    precondition(index >= 0 && index < count, "outside the range of slots")
    return first + UInt(index)
  }
}

/// Which slots of the root CNode are free: a bit each.
struct SlotTable {
  private var used = InlineArray<64, UInt64>(repeating: .max)
  /// The first slot that bootinfo calls empty.
  private let base: UInt
  /// How many of them the table keeps track of.
  let total: Int
  /// How many are in use.
  private(set) var usedCount = 0
  /// No slot below this one is free.
  private var hint = 0

  /// The slots that bootinfo calls empty, as many of them as the table has bits for.
  init(empty: Range<UInt>) {
    base = empty.lowerBound
    total = min(empty.count, BrokerLimit.slots)
    var index = 0
    while index < total {
      mark(index, used: false)
      index += 1
    }
    usedCount = 0
  }

  /// Takes neighbouring slots: the first run that is long enough.
  ///
  /// - Throws: `BrokerError.outOfSlots` with the longest run that is free.
  mutating func allocate(_ count: Int) throws(BrokerError) -> SlotRange {
    var run = 0
    var longest = 0
    var index = hint
    var seenFree = false
    while index < total {
      if run == 0, index & 63 == 0, used[index >> 6] == .max {
        index += 64
        continue
      }
      if isUsed(index) {
        run = 0
      } else {
        if !seenFree {
          hint = index
          seenFree = true
        }
        run += 1
        longest = max(longest, run)
      }
      index += 1
      if run == count, count > 0 {
        let first = index - count
        var taken = first
        while taken < index {
          mark(taken, used: true)
          taken += 1
        }
        return SlotRange(first: base + UInt(first), count: count)
      }
    }
    throw .outOfSlots(wanted: count, longestRun: longest)
  }

  /// Gives slots back; they must be empty again.
  mutating func release(_ range: SlotRange) {
    precondition(range.first >= base, "not a slot of this table")
    let first = Int(range.first - base)
    precondition(first + range.count <= total, "not a slot of this table")
    var index = first
    while index < first + range.count {
      precondition(isUsed(index), "a slot was released twice")
      mark(index, used: false)
      index += 1
    }
    hint = min(hint, first)
  }

  private mutating func isUsed(_ index: Int) -> Bool {
    used[index >> 6] >> UInt64(index & 63) & 1 != 0
  }

  private mutating func mark(_ index: Int, used isUsed: Bool) {
    let bit: UInt64 = 1 << UInt64(index & 63)
    if isUsed {
      used[index >> 6] |= bit
      usedCount += 1
    } else {
      used[index >> 6] &= ~bit
      usedCount -= 1
    }
  }
}
