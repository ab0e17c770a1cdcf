import DeviceTree
import SeL4
import SystemManifest

/// Who gets what: bootinfo and the device tree become resources, and every grant is recorded.
///
/// There is one, in the root task. Leases are values that cannot be copied: who holds one holds the resource,
/// and gives it back by passing it to `release`. All storage has a fixed size (`BrokerLimit`).
public struct CapabilityBroker: ~Copyable {
  var slots: SlotTable
  var memory = UntypedTable()
  var interrupts = InterruptTable()
  /// Where lines of interrupts come to, on processors whose kernel is asked for pins.
  public var pins = InterruptPins()
  /// What was granted and not revoked.
  public var grants = GrantTable()
  /// The board's device tree, where the kernel handed one over that can be read.
  let tree: FlattenedTree?
  /// Why the tree cannot be read, where it cannot.
  public let treeError: TreeError?
  /// Untypeds of bootinfo that found no room in the table.
  public let untypedLost: Int

  /// Takes over everything that the kernel gave to the root task.
  public init(_ bootInfo: BootInfo) {
    unsafe self.init(bootInfo, ownTree: nil)
  }

  /// Takes over everything that the kernel gave to the root task.
  ///
  /// - Parameters:
  ///   - bootInfo: what the kernel says.
  ///   - ownTree: the board's device tree where the kernel hands over none; it stays as it is.
  public init(_ bootInfo: BootInfo, ownTree: UnsafeRawBufferPointer?) {
    slots = SlotTable(empty: bootInfo.empty)
    var lost = 0
    var index = 0
    while index < bootInfo.untyped.count {
      let untyped = bootInfo.untypedDescription(index)
      let isKept = memory.add(
        slot: untyped.slot, address: UInt64(untyped.physicalAddress),
        sizeBits: UInt8(truncatingIfNeeded: untyped.sizeBits), isDevice: untyped.isDevice)
      if !isKept { lost += 1 }
      index += 1
    }
    untypedLost = lost
    var tree: FlattenedTree?
    var problem: TreeError?
    if let bytes = unsafe bootInfo.deviceTree ?? ownTree {
      do throws(TreeError) {
        // Safety: the kernel mapped the chunk for good, or the caller keeps the tree, and nobody writes to it.
        tree = try FlattenedTree(unsafe TreeBytes(bytes))
      } catch {
        problem = error
      }
    }
    self.tree = tree
    treeError = problem
  }

  /// How many slots the broker gives out in all.
  public var slotsTotal: Int { slots.total }

  /// How many of them are in use.
  public var slotsUsed: Int { slots.usedCount }

  /// Bytes of ordinary memory that nobody holds.
  public var bytesFree: UInt64 { memory.bytesFree }

  /// Bytes of ordinary memory at boot.
  public var bytesTotal: UInt64 { memory.bytesTotal }

  /// Takes neighbouring slots.
  ///
  /// - Throws: `outOfSlots`.
  public mutating func allocateSlots(_ count: Int) throws(BrokerError) -> SlotRange {
    try slots.allocate(count)
  }

  /// Empties slots and gives them back.
  public mutating func release(_ range: SlotRange) throws(BrokerError) {
    var index = 0
    while index < range.count {
      try empty(range[index])
      index += 1
    }
    slots.release(range)
  }

  /// Copies a capability with at most its rights, and with a badge where one is given.
  public func copy(
    _ source: UInt, to target: UInt, rights: CapabilityRights = .all, badge: UInt? = nil
  ) throws(BrokerError) {
    do throws(SeL4Error) {
      if let badge {
        try RootSlots.place(target).mint(from: RootSlots.place(source), rights: rights, badge: badge)
      } else {
        try RootSlots.place(target).copy(from: RootSlots.place(source), rights: rights)
      }
    } catch {
      if case .failedLookup = error { throw .invalidCapability(slot: source) }
      throw .refused(.copy, error)
    }
  }

  /// Empties a slot and keeps it; one that is empty is left as it is.
  public func empty(_ slot: UInt) throws(BrokerError) {
    do throws(SeL4Error) {
      try RootSlots.place(slot).delete()
    } catch {
      throw .refused(.delete, error)
    }
  }
}
