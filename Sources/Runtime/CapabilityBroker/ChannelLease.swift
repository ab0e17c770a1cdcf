import SeL4

/// Memory that two components share, and that outlives the lives of both.
///
/// Each page has three capabilities, because one is one mapping: the server's, the client's, and, of the first
/// page alone, the root task's.
public struct ChannelLease: ~Copyable {
  /// Bytes of the memory, a multiple of the page's.
  public let size: UInt64
  /// Physical address of the memory.
  public let address: UInt64
  let memory: MemoryLease
  let slots: SlotRange
  let pages: Int

  /// The two ends of a channel.
  public enum End: Int, Sendable {
    /// The component that serves it.
    case server = 0
    /// The component that uses it.
    case client = 1
  }

  /// The slot of the root task's own capability to the first page.
  public var headerSlot: UInt { slots[2 * pages] }

  /// Maps all pages, cached and without execution, one after the other.
  public func map(
    _ end: End, into space: AddressSpace, at virtual: UInt64, pagingFrom objects: inout ObjectMemory
  ) throws(BrokerError) {
    var page = 0
    while page < pages {
      try space.map(
        slots[end.rawValue * pages + page], at: virtual + UInt64(page) * BrokerLimit.pageBytes,
        rights: .readWrite, attributes: .data, pagingFrom: &objects)
      page += 1
    }
  }

  /// Takes all pages of one end out of the address space that they are in.
  public func unmap(_ end: End) throws(BrokerError) {
    var page = 0
    while page < pages {
      try AddressSpace.unmap(slots[end.rawValue * pages + page])
      page += 1
    }
  }
}

extension CapabilityBroker {
  /// Grants memory that two components share; the kernel hands it over zeroed.
  ///
  /// - Parameter size: bytes, rounded up to pages.
  /// - Returns: the memory, mapped nowhere yet.
  /// - Throws: `outOfMemory`, `outOfSlots`, `tableFull` or `refused`.
  public mutating func createChannel(size: UInt64) throws(BrokerError) -> ChannelLease {
    let pages = Int((size + BrokerLimit.pageBytes - 1) / BrokerLimit.pageBytes)
    var bits = BrokerLimit.pageBits
    while 1 << Int(bits - BrokerLimit.pageBits) < pages { bits += 1 }
    let range = try slots.allocate(2 * pages + 1)
    let lease: MemoryLease
    do throws(BrokerError) {
      lease = try allocateMemory(sizeBits: bits, for: .rootTask)
    } catch {
      slots.release(range)
      throw error
    }
    do throws(BrokerError) {
      var page = 0
      while page < pages {
        let count = min(pages - page, BrokerLimit.objectsPerRetype)
        do throws(SeL4Error) {
          try lease.untyped.retype(
            to: .smallPage, count: count, into: RootSlots.cnode, offset: range[page])
        } catch {
          throw .refused(.retype, error)
        }
        page += count
      }
      page = 0
      while page < pages {
        try copy(range[page], to: range[pages + page])
        page += 1
      }
      try copy(range[0], to: range[2 * pages])
    } catch {
      try release(lease)
      slots.release(range)
      throw error
    }
    return ChannelLease(
      size: UInt64(pages) * BrokerLimit.pageBytes, address: lease.address, memory: lease, slots: range,
      pages: pages)
  }

  /// Takes a channel's memory away from both ends.
  public mutating func release(_ channel: consuming ChannelLease) throws(BrokerError) {
    let range = channel.slots
    try release(channel.take())
    slots.release(range)
  }
}

extension ChannelLease {
  consuming func take() -> MemoryLease { memory }
}
