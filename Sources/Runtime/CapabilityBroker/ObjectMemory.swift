import SeL4

/// One piece of untyped memory, and the slots for whatever is made from it.
///
/// A component is made from one of these, so that destroying it is one revoke; the memory and the slots are
/// then there again for its next life.
public struct ObjectMemory: ~Copyable {
  let lease: MemoryLease
  let slots: SlotRange
  /// How many of the slots are in use.
  public private(set) var slotsUsed = 0
  /// How many bytes from the start are in use, as the kernel counts them.
  public private(set) var bytesUsed: UInt64 = 0

  init(lease: consuming MemoryLease, slots: SlotRange) {
    self.lease = lease
    self.slots = slots
  }

  /// Physical address of the memory.
  public var address: UInt64 { lease.address }

  /// log2 of its bytes.
  public var sizeBits: UInt8 { lease.sizeBits }

  /// The slot of the untyped capability.
  public var slot: UInt { lease.slot }

  /// Makes objects of one type in neighbouring slots.
  ///
  /// - Parameters:
  ///   - type: what to make.
  ///   - radix: of a CNode, log2 of its slots; 0 for all others.
  ///   - count: how many, 1 to 256.
  /// - Returns: their slots, and the physical address of the first; the others follow it without a gap.
  /// - Throws: `tableFull`, `outOfMemory` or `refused`.
  public mutating func make(
    _ type: ObjectType, radix: Int = 0, count: Int = 1
  ) throws(BrokerError) -> (slots: SlotRange, address: UInt64) {
    let bits = UInt64(type.sizeBits + radix)
    let start = (bytesUsed + (1 << bits) - 1) & ~((1 << bits) - 1)
    let end = start + UInt64(count) << bits
    guard end <= 1 << UInt64(lease.sizeBits) else {
      throw .outOfMemory(wantedBits: UInt8(bits), largestBits: lease.sizeBits)
    }
    let range = try takeSlots(count)
    do throws(SeL4Error) {
      try lease.untyped.retype(
        to: type, sizeBits: radix, count: count, into: RootSlots.cnode, offset: range.first)
    } catch {
      slotsUsed -= count
      if case .notEnoughMemory = error {
        throw .outOfMemory(wantedBits: UInt8(bits), largestBits: lease.sizeBits)
      }
      throw .refused(.retype, error)
    }
    bytesUsed = end
    return (range, lease.address + start)
  }

  /// Takes empty slots for copies of what is made here; they end with the life, too.
  public mutating func takeSlots(_ count: Int) throws(BrokerError) -> SlotRange {
    guard slots.count - slotsUsed >= count else {
      throw .tableFull(.componentSlots, limit: slots.count)
    }
    let range = SlotRange(first: slots.first + UInt(slotsUsed), count: count)
    slotsUsed += count
    return range
  }

  /// Ends the life of everything that was made from the memory; copies go with it.
  public mutating func revoke() throws(BrokerError) {
    do throws(SeL4Error) {
      try RootSlots.place(lease.slot).revoke()
    } catch {
      throw .refused(.revoke, error)
    }
    slotsUsed = 0
    bytesUsed = 0
  }

  /// Gives up the memory.
  consuming func take() -> MemoryLease { lease }
}
